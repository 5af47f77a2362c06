"""Links between tasks as one Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.digest import Digest
from planalign.report.links_table import links_table
from planalign.report.markdown_cells import markdown_text

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(comparison: Comparison, look: Look) -> str:
    """Return one row a link, in the order of the child."""
    return markdown_text(links_table(Digest(comparison), look.lang))
