"""The short list of a check: errors in full; of many other findings each rule with its number and its worst."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.rules import RULES
from planalign.model.comparison import Comparison, Severity
from planalign.report.check_items import in_turn
from planalign.report.punctuation import bracketed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.check import Check
    from planalign.model.comparison import Finding
    from planalign.model.wording import Lang

SHORT = 12
"""So many findings of one severity are a short list as they are."""
EXAMPLES = 2
"""So many findings of each rule stand for the others of a longer list."""


class RuleGroup(NamedTuple):
    """The findings of one rule that are of one severity."""

    code: str
    """The rule."""
    findings: tuple[Finding, ...]
    """All of them, worst first."""

    def title(self, lang: Lang) -> str:
        """Return code and title of the rule, and how many findings there are."""
        rule = RULES.get(self.code)
        name = f"{self.code} {rule.title.of(lang)}" if rule else self.code
        return name + bracketed(len(self.findings), lang)


def rule_groups(record: Check | Comparison, findings: Sequence[Finding]) -> list[RuleGroup]:
    """Group findings by rule, in the order in which the rules turn up."""
    weights = _weights(record)
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.code, []).append(finding)
    return [
        RuleGroup(code, tuple(sorted(found, key=lambda each: weights.get(_clause(each), _PLAIN))))
        for code, found in by_rule.items()
    ]


def cut(severity: Severity, findings: Sequence[Finding]) -> bool:
    """Whether so many findings are shown by example: never errors, which all have to be fixed."""
    return severity is not Severity.ERROR and len(findings) > SHORT


def left_out(record: Check | Comparison) -> dict[Severity, int]:
    """Return how many findings the short list leaves out: notes, and those for which examples stand."""
    found = in_turn(record)
    left = {Severity.INFO: len(found[Severity.INFO])}
    warnings = found[Severity.WARNING]
    if cut(Severity.WARNING, warnings):
        left[Severity.WARNING] = sum(max(0, len(group.findings) - EXAMPLES) for group in rule_groups(record, warnings))
    return {severity: left[severity] for severity in Severity if left.get(severity)}


_PLAIN = (False, 1.0)
"""What a finding weighs of which no coverage speaks: it keeps its place."""


def _weights(record: Check | Comparison) -> dict[str, tuple[bool, float]]:
    """Return what puts the gaps of parent clauses in order: close calls last, then by the share that is carried."""
    coverage = record.coverage if isinstance(record, Comparison) else ()
    return {entry.parent_clause: (entry.undecided, entry.score) for entry in coverage}


def _clause(finding: Finding) -> str:
    return finding.parent.id if finding.parent else ""
