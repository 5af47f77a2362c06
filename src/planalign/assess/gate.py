"""Whether a result meets the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Severity
from planalign.model.gate import Bound, Breach, Gate
from planalign.model.policy import FailOn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planalign.config import Policy, Thresholds
    from planalign.model.comparison import Summary
    from planalign.model.review import ReviewSummary

BREAKING = {
    FailOn.ERROR: (Severity.ERROR,),
    FailOn.WARNING: (Severity.ERROR, Severity.WARNING),
    FailOn.NEVER: (),
}
"""The severities that break the policy."""


def gate(
    findings: Mapping[Severity, int],
    policy: Policy,
    coverage: Summary | None = None,
    review: ReviewSummary | None = None,
) -> Gate:
    """Judge the open findings by severity, the review, and the coverage where one plan hands something down."""
    breaches = list(_findings(findings, policy.fail_on))
    breaches += _shares(coverage, policy.thresholds) if coverage else ()
    if review and review.unreviewed:
        limit = policy.require_review.value
        breaches.append(Breach(bound=Bound.REVIEW, limit=limit, part=review.unreviewed, whole=review.required))
    return Gate(passed=not breaches, breaches=tuple(breaches))


def failing(findings: Mapping[Severity, int], fail_on: FailOn) -> int:
    """Return how many findings are of that severity or worse."""
    return sum(findings.get(severity, 0) for severity in BREAKING[fail_on])


def _findings(findings: Mapping[Severity, int], fail_on: FailOn) -> Iterator[Breach]:
    bad = failing(findings, fail_on)
    if bad:
        yield Breach(bound=Bound.FINDINGS, limit=fail_on.value, part=bad, whole=sum(findings.values()))


def _shares(summary: Summary, limits: Thresholds) -> Iterator[Breach]:
    """Yield the bounds on shares that are not kept; a share of nothing breaks none."""
    everything = sum(summary.clauses.values())
    applies = summary.applicable
    least = (
        (Bound.COVERAGE, limits.coverage, summary.covered),
        (Bound.COVERAGE_WITH_WAIVERS, limits.coverage_with_waivers, summary.covered + summary.waived_clauses),
    )
    for bound, limit, part in least:
        if limit is not None and applies and part / applies < limit:
            yield Breach(bound=bound, limit=str(limit), part=part, whole=applies)
    most = limits.undecided_max
    if most is not None and everything and summary.undecided / everything > most:
        yield Breach(bound=Bound.UNDECIDED_MAX, limit=str(most), part=summary.undecided, whole=everything)
