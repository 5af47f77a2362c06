"""Reads files that are files: a named pipe or a device may never come to an end."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from planalign.model.sentence import english

if TYPE_CHECKING:
    from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a path leads to a file; no error where its name is too long or its folder may not be entered."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises there


def require_plain(path: Path) -> None:
    """Raise OSError where a path leads to something that is no regular file."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, english("this is no regular file"), str(path))
