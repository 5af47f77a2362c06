"""The side of the child: takes requests, does the work, replies."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import json
import os
import signal
import sys
import time
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, NoReturn

from planalign.guard import frames, memory
from planalign.guard.frames import Frame, receive, send

if TYPE_CHECKING:
    from collections.abc import Callable

DEBUG = "PLANALIGN_DEBUG"
"""The environment variable that lets a child speak to standard error."""
_GRACE = 5.0
"""Seconds after the deadline at which a child ends itself, should its parent be gone."""
_PR_SET_PDEATHSIG = 1
"""Of prctl(2): which signal comes where the parent ends."""
_MOST_REQUEST = 2**26
_MOST_TRACE = 8192


class _Here:
    """What this process is: the pipe to its parent, where it is a child, and what it may take now."""

    say: IO[bytes] | None = None
    deadline = 0.0
    memory = 0


def extend(seconds: float, most: int = 0) -> None:
    """Ask for more time, and for so much memory in all (bytes), for work that turns out to be long; else nothing."""
    if _Here.say is None:
        return
    if most > _Here.memory:
        _Here.memory = most
        memory.allow(most)
    _Here.deadline += seconds
    _end_at_deadline()
    send(_Here.say, Frame(frames.EXTENSION, seconds, str(most).encode()))


def progress(done: int, total: int) -> None:
    """Tell the parent how far the work has come; outside of a child nothing happens."""
    if _Here.say is not None:
        send(_Here.say, Frame(frames.STEP, body=json.dumps([done, total]).encode()))


def serve(name: str, ask: IO[bytes], say: IO[bytes], limits: tuple[int, int]) -> NoReturn:
    """Do the work of every request with the function `module:name`, until the parent asks no more."""
    code = 1
    try:
        least = _settle_down(say, limits)
        work = _named(name)
        while _answer(work, ask, say, least):
            pass
        code = 0
    except (EOFError, OSError, SystemExit):
        code = 0
    finally:
        # Nothing of what was inherited from the parent may be flushed, closed or cleaned up twice.
        os._exit(code)


def main(arguments: list[str]) -> NoReturn:
    """Serve as a process of its own, by way of standard input and output."""
    name, least, most = arguments
    ask, say = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    serve(name, ask, say, (int(least), int(most)))


def _settle_down(say: IO[bytes], limits: tuple[int, int]) -> int:
    """Stand apart from the parent: no terminal, no signals of the keyboard; return what memory there is at first."""
    _Here.say = say
    _end_with_parent()
    gc.freeze()  # what the parent made stays shared with it: collecting would copy every page
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that files and programs of its own are cleaned up
    silent = not os.environ.get(DEBUG)
    if silent:
        faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2) if silent else (0, 1):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace")
    return memory.bound(*limits)


def _end_with_parent() -> None:
    """Let the system ask this process to end where its parent is gone; elsewhere a busy one goes on to its deadline."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _named(name: str) -> Callable[[bytes], bytes]:
    module, _, function = name.partition(":")
    found: Callable[[bytes], bytes] = getattr(import_module(module), function)
    return found


def _answer(work: Callable[[bytes], bytes], ask: IO[bytes], say: IO[bytes], most: int) -> bool:
    """Answer one request and say whether another may come: what took much memory gives it back by ending."""
    request = receive(ask, _MOST_REQUEST)
    _Here.deadline, _Here.memory = time.monotonic() + request.number, most
    memory.allow(most)
    _end_at_deadline()
    kind, body = _done(work, request.body)
    faulthandler.cancel_dump_traceback_later()
    last = kind == frames.MEMORY or memory.size() > most * 3 // 4
    send(say, Frame(kind, float(last), body))
    return not last


def _done(work: Callable[[bytes], bytes], request: bytes) -> tuple[bytes, bytes]:
    try:
        return frames.OK, work(request)
    except MemoryError:
        return frames.MEMORY, b""
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is told
        return frames.ERROR, _described(error)


def _described(error: Exception) -> bytes:
    import traceback

    trace = "".join(traceback.format_exception(error))[-_MOST_TRACE:]
    parts: dict[str, Any] = {"type": type(error).__name__, "message": str(error)[:_MOST_TRACE], "trace": trace}
    return json.dumps(parts).encode()


def _end_at_deadline() -> None:
    """Let the process end even where it hangs in foreign code and its parent was killed."""
    left = max(_Here.deadline - time.monotonic(), 0.0) + _GRACE
    with contextlib.suppress(OSError, ValueError):
        faulthandler.dump_traceback_later(left, exit=True)
