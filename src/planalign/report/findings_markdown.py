"""Findings as one Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.findings_table import findings_table
from planalign.report.markdown_cells import markdown_text

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(record: Check | Comparison, look: Look) -> str:
    """Return one row a finding: open ones, then waived ones, then existing debt."""
    return markdown_text(findings_table(record, look.lang))
