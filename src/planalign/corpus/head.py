"""What is kept of a document for telling which documents belong together, so that no plan need be opened for it."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

from planalign.model.block import SkipKind
from planalign.model.plan import Masthead, PlanKind
from planalign.model.record import Record
from planalign.text.width import letters, normalise

if TYPE_CHECKING:
    from planalign.model.plan import Plan

SKETCH = 64
"""So many clauses stand for a document where two are compared."""


class Outcome(StrEnum):
    """What became of reading a document."""

    READ = "read"
    PARTLY = "partly"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


class Head(Record):
    """A document without its tasks."""

    outcome: Outcome
    """Read, read in part, refused with a reason, or ended by the guard."""
    reason: str = ""
    """What was wrong, for a person to read."""
    hint: str = ""
    """What to do."""
    format: str = ""
    """The kind of the file."""
    kind: PlanKind = PlanKind.OTHER
    """Plan, interpretation, or something else without tasks."""
    masthead: Masthead = Masthead()
    """The head of the document, without contact lines."""
    tasks: int = 0
    """Its tasks."""
    clauses: int = 0
    """Their clauses."""
    skipped: int = 0
    """Parts that were not understood."""
    digest: str = ""
    """Hash of the words of its tasks: the same in every format of one document."""
    sketch: tuple[str, ...] = ()
    """The least hashes of its clauses: what two documents share of them estimates what they share of all."""

    @property
    def incomplete(self) -> bool:
        """Whether the document was not read, or not wholly."""
        return self.outcome is not Outcome.READ


def head_of(plan: Plan) -> Head:
    """Return what is kept of a plan."""
    unread = [part.reason for part in plan.skipped if part.kind is SkipKind.UNREAD]
    texts = [letters(normalise(clause.text)) for task in plan.tasks for clause in task.clauses]
    return Head(
        outcome=Outcome.PARTLY if unread else Outcome.READ,
        reason="; ".join(dict.fromkeys(unread[:3])),
        format=plan.source.format,
        kind=plan.kind,
        masthead=plan.masthead,
        tasks=len(plan.tasks),
        clauses=len(texts),
        skipped=len(plan.skipped),
        digest=hashlib.sha256("".join(letters(normalise(task.text)) for task in plan.tasks).encode()).hexdigest(),
        sketch=tuple(sorted({_short(text) for text in texts})[:SKETCH]),
    )


def _short(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
