"""The word table kept between runs, in a folder that only its owner can write.

A file holds the hash of its content in its first line and the table as JSON below; one that is damaged, foreign or not
to be trusted costs a rebuild and nothing else. No pickle and no marshal: a planted file could at worst cut words
differently, and only the owner could plant it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def kept(key: str, build: Callable[[], dict[str, int]]) -> dict[str, int]:
    """Return the table kept under a key, or build it and keep it where that is possible."""
    try:
        path = folder() / f"words-{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"
    except RuntimeError:
        # A user without a home keeps nothing.
        return build()
    table = _read(path)
    if table is None:
        table = build()
        _write(path, table)
    return table


def folder() -> Path:
    """Return the folder: PLANALIGN_CACHE, else planalign in the user's cache folder.

    Raises RuntimeError where the user has no home.
    """
    chosen = os.environ.get("PLANALIGN_CACHE")
    if chosen:
        return Path(chosen)
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "planalign"


def _read(path: Path) -> dict[str, int] | None:
    """Return the table of a file that is whole and private."""
    try:
        if not _is_private(path.parent):
            return None
        digest, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    table: dict[str, int] = json.loads(body)
    return table


def _write(path: Path, table: dict[str, int]) -> None:
    """Write whole or not at all; a folder that cannot be used is no error."""
    body = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(path.parent):
            return
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        Path(name).replace(path)


def _is_private(path: Path) -> bool:
    """Say whether only the user can write a folder (POSIX; elsewhere the user's profile is private)."""
    if not hasattr(os, "getuid"):
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & WRITABLE_BY_OTHERS
