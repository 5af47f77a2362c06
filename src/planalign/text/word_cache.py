"""Text kept between runs, in a folder that only its owner can write.

A file holds the hash of its text in its first line and the text below; one that is damaged, foreign or not to be
trusted costs a rebuild and nothing else. No pickle and no marshal: a planted file could at worst cut words
differently, and only the owner could plant it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class Kept(NamedTuple):
    """A text and its hash."""

    text: str
    sha256: str
    """In hex, over its UTF-8 bytes."""


def kept(key: str, build: Callable[[], str]) -> Kept:
    """Return the text kept under a key, or build it and keep it where that is possible."""
    try:
        path = folder() / f"words-{hashlib.sha256(key.encode()).hexdigest()[:32]}.txt"
    except RuntimeError:
        # A user without a home keeps nothing.
        return _hashed(build())
    found = _read(path)
    if found is None:
        found = _hashed(build())
        _write(path, found)
    return found


def folder() -> Path:
    """Return the folder: PLANALIGN_CACHE, else planalign in the user's cache folder.

    Raises RuntimeError where the user has no home.
    """
    chosen = os.environ.get("PLANALIGN_CACHE")
    if chosen:
        return Path(chosen)
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "planalign"


def _hashed(text: str) -> Kept:
    return Kept(text, hashlib.sha256(text.encode()).hexdigest())


def _read(path: Path) -> Kept | None:
    """Return the text of a file that is whole and private."""
    try:
        if not _is_private(path.parent):
            return None
        digest, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    found = hashlib.sha256(body).hexdigest()
    return Kept(body.decode(), found) if found.encode() == digest else None


def _write(path: Path, table: Kept) -> None:
    """Write whole or not at all; a folder that cannot be used is no error."""
    import tempfile

    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(path.parent):
            return
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(f"{table.sha256}\n{table.text}".encode())
        Path(name).replace(path)


def _is_private(path: Path) -> bool:
    """Say whether only the user can write a folder (POSIX; elsewhere the user's profile is private)."""
    if not hasattr(os, "getuid"):
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & WRITABLE_BY_OTHERS
