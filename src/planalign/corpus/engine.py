"""Has work done by several threads, each of which owns one guarded child; or here, one after the other."""

from __future__ import annotations

import json
import queue
import threading
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self, TypeVar

from planalign.corpus.part_run import Ended
from planalign.corpus.work import WORK, accepted, work
from planalign.guard import Guard, Status
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from planalign.config import Limits
    from planalign.corpus.part_run import Call, Done
    from planalign.guard import Outcome

Item = TypeVar("Item")
Result = TypeVar("Result")
WRITING = 600.0
"""Seconds for writing a part: its size is ours, not that of a hostile document."""
_TRIES = 2
_ENDED = {Status.TIMEOUT: "timeout", Status.MEMORY: "memory", Status.CRASH: "crash", Status.ERROR: "crash"}


class EngineName(StrEnum):
    """Where the parts of a run are worked on."""

    LOCAL = "local"
    SERIAL = "serial"
    RAY = "ray"


class Engine(Protocol):
    """Has something done with each of many items, by workers that each have a call."""

    def each(self, items: Sequence[Item], doing: Callable[[Item, Call, Done], Result], done: Done) -> Iterator[Result]:
        """Yield what comes of each item, as it is finished; `done` hears of each document.

        Raises UsageError where the store takes nothing.
        """
        ...


class Caller(Protocol):
    """Gives a thread something to call, closed in the end."""

    def __call__(self) -> AbstractContextManager[Call]:
        """Open it."""
        ...


class Guarded:
    """Calls a guarded child; a job that breaks down is tried once more, by a new child."""

    def __init__(self, limits: Limits, work: str = WORK) -> None:
        """Prepare a child under these limits for the work named `module:function`."""
        self._seconds = limits.seconds
        self._guard = Guard(work, memory=limits.memory, most_memory=limits.extra_memory, fresh=True)

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply.

        Raises Ended where both tries broke down, UsageError where the store takes nothing.
        """
        seconds = WRITING if request["job"] == "write" else self._seconds
        for _ in range(_TRIES):
            outcome = self._guard.call(json.dumps(request).encode(), seconds)
            if outcome.status is Status.OK:
                return accepted(json.loads(outcome.body))
        raise Ended(_ENDED[outcome.status], _reason(outcome))

    def __enter__(self) -> Self:
        """Return the caller."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the child."""
        self._guard.close()


class Here:
    """Does the work in this process: for finding faults, without isolation."""

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply.

        Raises UsageError where the store takes nothing.
        """
        return accepted(json.loads(work(json.dumps(request).encode())))

    def __enter__(self) -> Self:
        """Return the caller."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""


class Threads(NamedTuple):
    """Threads of this process, each with a caller of its own."""

    caller: Caller
    workers: int = 1

    def each(self, items: Sequence[Item], doing: Callable[[Item, Call, Done], Result], done: Done) -> Iterator[Result]:
        """Yield what comes of each item, as it is finished.

        Raises what one of them raised; the others stop after their present item.
        """
        waiting: queue.SimpleQueue[Item] = queue.SimpleQueue()
        for item in items:
            waiting.put(item)
        finished: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()
        stop = threading.Event()

        def serve() -> None:
            _serve(waiting, finished, lambda item, call: doing(item, call, done), self.caller, stop)

        threads = [threading.Thread(target=serve, daemon=True) for _ in range(min(self.workers, len(items)))]
        for thread in threads:
            thread.start()
        try:
            for _ in items:
                result = finished.get()
                if isinstance(result, BaseException):
                    raise result
                yield result
        finally:
            stop.set()
        for thread in threads:
            thread.join()


def _serve(
    waiting: queue.SimpleQueue[Item],
    finished: queue.SimpleQueue[Result | BaseException],
    doing: Callable[[Item, Call], Result],
    caller: Caller,
    stop: threading.Event,
) -> None:
    """Take items until none is left, with a child of this thread alone."""
    try:
        with caller() as call:
            while not stop.is_set():
                finished.put(doing(waiting.get_nowait(), call))
    except queue.Empty:
        return
    except BaseException as error:  # noqa: BLE001 - the main thread raises it
        finished.put(error)


def _reason(outcome: Outcome) -> str:
    """Return what ended a job, for a person to read."""
    if outcome.status is Status.ERROR:
        return english("the document could not be understood ({kind})", kind=json.loads(outcome.body)["type"])
    reasons = {
        Status.TIMEOUT: english("it took too long and was stopped"),
        Status.MEMORY: english("it took too much memory and was stopped"),
        Status.CRASH: english("it broke down ({detail})", detail=outcome.detail),
    }
    return reasons[outcome.status]
