"""Findings as annotations that a GitHub workflow shows: one command a line on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.comparison import Severity
from planalign.report.machine_items import checked_plan, place_of
from planalign.report.places import place
from planalign.report.punctuation import colon
from planalign.report.scrub import clipped, one_line
from planalign.report.summary_line import summary

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison, Finding
    from planalign.report.look import Look

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_QUOTE = 120


def render(record: Check | Comparison, look: Look) -> str:
    """Return the annotations, worst first, and the summary as the last one."""
    lines = [_annotation(record, finding, look) for finding in record.findings]
    lines.append(f"::notice title=planalign::{_data(summary(record, look.lang))}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(record: Check | Comparison, finding: Finding, look: Look) -> str:
    where = place_of(record, finding)
    rule = RULES[finding.code].title.of(look.lang)
    properties = {
        "file": where.plan.source.file if where else checked_plan(record).source.file,
        "line": str(where.end.location.line) if where and where.end.location.line else "",
        "title": f"{finding.code} {rule}",
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    words = one_line(finding.message)
    if where:
        spot = place(where.end.location, look.lang)
        words += "".join(f"{colon(look.lang)}{part}" for part in (spot, clipped(where.end.text, _QUOTE)) if part)
    return f"::{_COMMAND[finding.severity]} {shown}::{_data(words)}"


def _data(text: str) -> str:
    """Escape what would end the line or begin an escape."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
