"""Findings as a GitLab Code Quality report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planalign.model.comparison import Severity
from planalign.report.machine_items import checked_plan, place_of
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison, Finding
    from planalign.report.look import Look

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(record: Check | Comparison, look: Look) -> str:  # noqa: ARG001
    """Return the open findings; a format without lines has line 1."""
    entries = [_entry(record, finding) for finding in record.findings]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(record: Check | Comparison, finding: Finding) -> dict[str, object]:
    where = place_of(record, finding)
    file = where.plan.source.file if where else checked_plan(record).source.file
    line = where.end.location.line if where else None
    return {
        "description": one_line(f"{finding.code} {finding.message}"),
        "check_name": finding.code,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {"path": file, "lines": {"begin": line or 1}},
    }
