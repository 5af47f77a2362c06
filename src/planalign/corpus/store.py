"""The folder in which a run keeps what it has finished: each file written whole, named by what it was made of.

A cache file is a mark, the SHA-256 of what follows, and JSON packed by zlib. What does not match is made anew, so that
a cache can only cost time.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import secrets
import zlib
from typing import TYPE_CHECKING, Any

from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.store.folders import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

FOLDER = ".planalign"
"""Where the results lie, inside the folder of the documents; hidden, so that no document is searched in it."""
_MARK = b"planalign/1\n"
_DIGEST = hashlib.sha256().digest_size
_DRAFTS = "drafts"
"""Where files are written before they are put in their place: one folder, so that a million others need no search."""
_DRAFT = ".tmp"
_FULL = {
    errno.ENOSPC: english("the disk is full: what was finished is kept, and the next run goes on from there"),
    errno.EDQUOT: english(
        "the quota of the disk is used up: what was finished is kept, and the next run goes on from there"
    ),
    errno.EROFS: english("the folder cannot be written to (read-only file system)"),
    errno.EACCES: english("the folder cannot be written to (no permission)"),
    errno.EPERM: english("the folder cannot be written to (no permission)"),
}


class Store:
    """Files below one folder, by kind and name."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first file is written."""
        self.folder = folder

    def path(self, kind: str, name: str, ending: str) -> Path:
        """Return where a file lies; the first characters of its name spread a million files over many folders."""
        return self.folder / kind / name[:2] / f"{name}{ending}"

    def load(self, kind: str, name: str) -> Any | None:  # noqa: ANN401 - JSON
        """Return a record; None where it is not there, or is not what was written."""
        try:
            content = self.path(kind, name, ".json.z").read_bytes()
        except OSError:
            return None
        return unpacked(content)

    def save(self, kind: str, name: str, record: object) -> None:
        """Keep a record, without waiting for the disk: one that a loss of power cuts short is made anew (`unpacked`).

        Raises UsageError where the folder or the disk does not allow it.
        """
        self._place(self.path(kind, name, ".json.z"), packed(record), lasting=False)

    def forget(self, kind: str, name: str) -> None:
        """Remove a record, where it is there.

        Raises UsageError where the folder does not allow it.
        """
        with storing(self.folder):
            self.path(kind, name, ".json.z").unlink(missing_ok=True)

    def write(self, target: Path, content: bytes) -> None:
        """Write a file whole or not at all, so that it outlives a kill at any moment.

        Raises UsageError where the folder or the disk does not allow it.
        """
        self._place(target, content, lasting=True)

    def _place(self, target: Path, content: bytes, *, lasting: bool) -> None:
        """Write a draft into the same file system, then put it in its place."""
        with storing(target.parent):
            drafts = self.folder / _DRAFTS
            for folder in (drafts, target.parent):
                folder.mkdir(parents=True, exist_ok=True)
            draft = drafts / f".{secrets.token_hex(8)}{_DRAFT}"
            try:
                with draft.open("xb") as file:
                    file.write(content)
                    if lasting:
                        file.flush()
                        os.fsync(file.fileno())
                draft.replace(target)
            finally:
                draft.unlink(missing_ok=True)
            if lasting:
                settle(target.parent)

    @contextlib.contextmanager
    def held(self, *, shared: bool) -> Iterator[None]:
        """Keep the folder for this run, or together with other shards; the system lets go of it when a run is killed.

        Raises UsageError where another run is at work in it.
        """
        with storing(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            file = (self.folder / "lock").open("ab")
        with file:
            if not _locked(file, shared=shared):
                hint = english("wait for it to end, or name another folder with --store")
                raise UsageError(english("another run is at work in this folder"), where=str(self.folder), hint=hint)
            if not shared:
                self.sweep()
            yield

    def sweep(self) -> None:
        """Remove the drafts that a killed run left behind."""
        for draft in list((self.folder / _DRAFTS).glob(f".*{_DRAFT}")):
            with contextlib.suppress(OSError):
                draft.unlink()


def _locked(file: BinaryIO, *, shared: bool) -> bool:
    """Take the lock; systems without such locks do without."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def packed(record: object) -> bytes:
    """Return the bytes of a cache file; the same record gives the same bytes."""
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    body = zlib.compress(text.encode(), 1)
    return _MARK + hashlib.sha256(body).digest() + body


def unpacked(content: bytes) -> Any | None:  # noqa: ANN401 - JSON
    """Return the record of a cache file; None where its bytes are not those that were written."""
    digest, body = content[len(_MARK) : len(_MARK) + _DIGEST], content[len(_MARK) + _DIGEST :]
    if not content.startswith(_MARK) or hashlib.sha256(body).digest() != digest:
        return None
    return json.loads(zlib.decompress(body))


@contextlib.contextmanager
def storing(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into a message.

    Raises UsageError.
    """
    try:
        yield
    except OSError as error:
        what = _FULL.get(
            error.errno or 0, english("the results cannot be written: {strerror}", strerror=error.strerror)
        )
        raise UsageError(
            what, where=str(folder), hint=english("free some space, or name another folder with --store")
        ) from error
