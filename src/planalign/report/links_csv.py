"""Links between tasks as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.csv_table import csv_text
from planalign.report.digest import Digest
from planalign.report.links_table import links_table

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(comparison: Comparison, look: Look) -> str:
    """Return one row a link, in the order of the child."""
    return csv_text(links_table(Digest(comparison), look.lang))
