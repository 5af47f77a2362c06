"""Parent clauses as one Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.clauses_table import clauses_table
from planalign.report.digest import Digest
from planalign.report.markdown_cells import markdown_text

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(comparison: Comparison, look: Look) -> str:
    """Return one row a parent clause, in the order of the parent."""
    return markdown_text(clauses_table(Digest(comparison), look.lang))
