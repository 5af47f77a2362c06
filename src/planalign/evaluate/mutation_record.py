"""What the mutation benchmark yields."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planalign.evaluate.mutations import MutationKind
from planalign.evaluate.record import EvaluatedPlan
from planalign.model.comparison import Status
from planalign.model.record import Record


class MutationCounts(Record):
    """Verdicts counted over one or more children."""

    children: int
    """Children that were made and compared."""
    touched: int
    """Parent clauses that a change touched."""
    right: int
    """Of these, verdicts that follow from the change."""
    noticed: int
    """Of these, clauses with a verdict other than covered, a changed target or a finding."""
    named: int
    """Of these, clauses whose missing parts name what was lost."""
    untouched: int
    """Parent clauses that the child still says; all must be covered."""
    false_alarms: int
    """Of these, clauses with another verdict."""
    doubtful_alarms: int
    """Of the false alarms, those marked as undecided."""
    lost_tasks: int
    """Parent tasks that were dropped whole."""
    lost_tasks_found: int
    """Of these, tasks with the status dropped (not applicable where all that they ask is)."""


class MutationScore(Record):
    """One child."""

    plan: int
    """Place of its parent in the list of plans, from 0."""
    kind: MutationKind
    """What was changed."""
    share: float
    """How much of what the change applies to was changed."""
    lowered: bool
    """Whether level words and place names were changed too."""
    counts: MutationCounts
    """The verdicts."""


class MutationMiss(Record):
    """A verdict that does not follow from the change."""

    plan: int
    """Place of the parent in the list of plans, from 0."""
    kind: MutationKind
    """What was changed in this child."""
    share: float
    """How much of it."""
    lowered: bool
    """Whether level words and place names were changed too."""
    parent_clause: str
    """Id of the parent clause."""
    text: str
    """What it says."""
    wording: str
    """What the child says in its place; empty where it says nothing or where the clause was not touched."""
    lost: tuple[str, ...]
    """What was left out; empty where the clause was not touched."""
    expected: tuple[Status, ...]
    """The verdicts that are right."""
    status: Status
    """The verdict given."""
    score: float
    """Its score."""
    undecided: bool
    """Whether it is marked as a close call."""


class MutationReport(Record):
    """Children with known changes, and how well the comparison told what was changed."""

    schema_name: Literal["planalign/mutations/1"] = Field(default="planalign/mutations/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    seed: int
    """Seed of the changes."""
    plans: tuple[EvaluatedPlan, ...]
    """The plans that served as parents."""
    total: dict[MutationKind, MutationCounts]
    """By change, over all children."""
    children: tuple[MutationScore, ...]
    """Every child."""
    misses: tuple[MutationMiss, ...]
    """Every verdict that does not follow from the change, false alarms included."""
