"""Reads files that are files: a named pipe or a device may never come to an end."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from planalign.model.sentence import english

if TYPE_CHECKING:
    from pathlib import Path


def require_plain(path: Path) -> None:
    """Raise OSError where a path leads to something that is no regular file."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, english("this is no regular file"), str(path))
