"""A lock on an open file that holds between processes, and ends with the process that holds it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTE = 2**30
"""Windows locks bytes against reading too, so one is locked that no file of ours reaches."""


@contextmanager
def locked(handle: int, *, shared: bool = False) -> Iterator[None]:
    """Hold a lock on a file while the body runs, waiting for it as long as need be.

    `shared`: others may read at the same time, and none may write. Raises OSError where the file system has no locks.
    """
    _lock(handle, shared=shared)
    try:
        yield
    finally:
        _unlock(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, shared: bool) -> None:  # noqa: ARG001 - Windows has none that are shared here
        place = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _BYTE, os.SEEK_SET)
        while True:
            try:
                # Tries ten times, one second apart.
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != 36:  # EDEADLOCK: somebody else holds it still
                    raise
            else:
                break
        os.lseek(handle, place, os.SEEK_SET)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int, *, shared: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
