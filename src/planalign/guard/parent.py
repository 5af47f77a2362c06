"""The side of the parent: starts a child, gives it work, ends it in time, replaces it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
import warnings
from typing import IO, TYPE_CHECKING, Self

from planalign.guard import child, frames, memory
from planalign.guard.frames import Frame, receive, send
from planalign.guard.outcome import Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    Listener = Callable[[int, int], None]
    """Takes the number of steps done and the number of all."""

_START = "import sys; from planalign.guard.child import main; main(sys.argv[1:])"
# Libraries whose threads do not survive a fork.
_THREADED = frozenset({"cv2", "duckdb", "onnxruntime", "pyarrow", "ray"})
_GRACE = 1.0
"""Seconds that a child has to clean up before it is killed."""
_LOOK_EVERY = 0.1
"""Seconds between two looks at the memory of a child, where the system does not bound it."""
_LOOK_AGAIN = 0.01
_REPLIES = {frames.OK: Status.OK, frames.ERROR: Status.ERROR, frames.MEMORY: Status.MEMORY}


class Guard:
    """A child process that runs one function, at one request after the other, under a deadline and a memory cap.

    The function is named `module:function`, takes bytes and returns bytes. A child that hangs, grows or crashes is
    replaced at the next call. A guard serves one thread; several threads take one each.
    """

    def __init__(
        self, function: str, *, memory: int, most_memory: int = 0, most_reply: int = 2**28, fresh: bool = False
    ) -> None:
        """Prepare a guard; the child starts with the first call.

        Memory in bytes: what the child may take, and what at most after `guard.extend`. With `fresh`, or where a
        fork is not safe, the child is a new interpreter (0.05 s and its imports) and not a copy of this process.
        """
        self._function = function
        self._limits = (memory, max(memory, most_memory))
        self._most_reply = most_reply
        self._fresh = fresh
        self._child: _Child | None = None
        self._asked: tuple[_Child, float] | None = None
        """The child that is at work, and when it must be done."""

    def call(self, request: bytes, seconds: float, listener: Listener | None = None) -> Outcome:
        """Return what became of a request that may take so many seconds; the listener hears of its steps.

        Raises nothing over the work itself, whatever it does.
        """
        self.ask(request, seconds)
        return self.reply(listener)

    def ask(self, request: bytes, seconds: float) -> None:
        """Let the child begin with a request that may take so many seconds, and do not wait for it."""
        running, self._child = self._child or self._start(), None
        self._asked = running, time.monotonic() + seconds
        # A child that is gone already is noticed by the one who waits for its reply.
        with contextlib.suppress(OSError):
            send(running.ask, Frame(frames.REQUEST, seconds, request))

    def reply(self, listener: Listener | None = None) -> Outcome:
        """Return what became of the request; the listener hears of its steps.

        Raises nothing over the work itself, ValueError where nothing was asked.
        """
        if self._asked is None:
            raise ValueError("nothing was asked")
        (running, deadline), self._asked = self._asked, None
        # A reply that was ready long ago has to get through the pipe.
        left = max(deadline - time.monotonic(), _GRACE)
        with _Watch(running, left, self._limits[0]) as watch:
            outcome, goes_on = self._attended(running, watch, listener)
        if goes_on:
            self._child = running
            return outcome
        ended = running.end()
        if outcome.status is not Status.CRASH:
            return outcome
        return Outcome(watch.reason) if watch.reason else outcome._replace(detail=ended)

    def close(self) -> None:
        """End the child; what it may still be doing is broken off."""
        if self._asked is not None:
            self._asked[0].stop()
            self._asked[0].end()
            self._asked = None
        if self._child is not None:
            self._child.end()
            self._child = None

    def __enter__(self) -> Self:
        """Return the guard."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    def _start(self) -> _Child:
        if self._fresh or sys.platform != "linux" or not _THREADED.isdisjoint(sys.modules):
            return _Spawned(self._function, self._limits)
        return _Forked(self._function, self._limits)

    def _attended(self, running: _Child, watch: _Watch, listener: Listener | None) -> tuple[Outcome, bool]:
        """Return what the child replies, and whether it takes another request."""
        try:
            while (frame := receive(running.say, self._most_reply)).kind not in _REPLIES:
                _hear(frame, watch, listener)
        except OverflowError:
            return Outcome(Status.MEMORY), False
        except (EOFError, OSError):
            return Outcome(Status.CRASH), False
        return Outcome(_REPLIES[frame.kind], frame.body), not frame.number


