"""Plans from the top level down: what became of each task of the top plan, level by level."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planalign.model.comparison import Comparison, DriftKind, Status
from planalign.model.plan_head import PlanHead, Unread
from planalign.model.record import Record


class Fate(Record):
    """What became of a task or a clause of the top plan."""

    id: str
    """Id in the top plan."""
    statuses: tuple[Status, ...]
    """What each lower plan carries of it, from the top down; each compared with the top plan itself."""
    changed_at: int | None
    """Place in `plans` (the top is 0) from which on it is never wholly carried again; null where it arrives whole."""
    lost_at: int | None
    """Place in `plans` from which on nothing of it is carried; null where something arrives."""


class TargetFate(Record):
    """What became of a target of the top plan."""

    clause: str
    """Id of its clause or annex row in the top plan."""
    matter: str
    """What the number is about."""
    value: str
    """The words of the top plan."""
    drifts: tuple[DriftKind | None, ...]
    """What each lower plan makes of it, from the top down; null where nothing was said of it."""
    values: tuple[str | None, ...]
    """The words of each lower plan."""
    changed_at: int | None
    """Place in `plans` of the first that says otherwise or leaves it out; null where none does."""


class Chain(Record):
    """The chain record."""

    schema_name: Literal["planalign/chain/1"] = Field("planalign/chain/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    plans: tuple[PlanHead, ...]
    """The plans that were read, from the top down."""
    comparisons: tuple[Comparison, ...]
    """Each plan with the one below it, from the top down; then the top plan with each plan further below."""
    tasks: tuple[Fate, ...]
    """What became of each task of the top plan that counts."""
    clauses: tuple[Fate, ...]
    """What became of each of their clauses."""
    targets: tuple[TargetFate, ...]
    """What became of each target."""
    unread: tuple[Unread, ...] = ()
    """Documents that take no part."""
