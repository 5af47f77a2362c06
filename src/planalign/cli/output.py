"""Writes files whole or not at all, and speaks to the terminal."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.errors import UsageError
from planalign.report.formats import FILE_ENDINGS
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def check_targets(targets: Iterable[Path], inputs: Sequence[Path]) -> None:
    """Refuse output files that cannot be written as asked, before any work is done.

    Raises UsageError for an unknown ending, a missing folder, a folder as target and an input as target.
    """
    # Unlike Path.resolve, realpath takes a loop of links as it is.
    sources = {os.path.realpath(path) for path in inputs}
    for target in targets:
        if target.suffix.lower() not in FILE_ENDINGS:
            known = " ".join(FILE_ENDINGS)
            raise UsageError(f"the ending of {target.name!r} names no format", hint=f"known endings: {known}")
        if not _may_hold_file(target):
            raise UsageError(
                "this is no place for a file", where=str(target), hint="name a file in a folder that exists"
            )
        if os.path.realpath(target) in sources:
            raise UsageError("the output would overwrite an input", where=str(target), hint="choose another name")


def _may_hold_file(target: Path) -> bool:
    """Say whether a path names a file in a folder that exists; a name too long for the system does not."""
    try:
        return target.parent.is_dir() and not target.is_dir()
    except OSError:
        return False


def target_format(target: Path) -> str:
    """Return the format that the ending of an output file names."""
    return FILE_ENDINGS[target.suffix.lower()]


def write_whole(target: Path, text: str) -> None:
    """Write a file beside its target and move it there, so that the target is never half written.

    Raises UsageError where the folder or the disk does not allow it.
    """
    # A short name of its own: a long legal one has no room for an addition.
    draft = target.with_name(f".planalign-{secrets.token_hex(4)}.tmp")
    try:
        _write_synced(draft, text)
        draft.replace(target)
    except OSError as error:
        raise UsageError(f"the file cannot be written: {error.strerror}", where=str(target)) from error
    finally:
        draft.unlink(missing_ok=True)


def _write_synced(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def emit(text: str) -> None:
    """Write data to standard output in UTF-8, whatever the locale says.

    Raises UsageError where it takes nothing, as a full disk does; a closed pipe stays a BrokenPipeError.
    """
    try:
        _emit(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise UsageError(f"the output cannot be written: {error.strerror}") from error


def silence() -> None:
    """Let what is left in the buffer of standard output go nowhere, so that the end of the process is quiet."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _emit(text: str) -> None:
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer") and not sys.stdout.isatty():
        sys.stdout.buffer.write(text.encode())
    else:
        sys.stdout.write(text)
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """Write a sentence for people to standard error; it may quote names from a hostile file."""
    sys.stderr.write(f"planalign: {one_line(sentence)}\n")
