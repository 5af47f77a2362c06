"""Runs the rules over a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.case import Alignment, Case
from planalign.assess.rules import RULES
from planalign.model.comparison import Finding, Severity
from planalign.model.wording import Lang, Wording

if TYPE_CHECKING:
    from planalign.assess.rule import Hit, Rule
    from planalign.config import Settings
    from planalign.model.plan import Plan

_RANK = {severity: rank for rank, severity in enumerate((Severity.ERROR, Severity.WARNING, Severity.INFO))}


def assess(parent: Plan, child: Plan, alignment: Alignment, settings: Settings) -> tuple[Finding, ...]:
    """Return what there is to look at, worst first, then in the order of the parent, then of the child."""
    case = Case(parent, child, alignment, settings)
    found = [_finding(rule, hit, settings.lang) for rule in RULES.values() for hit in rule.check(case)]
    return tuple(sorted(found, key=lambda finding: _sort_key(case, finding)))


def _finding(rule: Rule, hit: Hit, lang: Lang) -> Finding:
    values = {name: value.of(lang) if isinstance(value, Wording) else value for name, value in hit.values.items()}
    return Finding(
        id=f"{rule.code}-{hit.key}",
        code=rule.code,
        severity=rule.severity,
        message=rule.message.of(lang).format(**values),
        parent=hit.parent,
        child=hit.child,
    )


def _sort_key(case: Case, finding: Finding) -> tuple[int, int, int, str]:
    """Put ends outside the tasks first on their side; the sort is stable, so that they keep their order."""
    side, end = (case.parent, finding.parent) if finding.parent else (case.child, finding.child)
    place = side.order.get(end.id, -1) if end else -1
    return _RANK[finding.severity], int(finding.parent is None), place, finding.code
