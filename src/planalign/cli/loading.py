"""Loads several documents; all problems are told before anything fails."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from planalign.cli.language import said, told
from planalign.cli.output import tell
from planalign.cli.progress import Progress
from planalign.cli.steps import read_step
from planalign.errors import PlanalignError, ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from planalign.config import Settings
    from planalign.guarded import Listener
    from planalign.model.plan import Plan

Found = TypeVar("Found")

_MOST_REASONS = 3
_INSTALL_OCR = english("pip install 'planalign[ocr]' reads scanned pages of PDF files")
_ALLOW_OCR = english("scanned pages are read without --no-ocr")


def load_each(
    paths: Sequence[Path | ReadError], settings: Settings, *, quiet: bool, meanwhile: Callable[[], None] | None = None
) -> Iterator[Plan | PlanalignError]:
    """Yield the plan of each file, or the error of reading it; `meanwhile` is done while the first are read."""
    from planalign.guarded import Ahead

    files = [path for path in paths if not isinstance(path, ReadError)]
    with Ahead(files, settings) as ahead:
        if meanwhile is not None:
            meanwhile()
        yield from read_each(paths, ahead.plan, quiet=quiet)


def read_each(
    paths: Sequence[Path | ReadError], reading: Callable[[Path, Listener], Found], *, quiet: bool
) -> Iterator[Found | PlanalignError]:
    """Yield what reading each file gives, or the error that it raised."""
    with Progress(said("读取文件"), len(paths), quiet=quiet) as progress:
        for path in paths:
            yield path if isinstance(path, ReadError) else _read(path, reading, progress)
            progress.advance()


def load_all(
    paths: Sequence[Path], settings: Settings, *, quiet: bool, meanwhile: Callable[[], None] | None = None
) -> list[Plan]:
    """Return the plans of all files; `meanwhile` is done while the first are read.

    Raises the last error, after telling about those before it.
    """
    results = list(load_each(paths, settings, quiet=quiet, meanwhile=meanwhile))
    errors = [result for result in results if isinstance(result, PlanalignError)]
    for error in errors[:-1]:
        tell(told(error))
    if errors:
        raise errors[-1]
    return [result for result in results if not isinstance(result, PlanalignError)]


def ready_to_compare() -> None:
    """Import and load what a comparison needs besides the plans: time that passes anyway while they are read."""
    from planalign.pipeline.comparing import get_ready

    get_ready()


def unread_part(plan: Plan) -> ReadError | None:
    """Return what was not read of a document, as an error that does not stop the report; None where all was read."""
    from planalign.model.block import SkipKind

    parts = [part for part in plan.skipped if part.kind is SkipKind.UNREAD]
    if not parts:
        return None
    reasons = "; ".join(dict.fromkeys(part.reason for part in parts[:_MOST_REASONS]))
    beyond = len(parts) - _MOST_REASONS
    more = "; " + english("and {number} more", number=beyond) if beyond > 0 else ""
    what = english(
        "part of the document was not read, so the analysis is incomplete: {reasons}", reasons=reasons + more
    )
    hint = _ocr_hint() if any(part.reason.endswith("needs OCR") for part in parts) else ""
    return ReadError(what, where=plan.source.file, hint=hint)


def _ocr_hint() -> str:
    from planalign.readers.ocr_engine import is_installed

    return _ALLOW_OCR if is_installed() else _INSTALL_OCR


def _read(path: Path, reading: Callable[[Path, Listener], Found], progress: Progress) -> Found | PlanalignError:
    found: list[Found] = []
    try:
        with read_step(path, found):
            found.append(reading(path, progress.within))
        return found[0]
    except PlanalignError as error:
        if os.environ.get("PLANALIGN_DEBUG"):
            for line in "".join(getattr(error, "__notes__", ())).splitlines():
                tell(line)
        return error
