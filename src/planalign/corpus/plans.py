"""Plans in the store: read once, opened again by the hash of their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planalign.config import Limits, Settings
from planalign.corpus.head import Head, Outcome, head_of
from planalign.corpus.keys import key_of, program
from planalign.errors import ReadError
from planalign.model.plan import Plan
from planalign.model.sentence import english

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.corpus.store import Store

PLANS, HEADS = "plans", "heads"


class Document(NamedTuple):
    """A document by its path from the folder of the corpus and the hash of its bytes."""

    path: str
    sha256: str


class Reading(NamedTuple):
    """How documents are read."""

    limits: Limits = Limits()
    """Bounds under which a file is read."""
    contact: bool = False
    """Whether contact lines are kept."""

    def key(self, document: Document) -> str:
        """Return the name under which a plan is kept; the same bytes elsewhere have the same."""
        limits = self.limits.model_dump(mode="json")
        # A file that cannot be hashed is named by its path, so that others are not taken for it.
        return key_of("plan", program(), document.sha256 or document.path, limits, self.contact)

    def dump(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {"limits": self.limits.model_dump(mode="json"), "contact": self.contact}


def loaded_reading(content: dict[str, Any]) -> Reading:
    """Return what `dump` gave."""
    return Reading(Limits.model_validate(content["limits"]), content["contact"])


def read(document: Document, folder: Path, store: Store, reading: Reading) -> Head:
    """Read a document and keep its plan and its head; what cannot be read is kept as refused.

    Raises UsageError where the store cannot be written.
    """
    key = reading.key(document)
    try:
        plan = _read(document, folder, reading)
    except ReadError as error:
        head = Head(outcome=Outcome.REFUSED, reason=error.what, hint=error.hint)
    else:
        store.save(PLANS, key, plan.model_dump(mode="json"))
        head = head_of(plan)
    keep_head(store, key, head)
    return head


def keep_head(store: Store, key: str, head: Head) -> None:
    """Keep a head by the key of its document."""
    store.save(HEADS, key, head.model_dump(mode="json", exclude_defaults=True))


def kept_head(store: Store, key: str) -> Head | None:
    """Return a head; None where the document was not read yet."""
    found = store.load(HEADS, key)
    return None if found is None else Head.model_validate(found)


def plan_of(document: Document, folder: Path, store: Store, reading: Reading) -> Plan:
    """Return the plan of a document, kept or read anew, with its path from the folder as its file.

    Raises ReadError where it cannot be read.
    """
    key = reading.key(document)
    kept = store.load(PLANS, key)
    plan = Plan.model_validate(kept) if kept is not None else _read(document, folder, reading)
    if kept is None:
        store.save(PLANS, key, plan.model_dump(mode="json"))
    return plan.model_copy(update={"source": plan.source.model_copy(update={"file": document.path})})


def _read(document: Document, folder: Path, reading: Reading) -> Plan:
    from planalign.pipeline.loading import load

    path = folder / document.path
    if not document.sha256 and not path.exists():
        # It was found, so that its name on the disk is another than the one in the records.
        what = english("the file cannot be read: {why}", why=english("its name is not valid"))
        raise ReadError(what, where=document.path, hint=english("give it another name"))
    plan = load(path, Settings(limits=reading.limits, contact=reading.contact))
    if plan.source.sha256 != document.sha256:
        raise ReadError(english("the file changed during the run"), where=document.path, hint=english("run again"))
    # The file name is no part of what the bytes say.
    return plan.model_copy(update={"source": plan.source.model_copy(update={"file": ""})})
