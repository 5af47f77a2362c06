"""What is kept of a judged pair: its rows, and a verdict that tells the gate what it needs without opening a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.corpus.rows import rows_of
from planalign.pipeline.comparing import check
from planalign.report.check_items import verdict

if TYPE_CHECKING:
    from planalign.corpus.terms import Terms
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison, Finding
    from planalign.model.plan import Plan

MOST_OPEN = 20
"""So many findings of a document go into its verdict; the table has all."""


def judged(child: Plan, parent: Plan | None, terms: Terms) -> dict[str, Any]:
    """Judge a document, with its parent where it has one.

    Raises NotAPlanError where there is nothing to compare, UsageError where waivers come without a day.
    """
    record = check(child, parent, terms.settings, terms.waivers, terms.baseline, terms.decisions)
    rows = rows_of(record, requirements=terms.settings.requirements)
    says, passed = verdict(record, terms.settings.lang)
    found = [] if passed else _open(record)
    worst = {"says": says, "open": found[:MOST_OPEN], "more": max(0, len(found) - MOST_OPEN)}
    return {"rows": rows, "verdict": {**rows["pairs"][0], **worst}}


def unfit(child: str, parent: str | None, outcome: str, reason: str) -> dict[str, Any]:
    """Return what is kept of a pair that could not be judged."""
    row = {"child": child, "parent": parent, "outcome": outcome, "reason": reason}
    return {"rows": {"pairs": [row]}, "verdict": row | {"says": reason, "open": [], "more": 0}}


def _open(record: Check | Comparison) -> list[dict[str, str]]:
    """Return the findings worth a look."""
    return [_short(finding) for finding in record.findings if finding.severity != "info"]


def _short(finding: Finding) -> dict[str, str]:
    end = finding.parent or finding.child
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "quote": end.text if end else "",
        "fingerprint": finding.fingerprint,
    }
