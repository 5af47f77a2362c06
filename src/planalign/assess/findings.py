"""Runs the rules over a comparison, or over one plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.assess.finding import finding
from planalign.assess.rule import Hit, PairRule, PlanRule
from planalign.assess.rules import RULES
from planalign.model.comparison import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.assess.case import Case, PlanCase
    from planalign.assess.rule import Rule
    from planalign.config import Settings
    from planalign.model.comparison import Finding
    from planalign.model.index import PlanIndex

_RANK = {severity: rank for rank, severity in enumerate((Severity.ERROR, Severity.WARNING, Severity.INFO))}


def assess(case: Case) -> tuple[Finding, ...]:
    """Return what there is to look at, worst first, then in the order of the parent, then of the child."""
    found = (
        finding(rule, hit, case.settings) for rule in _in_force(case.settings) for hit in _hits_of_pair(rule, case)
    )
    return _told_apart(in_order(found, case.parent, case.child))


def assess_plan(case: PlanCase) -> tuple[Finding, ...]:
    """Return what there is to look at in one plan, worst first, then in its order."""
    found = (
        finding(rule, hit, case.settings)
        for rule in _in_force(case.settings)
        if isinstance(rule, PlanRule)
        for hit in _of_child(rule, case)
    )
    return _told_apart(in_order(found, None, case.index))


def in_order(findings: Iterable[Finding], parent: PlanIndex | None, child: PlanIndex) -> tuple[Finding, ...]:
    """Sort findings: worst first, then in the order of the parent, then of the child."""
    return tuple(sorted(findings, key=lambda found: _sort_key(found, parent, child)))


def _in_force(settings: Settings) -> list[Rule]:
    return [rule for rule in RULES.values() if settings.in_force(rule.code)]


def _hits_of_pair(rule: Rule, case: Case) -> Iterator[Hit]:
    if isinstance(rule, PairRule):
        yield from rule.check(case)
    elif isinstance(rule, PlanRule):
        yield from _of_parent(rule, case.upper) if rule.both else ()
        yield from _of_child(rule, case.lower)
        yield from rule.beside(case) if rule.beside else ()


def _of_parent(rule: PlanRule, case: PlanCase) -> Iterator[Hit]:
    for spot in rule.check(case):
        yield Hit(f"parent-{spot.key}", parent=spot.end, values=spot.values, at_stake=spot.at_stake)


def _of_child(rule: PlanRule, case: PlanCase) -> Iterator[Hit]:
    for spot in rule.check(case):
        yield Hit(f"child-{spot.key}", child=spot.end, values=spot.values, at_stake=spot.at_stake)


def _told_apart(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Give findings that say the same of the same words a number, so that every fingerprint stands once."""
    seen: Counter[str] = Counter()
    apart: list[Finding] = []
    for found in findings:
        seen[found.fingerprint] += 1
        count = seen[found.fingerprint]
        again = {"fingerprint": f"{found.fingerprint}#{count}"}
        apart.append(found if count == 1 else found.model_copy(update=again))
    return tuple(apart)


def _sort_key(found: Finding, parent: PlanIndex | None, child: PlanIndex) -> tuple[int, int, int, str]:
    """Put ends outside the tasks first on their side; the sort is stable, so that they keep their order."""
    side, end = (parent, found.parent) if found.parent else (child, found.child)
    place = side.order.get(end.id, -1) if side and end else -1
    return _RANK[found.severity], int(found.parent is None), place, found.code
