"""Reading documents in a guarded child: one that hangs, grows or crashes there costs an error, and nothing else."""

from __future__ import annotations

import json
import os
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from planalign import errors
from planalign.errors import PlanalignError, ReadError
from planalign.guard import Guard, Status, progress
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import TracebackType

    from planalign.config import Settings
    from planalign.guard import Outcome
    from planalign.model.plan import Plan

    Listener = Callable[[int, int], None]
    """Takes the number of steps done and the number of all."""

PLAN = "planalign.guarded:plan"
"""The work of reading a document as a plan."""

_AT_ONCE = 2
"""Documents that are read at once: each child may take all the memory of the limits."""
_SMALL = 2**16
"""Bytes of a document that is read sooner than a second child is warm."""
_REFUSED = b"refused\n"
_DONE = b"done\n"
_SLOW = english("a smaller or simpler document, or more time: `seconds` under [limits] in planalign.toml")
_LARGE = english("a smaller or simpler document, or more memory: `memory` under [limits] in planalign.toml")
_REPORT = english("set PLANALIGN_DEBUG=1 for the traceback and report it")
_ANEW = english("open it, save it anew or as PDF, and read that")


class Reading:
    """A guarded child that reads documents one after the other under the limits of the settings."""

    def __init__(self, work: str, settings: Settings, *, fresh: bool = False) -> None:
        """Prepare to do the work named `module:function`, which calls `reply`; see Guard on `fresh`."""
        self._settings = settings
        limits = settings.limits
        self._guard = Guard(work, memory=limits.memory, most_memory=limits.extra_memory, fresh=fresh)
        self._begun: Path | None = None

    def begin(self, path: Path, **wishes: str) -> None:
        """Let the child begin with a document, and do not wait for it: `answer` does."""
        asked = {"path": str(path), "settings": self._settings.model_dump(mode="json"), **wishes}
        self._guard.ask(json.dumps(asked).encode(), self._settings.limits.seconds)
        self._begun = path

    def answer(self, path: Path, listener: Listener | None = None, **wishes: str) -> bytes:
        """Return what the work makes of a document, begun or not; the listener hears of pages done.

        Raises what the work raised of PlanalignError, and ReadError where it did not come to an end.
        """
        if self._begun != path:
            self.begin(path, **wishes)
        self._begun = None
        outcome = self._guard.reply(listener)
        if outcome.status is not Status.OK:
            raise _failed(outcome, path)
        if outcome.body.startswith(_REFUSED):
            raise _refused(json.loads(outcome.body.removeprefix(_REFUSED)))
        return outcome.body.removeprefix(_DONE)

    def plan(self, path: Path, listener: Listener | None = None) -> Plan:
        """Return the plan in a file.

        Raises like `answer`.
        """
        return _plan(self.answer(path, listener))

    def close(self) -> None:
        """End the child."""
        self._guard.close()

    def __enter__(self) -> Self:
        """Return the reading."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()


class Ahead:
    """Reads documents in their order, the next one while the last one is taken in; large ones in two children."""

    def __init__(self, paths: Sequence[Path], settings: Settings) -> None:
        """Begin with the first documents."""
        self._waiting = deque(paths)
        self._idle = deque(Reading(PLAN, settings) for _ in range(_children(paths)))
        self._busy: deque[Reading] = deque()
        self._begin()

    def plan(self, path: Path, listener: Listener | None = None) -> Plan:
        """Return the plan in the next document, which `path` is.

        Raises like `Reading.answer`.
        """
        reading = self._busy.popleft()
        try:
            found = reading.answer(path, listener)
        finally:
            self._idle.append(reading)
            self._begin()
        return _plan(found)

    def _begin(self) -> None:
        while self._idle and self._waiting:
            reading = self._idle.popleft()
            reading.begin(self._waiting.popleft())
            self._busy.append(reading)

    def __enter__(self) -> Self:
        """Return the readings."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the children."""
        for reading in (*self._idle, *self._busy):
            reading.close()


def _plan(record: bytes) -> Plan:
    from planalign.model.plan import Plan

    return Plan.model_validate_json(record)


def _children(paths: Iterable[Path]) -> int:
    large = sum(path.is_file() and path.stat().st_size > _SMALL for path in paths)
    return max(1, min(large, _AT_ONCE, processors()))


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def plan(request: bytes) -> bytes:
    """Read a document as a plan: the work of the child."""
    from planalign.pipeline.loading import load

    return reply(request, lambda path, settings, _: load(path, settings).model_dump_json().encode())


def reply(request: bytes, work: Callable[[Path, Settings, dict[str, Any]], bytes]) -> bytes:
    """Return what work makes of a request, or how it was refused; the rest is for the guard to tell."""
    from planalign.config import Settings
    from planalign.readers.steps import listening

    wishes = json.loads(request)
    path, settings = Path(wishes.pop("path")), Settings.model_validate(wishes.pop("settings"))
    try:
        with listening(progress):
            return _DONE + work(path, settings, wishes)
    except PlanalignError as error:
        parts = {"type": type(error).__name__, "what": error.what, "where": error.where, "hint": error.hint}
        return _REFUSED + json.dumps(parts).encode()


def _refused(parts: dict[str, str]) -> PlanalignError:
    """Return the error that the child raised."""
    kind: type[PlanalignError] = getattr(errors, parts["type"])
    return kind(parts["what"], where=parts["where"], hint=parts["hint"])


def _failed(outcome: Outcome, path: Path) -> ReadError:
    """Return the error for a work that did not end as it should."""
    where = str(path)
    match outcome.status:
        case Status.TIMEOUT:
            return ReadError(english("reading took too long and was stopped"), where=where, hint=_SLOW)
        case Status.MEMORY:
            return ReadError(english("reading took too much memory and was stopped"), where=where, hint=_LARGE)
        case Status.CRASH:
            return ReadError(english("reading broke down ({why})", why=outcome.detail), where=where, hint=_ANEW)
        case _:
            return _stumbled(json.loads(outcome.body), where)


def _stumbled(parts: dict[str, str], where: str) -> ReadError:
    """Return the error for a slip of our own, which stops no other document; its note says where it was."""
    kind = parts["type"]
    error = ReadError(english("the document could not be understood ({kind})", kind=kind), where=where, hint=_REPORT)
    error.add_note(parts["trace"])
    return error
