"""Work that goes wrong in every way, done by the children of these tests."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

from planalign.guard import extend, progress


def work(request: bytes) -> bytes:
    """Do what the request names."""
    name, _, rest = request.decode().partition(" ")
    done: bytes = globals()[f"_{name}"](rest)
    return done


def _upper(text: str) -> bytes:
    return text.upper().encode()


def _sleep(_: str) -> bytes:
    time.sleep(600)
    return b""


def _calculate(_: str) -> bytes:
    """Stay in code of C that hears no signal."""
    return str(7 ** (10**9)).encode()


def _segfault(_: str) -> bytes:
    ctypes.string_at(0)
    return b""


def _leave(code: str) -> bytes:
    os._exit(int(code))


def _grow(_: str) -> bytes:
    kept = []
    while True:
        kept.append(bytearray(2**24))


def _keep(size: str) -> bytes:
    """Hold so many bytes for good."""
    globals()["_KEPT"] = bytearray(int(size))
    return b"kept"


def _raise(message: str) -> bytes:
    raise ValueError(message)


def _flood(size: str) -> bytes:
    return bytes(int(size))


def _pid(_: str) -> bytes:
    return str(os.getpid()).encode()


def _steps(total: str) -> bytes:
    for done in range(int(total)):
        progress(done + 1, int(total))
    return b"done"


def _slowly(_: str) -> bytes:
    """Take longer than was allowed at first, having asked."""
    extend(30)
    time.sleep(0.6)
    return b"done"


def _much(size: str) -> bytes:
    """Take more than was allowed at first, having asked."""
    extend(0, 2**40)
    return str(len(bytearray(int(size)))).encode()


def _noise(_: str) -> bytes:
    sys.stdout.write("out\n")
    sys.stdout.flush()
    os.write(1, b"out\n")
    os.write(2, b"\x1b[2Jerr\n")
    return b"done"


def _file(path: str) -> bytes:
    """Hang with a file that is taken away whatever happens."""
    Path(path).touch()
    try:
        time.sleep(600)
    finally:
        Path(path).unlink()
    return b""
