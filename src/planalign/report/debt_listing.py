"""What has changed since a baseline was written, for a terminal or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.check_items import first_end
from planalign.report.punctuation import bracketed
from planalign.report.screen import Screen
from planalign.report.scrub import clipped, one_line

if TYPE_CHECKING:
    from planalign.model.baseline import DebtDiff
    from planalign.model.comparison import Finding
    from planalign.report.look import Look

QUOTE = 100
"""Longest quote, in characters; the JSON quotes in full."""

_NEW = Wording("新问题")
_KNOWN = Wording("存量问题", "after the baseline")
_GONE = Wording("已消失")
_COUNTS = Wording("新问题 {new} 项，存量 {known} 项，已消失 {gone} 项")


def json_text(diff: DebtDiff) -> str:
    """Return the record."""
    return diff.model_dump_json(indent=2) + "\n"


def table_text(diff: DebtDiff, look: Look) -> str:
    """Return what is new and what is gone with quotes, the rest in one line each."""
    screen, lang = Screen(look), look.lang
    counts = {"new": len(diff.new), "known": len(diff.known), "gone": len(diff.gone)}
    screen.line(_COUNTS.of(lang).format(**counts), "bold")
    if diff.new:
        screen.rule(_NEW.of(lang) + bracketed(len(diff.new), lang))
    for finding in diff.new:
        end = first_end(finding)
        screen.line(_head(finding), "yellow")
        screen.line(clipped(end.text or end.title, QUOTE) if end else "", indent=2)
    if diff.gone:
        screen.rule(_GONE.of(lang) + bracketed(len(diff.gone), lang))
    for entry in diff.gone:
        screen.line(f"{entry.code} {clipped(entry.quote, QUOTE)}", "green")
    if diff.known:
        screen.rule(_KNOWN.of(lang) + bracketed(len(diff.known), lang))
    for finding in diff.known:
        screen.line(_head(finding), "dim")
    return screen.render()


def _head(finding: Finding) -> str:
    return f"{finding.code} {one_line(finding.message)}  {finding.id}"
