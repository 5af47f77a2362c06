"""Writes files whole or not at all, and speaks to the terminal."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.errors import UsageError
from planalign.report.formats import FILE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def check_targets(targets: Iterable[Path], inputs: Sequence[Path]) -> None:
    """Refuse output files that cannot be written as asked, before any work is done.

    Raises UsageError for an unknown ending, a missing folder, a folder as target and an input as target.
    """
    sources = {path.resolve() for path in inputs}
    for target in targets:
        if target.suffix.lower() not in FILE_ENDINGS:
            known = " ".join(FILE_ENDINGS)
            raise UsageError(f"the ending of {target.name!r} names no format", hint=f"known endings: {known}")
        if target.is_dir() or not target.parent.is_dir():
            raise UsageError(
                "this is no place for a file", where=str(target), hint="name a file in a folder that exists"
            )
        if target.resolve() in sources:
            raise UsageError("the output would overwrite an input", where=str(target), hint="choose another name")


def target_format(target: Path) -> str:
    """Return the format that the ending of an output file names."""
    return FILE_ENDINGS[target.suffix.lower()]


def write_whole(target: Path, text: str) -> None:
    """Write a file beside its target and move it there, so that the target is never half written.

    Raises UsageError where the folder or the disk does not allow it.
    """
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
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
    """Write data to standard output in UTF-8, whatever the locale says."""
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer") and not sys.stdout.isatty():
        sys.stdout.buffer.write(text.encode())
    else:
        sys.stdout.write(text)
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """Write a sentence for people to standard error."""
    sys.stderr.write(f"planalign: {sentence}\n")
