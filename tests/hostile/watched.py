"""Reads documents in the child of a test, and takes it as a slip where one reaches for the net, a program or a lure."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planalign import guarded

if TYPE_CHECKING:
    from collections.abc import Callable

_FORBIDDEN = ("socket.", "subprocess.", "urllib.", "http.", "ftplib.", "os.system", "os.exec", "os.posix_spawn")
# What the hostile files name: files of the system or beside them, an address of this machine.
_LURES = ("hostname", "evil", "nowhere", "127.0.0.1")


class _Watch:
    """What was reached for since the last look; None before anybody watches."""

    seen: list[str] | None = None


def plan(request: bytes) -> bytes:
    """Read a document as a plan."""
    return _watched(guarded.plan, request)


def connect(request: bytes) -> bytes:
    """Call an address."""

    def call(_: bytes) -> bytes:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", 9), timeout=1):
            pass
        return b""

    return _watched(call, request)


def look(request: bytes) -> bytes:
    """Look into a file of the system."""
    return _watched(lambda _: Path("/etc/hostname").read_bytes(), request)


def start(request: bytes) -> bytes:
    """Start a program."""
    return _watched(
        lambda _: subprocess.run([sys.executable, "-c", ""], check=True, capture_output=True).stdout, request
    )


def _watched(work: Callable[[bytes], bytes], request: bytes) -> bytes:
    """Return what the work returns.

    Raises RuntimeError where it reached for more than its document.
    """
    if _Watch.seen is None:
        sys.addaudithook(_note)
    _Watch.seen = []
    answer = work(request)
    if _Watch.seen:
        raise RuntimeError(", ".join(_Watch.seen))
    return answer


def _note(event: str, arguments: tuple[object, ...]) -> None:
    opened = str(arguments[0]) if event == "open" else ""
    if _Watch.seen is not None and (event.startswith(_FORBIDDEN) or any(lure in opened for lure in _LURES)):
        _Watch.seen.append(f"{event} {opened}")
