"""Runs one part: judges the pairs that are not judged yet, then writes the rows of all. Safe to repeat at any time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from planalign.corpus.plans import HEADS, loaded_reading
from planalign.corpus.store import Store
from planalign.corpus.tables import is_whole
from planalign.corpus.work import PAIRS, PARTS
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.corpus.parts import Pair, Part
    from planalign.corpus.plans import Document

    Done = Callable[[bool], None]
    """Hears of each document whether it came out."""


class Ended(Exception):  # noqa: N818 - no error of ours: the work was ended from outside
    """A job that did not come to its end, even when it was tried again."""

    def __init__(self, outcome: str, reason: str) -> None:
        """Keep what ended it: timeout, memory or crash."""
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason


class Call(Protocol):
    """Has a job done, in a guarded child or here."""

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply.

        Raises Ended where the job was ended, UsageError where the store takes nothing.
        """
        ...


class Run(NamedTuple):
    """Where a run reads and writes; plain values, so that it travels to another machine."""

    folder: str
    """Folder of the documents."""
    store: str
    """Folder of the results."""
    reading: dict[str, Any]
    """How documents are read."""


def read_document(document: Document, call: Call, done: Done, run: Run) -> tuple[str, dict[str, Any]]:
    """Return the key of a document and its head as JSON; `done` hears whether it was read.

    Raises UsageError where the store cannot be written.
    """
    key = loaded_reading(run.reading).key(document)
    try:
        head = call({"job": "read", **run._asdict(), "document": document})["head"]
    except Ended as ended:
        head = {"outcome": ended.outcome, "reason": ended.reason}
        Store(Path(run.store)).save(HEADS, key, head)
    done(head["outcome"] == "read")
    return key, head


def run_part(part: Part, call: Call, done: Done, run: Run) -> dict[str, Any]:
    """Return the report of a part, made now or kept from before; `done` hears of each pair whether it came out.

    Raises UsageError where the store cannot be written.
    """
    store = Store(Path(run.store))
    kept = kept_report(store, part.id)
    if kept is not None:
        for pair in part.pairs:
            done(pair.child.path not in kept["failed"])
        return kept
    for pair in part.pairs:
        _judge(pair, run, store, call, done)
    return _written(part, run, call)


def _written(part: Part, run: Run, call: Call) -> dict[str, Any]:
    """Have the tables of a part written and return its report."""
    request = {"job": "write", "store": run.store, "part": part.id, "keys": [pair.key for pair in part.pairs]}
    try:
        reply = call(request)
    except Ended as ended:
        hint = english("more memory: `memory` under [limits] in planalign.toml")
        raise UsageError(
            english("the tables cannot be written: {reason}", reason=ended.reason), where=run.store, hint=hint
        ) from ended
    if "report" not in reply:
        raise UsageError(
            english("the results cannot be read back"), where=run.store, hint=english("check the disk, then run again")
        )
    report: dict[str, Any] = reply["report"]
    return report


def kept_report(store: Store, part: str) -> dict[str, Any] | None:
    """Return the report of a part that is finished; None where it is not, or where a table of it is gone or damaged."""
    report: dict[str, Any] | None = store.load(PARTS, part)
    if report is None or not all(is_whole(store, table, part, sha256) for table, sha256 in report["files"].items()):
        return None
    return report


def _judge(pair: Pair, run: Run, store: Store, call: Call, done: Done) -> None:
    record = store.load(PAIRS, pair.key)
    if record is None:
        record = _judged(pair, run, store, call)
    done(record["verdict"]["outcome"] == "judged")


def _judged(pair: Pair, run: Run, store: Store, call: Call) -> dict[str, Any]:
    from planalign.corpus.outcome import unfit

    request = {"job": "judge", **run._asdict(), **pair._asdict()}
    try:
        call(request)
    except Ended as ended:
        parent = pair.parent.path if pair.parent else None
        store.save(PAIRS, pair.key, unfit(pair.child.path, parent, ended.outcome, ended.reason))
    record: dict[str, Any] | None = store.load(PAIRS, pair.key)
    if record is None:
        raise UsageError(
            english("the results cannot be read back"), where=run.store, hint=english("check the disk, then run again")
        )
    return record
