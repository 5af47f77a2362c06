"""Decisions: what people said of the items of a comparison, and what they saw when they said it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from planalign.model.comparison import DriftKind, Relation, Status, Strength
from planalign.model.record import Record
from planalign.model.review import Facet, Verdict


class ItemKind(StrEnum):
    """What can be decided on.

    A link is a child task with a parent task, or (no parent task) a child task that is said to have none; a clause
    is what became of a parent clause; a target is what became of a number, deadline, frequency, list or verb; a
    finding is one that speaks of none of these.
    """

    LINK = "link"
    CLAUSE = "clause"
    TARGET = "target"
    FINDING = "finding"


class Seen(Record):
    """A task, clause or annex row as the person saw it; by this it is found again in another issue of the plan."""

    id: str
    """Its id at that time, which another issue may give to something else; empty for the whole document."""
    heading: str = ""
    """Number and title of its task or annex, for people."""
    text: str
    """Its words, verbatim."""
    fingerprints: dict[Facet, str]
    """What it says, by facet: the words without numbers, times and units; the numbers; the times; the units."""


class SeenDocument(Record):
    """A document as the person saw it."""

    name: str
    """By what it is known again in all its issues and drafts: place or issuer, and title without year."""
    fingerprint: str
    """Fingerprint of all its words; as long as it stays, nothing can have changed."""


class Outcome(Record):
    """What is said of an item, by the program (as proposed) or by a person (instead)."""

    parent: Seen | None = None
    """Of a link: the parent task."""
    children: tuple[Seen, ...] = ()
    """Of a clause: the child clauses that carry it, best first. Of a target: the child clause or row."""
    strength: Strength | None = None
    """Of a link."""
    relation: Relation | None = None
    """Of a link."""
    status: Status | None = None
    """Of a clause."""
    drift: DriftKind | None = None
    """Of a target."""


class Item(Record):
    """One thing that a person can decide on."""

    id: str
    """Where it stands in its comparison: link:t3-t5, link:t7-, clause:t3.c2, target:t3.c2-t4.c1, finding:PA402-…."""
    kind: ItemKind
    """Link, clause, target or finding."""
    about: str = ""
    """What tells it from others at the same place: aspect, matter and words of a target, code and fingerprint of a
    finding."""
    upper: SeenDocument | None = None
    """The upper-level document; null for a finding about the child taken alone, which is the same beside any parent."""
    lower: SeenDocument
    """The lower-level document."""
    parent: Seen | None = None
    """The end in the parent; null for a child task without parent, a number only the child has, a finding about the
    child."""
    children: tuple[Seen, ...] = ()
    """The ends in the child: the task of a link; the clauses that carry a clause, or come nearest to it."""
    proposed: Outcome = Outcome()
    """What the program said, before anybody decided."""


class Decision(Record):
    """One line of planalign-decisions.jsonl."""

    schema_name: Literal["planalign/decision/1"] = Field("planalign/decision/1", alias="schema")
    """Name and version of this record."""
    id: str = Field(min_length=8)
    """Its own id, random."""
    item: Item | None = None
    """On what, as it was seen; null only where a decision is withdrawn."""
    verdict: Verdict
    """What the person said."""
    instead: Outcome | None = None
    """With adjust: what holds instead of what was proposed; what is null there stays as proposed."""
    withdraws: str | None = None
    """With withdraw: the id of the decision that counts no longer."""
    by: str = Field(min_length=1)
    """Who."""
    at: AwareDatetime
    """When, with its time zone."""
    reason: str = ""
    """Why."""

    @model_validator(mode="after")
    def _says_of_what(self) -> Self:
        """Refuse a line that says of nothing, or takes back nothing."""
        takes_back = self.verdict is Verdict.WITHDRAW
        if takes_back != (self.withdraws is not None) or takes_back == (self.item is not None):
            raise ValueError("a decision is about an item, or takes another decision back")
        return self
