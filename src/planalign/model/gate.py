"""Whether a result meets the policy, and where it does not."""

from __future__ import annotations

from enum import StrEnum

from planalign.model.record import Record


class Bound(StrEnum):
    """What the policy bounds."""

    FINDINGS = "findings"
    COVERAGE = "coverage"
    COVERAGE_WITH_WAIVERS = "coverage_with_waivers"
    UNDECIDED_MAX = "undecided_max"
    REVIEW = "require_review"


class Breach(Record):
    """One bound that is not kept; ratios are counts over counts."""

    bound: Bound
    """What is bounded."""
    limit: str
    """The limit as the policy states it: a severity, a share such as 0.85, or which findings are to be reviewed."""
    part: int
    """Findings of that severity or worse; covered, covered or waived, or undecided clauses; findings not reviewed."""
    whole: int
    """All findings; the clauses that apply; all clauses; the findings to be reviewed."""


class Gate(Record):
    """The verdict of the policy."""

    passed: bool
    """Whether every bound is kept."""
    breaches: tuple[Breach, ...] = ()
    """The bounds that are not kept."""
