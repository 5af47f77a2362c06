"""What is to be looked at in one plan taken alone."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planalign.model.comparison import Finding, Severity, Waived
from planalign.model.gate import Gate
from planalign.model.plan import Plan
from planalign.model.provenance import Provenance
from planalign.model.record import Record
from planalign.model.review import ReviewSummary


class CheckSummary(Record):
    """Counts."""

    tasks: int
    """Tasks that count (requirements left out unless configured)."""
    clauses: int
    """Clauses of these tasks."""
    findings: dict[Severity, int]
    """Open findings by severity; without what is waived or stands in the baseline."""
    waived: int = 0
    """Findings that a waiver accepts."""
    known: int = 0
    """Findings that stand in the baseline."""
    skipped: int = 0
    """Parts of the document that were not understood."""
    review: ReviewSummary | None = None
    """How far people have looked at it; null where no decisions were read and none are demanded."""


class Check(Record):
    """The record of `planalign check` without a parent; with one it is a comparison."""

    schema_name: Literal["planalign/check/1"] = Field("planalign/check/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    provenance: Provenance
    """What the result depends on besides the file."""
    plan: Plan
    """The plan that was checked."""
    findings: tuple[Finding, ...]
    """What to look at, worst first; without what is waived or stands in the baseline."""
    waived: tuple[Waived, ...] = ()
    """Findings that a waiver accepts, worst first."""
    known: tuple[Finding, ...] = ()
    """Findings that stand in the baseline, worst first: existing debt, which a gate does not count."""
    dismissed: tuple[Finding, ...] = ()
    """Findings that a person rejected, worst first; they count nowhere."""
    summary: CheckSummary
    """Counts."""
    gate: Gate | None = None
    """Whether the policy is met; null where none was asked for."""
