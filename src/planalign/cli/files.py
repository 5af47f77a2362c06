"""Turns files and folders named on the command line into files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def expand(paths: Iterable[Path]) -> Iterator[Path | ReadError]:
    """Yield files as given, and for each folder the files below it in order.

    Hidden files, lock files of open documents and links out of the folder are left out; a folder without files is
    an error, since nothing read is never a success.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(_below(path))
        yield from found
        if not found:
            yield ReadError("the folder holds no file", where=str(path))


def _below(folder: Path) -> Iterator[Path]:
    root = Path(os.path.realpath(folder))
    for current, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        for name in files:
            path = Path(current, name)
            if not name.startswith((".", "~$")) and Path(os.path.realpath(path)).is_relative_to(root):
                yield path
