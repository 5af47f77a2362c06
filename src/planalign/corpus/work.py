"""What a guarded child does for a run: read a document, judge a pair, write a part. Requests and replies are JSON."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planalign.corpus.plans import Document, loaded_reading, plan_of, read
from planalign.corpus.store import Store
from planalign.corpus.terms import Terms
from planalign.errors import PlanalignError, UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable

WORK = "planalign.corpus.work:work"
"""The name of the work for the guard."""
TERMS, PAIRS, PARTS = "terms", "pairs", "parts"


def work(request: bytes) -> bytes:
    """Do one job and return its reply; a store that takes nothing is a refusal, which ends the run."""
    asked = json.loads(request)
    try:
        done = _JOBS[asked["job"]](Store(Path(asked["store"])), asked)
    except UsageError as error:
        done = refusal(error)
    return json.dumps(done, ensure_ascii=False).encode()


def refusal(error: PlanalignError) -> dict[str, Any]:
    """Return the reply that stands for an error which the user should know."""
    return {"refused": {"what": error.what, "where": error.where, "hint": error.hint}}


def accepted(reply: dict[str, Any]) -> dict[str, Any]:
    """Return a reply.

    Raises UsageError where it is a refusal.
    """
    refused = reply.get("refused")
    if refused is not None:
        raise UsageError(refused["what"], where=refused["where"], hint=refused["hint"])
    return reply


def _read(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    head = read(Document(*asked["document"]), Path(asked["folder"]), store, loaded_reading(asked["reading"]))
    return {"head": head.model_dump(mode="json", exclude_defaults=True)}


def _judge(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    store.save(PAIRS, asked["key"], _judged(store, asked))
    return {}


def _judged(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    from planalign.corpus.outcome import judged, unfit

    terms = _terms(store.folder, asked["terms"])
    folder, reading = Path(asked["folder"]), loaded_reading(asked["reading"])
    child, parent = Document(*asked["child"]), asked["parent"] and Document(*asked["parent"])
    try:
        upper = plan_of(parent, folder, store, reading) if parent else None
        return judged(plan_of(child, folder, store, reading), upper, terms)
    except UsageError:
        raise
    except PlanalignError as error:
        return unfit(child.path, parent.path if parent else None, "unfit", error.what)


@lru_cache(maxsize=64)
def _terms(folder: Path, key: str) -> Terms:
    kept = Store(folder).load(TERMS, key)
    if kept is None:
        raise UsageError(
            english("the settings of the run are not in its folder"), where=str(folder), hint=english("run again")
        )
    return Terms.model_validate(kept)


def _write(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    from planalign.corpus.tables import write_part

    records = {key: store.load(PAIRS, key) for key in asked["keys"]}
    missing = [key for key, record in records.items() if record is None]
    if missing:
        return {"missing": missing}
    report = write_part(store, asked["part"], [record for record in records.values() if record is not None])
    store.save(PARTS, asked["part"], report)
    return {"report": report}


_JOBS: dict[str, Callable[[Store, dict[str, Any]], dict[str, Any]]] = {
    "read": _read,
    "judge": _judge,
    "write": _write,
}
