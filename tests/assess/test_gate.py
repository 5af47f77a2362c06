"""The policy: severities and shares."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison

from planalign.assess.gate import gate
from planalign.config import Policy, Thresholds
from planalign.model.comparison import Severity, Status
from planalign.model.gate import Bound
from planalign.model.policy import FailOn

SUMMARY = comparison(CITY, DISTRICT, ALIGNMENT).summary
"""One clause of five is covered, one partial, three dropped."""


@pytest.mark.parametrize(
    ("fail_on", "findings", "expected"),
    [
        (FailOn.ERROR, {Severity.WARNING: 3}, True),
        (FailOn.ERROR, {Severity.ERROR: 1}, False),
        (FailOn.WARNING, {Severity.WARNING: 1}, False),
        (FailOn.WARNING, {Severity.INFO: 9}, True),
        (FailOn.NEVER, {Severity.ERROR: 9}, True),
    ],
)
def test_severity(fail_on: FailOn, findings: dict[Severity, int], *, expected: bool) -> None:
    """Findings of the severity or worse break the policy."""
    assert expected == gate(findings, Policy(fail_on=fail_on)).passed


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Thresholds(coverage=0.2), []),
        (Thresholds(coverage=0.21), [Bound.COVERAGE]),
        (Thresholds(coverage_with_waivers=0.6), []),
        (Thresholds(coverage_with_waivers=0.61), [Bound.COVERAGE_WITH_WAIVERS]),
        (Thresholds(undecided_max=0.2), []),
        (Thresholds(undecided_max=0.1), [Bound.UNDECIDED_MAX]),
    ],
)
def test_shares(limits: Thresholds, expected: list[Bound]) -> None:
    """A share equal to its bound keeps it; waived gaps count in the second one only."""
    summary = SUMMARY.model_copy(update={"waived_clauses": 2, "undecided": 1})
    assert expected == [breach.bound for breach in gate({}, Policy(thresholds=limits), summary).breaches]


def test_a_share_of_nothing() -> None:
    """Where no clause applies, no share is too small."""
    summary = SUMMARY.model_copy(update={"clauses": {Status.NOT_APPLICABLE: 4}})
    assert gate({}, Policy(thresholds=Thresholds(coverage=1)), summary).passed


def test_counts_are_kept() -> None:
    """A breach states part, whole and limit."""
    (breach,) = gate({}, Policy(thresholds=Thresholds(coverage=0.85)), SUMMARY).breaches
    assert (1, 5, "0.85") == (breach.part, breach.whole, breach.limit)
