"""Findings as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.csv_table import csv_text
from planalign.report.findings_table import findings_table

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(record: Check | Comparison, look: Look) -> str:
    """Return one row a finding: open ones, then waived ones, then existing debt."""
    return csv_text(findings_table(record, look.lang))
