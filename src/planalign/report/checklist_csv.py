"""A checklist as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.checklist_table import checklist_table
from planalign.report.csv_table import csv_text

if TYPE_CHECKING:
    from planalign.model.checklist import Checklist
    from planalign.report.look import Look


def render(checklist: Checklist, look: Look) -> str:
    """Return one row a duty."""
    return csv_text(checklist_table(checklist, look.lang))