def _hear(frame: Frame, watch: _Watch, listener: Listener | None) -> None:
    if frame.kind == frames.EXTENSION:
        watch.extend(frame.number, int(frame.body))
    elif listener is not None:
        listener(*json.loads(frame.body))


class _Watch:
    """A thread that ends a child at its deadline, or where it grows too large."""

    def __init__(self, running: _Child, seconds: float, most: int) -> None:
        self._running = running
        self._deadline = time.monotonic() + seconds
        self._most = most
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.reason: Status | None = None
        """Why the child was ended; None where it was not."""

    def extend(self, seconds: float, most: int) -> None:
        """Allow more time, and more memory where more is named."""
        self._deadline += seconds
        self._most = max(self._most, most)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        if kind is not None:
            # The work was broken off from outside, by the keyboard say.
            self._running.stop()
            self._running.end()

    def _look(self) -> None:
        while not self._over.wait(self._pause()):
            self.reason = self._judged()
            if self.reason is not None:
                self._running.stop()
                return

    def _pause(self) -> float:
        left = max(self._deadline - time.monotonic(), 0.0)
        return left if memory.CAPPED else min(left, _LOOK_EVERY)

    def _judged(self) -> Status | None:
        if time.monotonic() >= self._deadline:
            return Status.TIMEOUT
        if not memory.CAPPED and memory.resident(self._running.pid) > self._most:
            return Status.MEMORY
        return None


class _Child:
    """A running child, however it was started."""

    pid: int
    ask: IO[bytes]
    say: IO[bytes]

    def stop(self) -> None:
        """Let the child clean up and end; kill it where it does not within the grace."""
        if self.is_gone():
            return
        os.kill(self.pid, signal.SIGTERM)
        patience = time.monotonic() + _GRACE
        while not self.is_gone():
            if time.monotonic() > patience:
                os.kill(self.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
                return
            time.sleep(_LOOK_AGAIN)

    def is_gone(self) -> bool:
        """Return whether the child has ended; that it did is still to be collected."""
        raise NotImplementedError

    def end(self) -> str:
        """Kill the child where it still runs, and say how it ended."""
        raise NotImplementedError


class _Forked(_Child):
    """A copy of this process, which has imported already what the work needs: some milliseconds."""

    def __init__(self, function: str, limits: tuple[int, int]) -> None:
        asked, asking = os.pipe()
        said, saying = os.pipe()
        with warnings.catch_warnings():
            # Python warns of threads of its own; those of the progress bar hold nothing that the child touches.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(asking)
                os.close(said)
                child.serve(function, os.fdopen(asked, "rb"), os.fdopen(saying, "wb"), limits)
            finally:
                # A signal that strikes here must not clean up what is the parent's.
                os._exit(1)
        os.close(asked)
        os.close(saying)
        self.ask, self.say = os.fdopen(asking, "wb"), os.fdopen(said, "rb")

    def is_gone(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def end(self) -> str:
        for pipe in (self.ask, self.say):
            _close(pipe)
        os.kill(self.pid, signal.SIGKILL)
        return _ending(os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]))


class _Spawned(_Child):
    """A new interpreter."""

    def __init__(self, function: str, limits: tuple[int, int]) -> None:
        import subprocess

        # -P and the path of this process: nothing is imported from the folder that happens to be the current one.
        path = os.pathsep.join(filter(None, sys.path))
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter with a program of ours
            [sys.executable, "-P", "-c", _START, function, *map(str, limits)],
            env=os.environ | {"PYTHONPATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get(child.DEBUG) else subprocess.DEVNULL,
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError
        self.pid, self.ask, self.say = self._process.pid, self._process.stdin, self._process.stdout

    def is_gone(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> str:
        for pipe in (self.ask, self.say):
            _close(pipe)
        self._process.kill()
        return _ending(self._process.wait())


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        # What was still to be sent has nobody to read it.
        return


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
