"""Turns files and folders named on the command line into files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


OUTLINE, PAGES = ".layout.txt", ".layout.html"
"""Ends of the names of what --debug-layout writes."""


def expand(paths: Iterable[Path], outputs: Iterable[Path] = ()) -> Iterator[Path | ReadError]:
    """Yield files as given, and for each folder the files below it in order.

    Hidden files, lock files of open documents, links out of the folder, files given before, the outputs of this run
    and what --debug-layout wrote are left out. A folder that cannot be read is an error, and so is one without
    files: nothing read is never a success.
    """
    given = {os.path.realpath(path) for path in outputs}
    for path in paths:
        # Unlike Path.is_dir, isdir raises nothing over a folder that may not be entered.
        if not os.path.isdir(path):  # noqa: PTH112
            given.add(os.path.realpath(path))
            yield path
            continue
        found, problems = _below(path)
        yield from (file for file in found if os.path.realpath(file) not in given)
        given.update(os.path.realpath(file) for file in found)
        yield from problems
        if not found and not problems:
            yield ReadError(english("the folder holds no file"), where=str(path))


def _below(folder: Path) -> tuple[list[Path], list[ReadError]]:
    """Return the files below a folder in order, and the folders that could not be read; links are not entered."""
    root = Path(os.path.realpath(folder))
    closed: list[OSError] = []
    found = [
        path
        for current, names, files in os.walk(folder, onerror=closed.append)
        for path in _files(Path(current), names, files)
        if Path(os.path.realpath(path)).is_relative_to(root)
    ]
    return sorted(found), [_closed(error, folder) for error in closed]


def _files(folder: Path, names: list[str], files: list[str]) -> Iterator[Path]:
    """Give the files of one folder that are documents; hidden folders are taken off the list of those to enter."""
    names[:] = [name for name in names if not name.startswith(".")]
    return (folder / name for name in files if not name.startswith((".", "~$")) and not name.endswith((OUTLINE, PAGES)))


def _closed(error: OSError, folder: Path) -> ReadError:
    where = str(error.filename or folder)
    return ReadError(
        english("the folder cannot be read: {why}", why=error.strerror),
        where=where,
        hint=english("check its permissions"),
    )
