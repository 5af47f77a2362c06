"""Runs the rules over a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.finding import finding
from planalign.assess.rules import RULES
from planalign.model.comparison import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.assess.case import Case
    from planalign.model.comparison import Finding

_RANK = {severity: rank for rank, severity in enumerate((Severity.ERROR, Severity.WARNING, Severity.INFO))}


def assess(case: Case) -> tuple[Finding, ...]:
    """Return what there is to look at, worst first, then in the order of the parent, then of the child."""
    return in_order(
        case, (finding(rule, hit, case.settings.lang) for rule in RULES.values() for hit in rule.check(case))
    )


def in_order(case: Case, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings: worst first, then in the order of the parent, then of the child."""
    return tuple(sorted(findings, key=lambda found: _sort_key(case, found)))


def _sort_key(case: Case, found: Finding) -> tuple[int, int, int, str]:
    """Put ends outside the tasks first on their side; the sort is stable, so that they keep their order."""
    side, end = (case.parent, found.parent) if found.parent else (case.child, found.child)
    place = side.order.get(end.id, -1) if end else -1
    return _RANK[found.severity], int(found.parent is None), place, found.code
