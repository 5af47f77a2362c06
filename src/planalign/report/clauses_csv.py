"""Parent clauses as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.clauses_table import clauses_table
from planalign.report.csv_table import csv_text
from planalign.report.digest import Digest

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(comparison: Comparison, look: Look) -> str:
    """Return one row a parent clause, in the order of the parent."""
    return csv_text(clauses_table(Digest(comparison), look.lang))
