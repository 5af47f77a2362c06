"""Finds a file of the project in the folder of a document, or in one above it."""

from __future__ import annotations

import os
from pathlib import Path

from planalign.store.plain_file import is_file

_TOP = ".git"
"""A folder that holds this is the top of a project; nothing above it is looked at."""


def nearby(place: Path, name: str) -> Path | None:
    """Return the file of that name in the folder of a document (or in that folder itself), or in the next one above."""
    start = Path(os.path.abspath(place))  # noqa: PTH100 - Path.resolve would follow links out of the project
    for folder in (start, *start.parents):
        if is_file(folder / name):
            return _shown(folder / name)
        if os.path.exists(folder / _TOP):  # noqa: PTH110 - the same
            return None
    return None


def _shown(path: Path) -> Path:
    """Return the path relative to the current folder where it lies below it."""
    folder = Path.cwd()
    return path.relative_to(folder) if path.is_relative_to(folder) else path
