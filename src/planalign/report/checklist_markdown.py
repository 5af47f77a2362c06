"""A checklist as Markdown: what it was made from, and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.checklist_table import NAME, checklist_table, facts
from planalign.report.escaping import escaped
from planalign.report.markdown_cells import markdown_cells
from planalign.report.punctuation import colon

if TYPE_CHECKING:
    from planalign.model.checklist import Checklist
    from planalign.report.look import Look


def render(checklist: Checklist, look: Look) -> str:
    """Return the whole report."""
    lang = look.lang
    lines = [f"- {escaped(name)}{colon(lang)}{escaped(text)}" for name, text in facts(checklist, lang)]
    return f"# {NAME.of(lang)}\n\n" + "\n".join(lines) + f"\n\n{markdown_cells(checklist_table(checklist, lang))}\n"
