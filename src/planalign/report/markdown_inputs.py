"""What was compared: the table of both inputs at the head of a Markdown report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.escaping import escaped
from planalign.report.input_facts import FACT_NAMES, input_facts
from planalign.report.markdown_table import row, table

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang, Wording


def inputs(comparison: Comparison, names: tuple[Wording, Wording], lang: Lang) -> str:
    """Return the masthead and the source of both documents side by side."""
    sides = zip(FACT_NAMES, facts(comparison.parent, lang), facts(comparison.child, lang), strict=True)
    rows = [row([name.of(lang), upper, lower]) for name, upper, lower in sides]
    return table(["", *(name.of(lang) for name in names)], rows)


def facts(plan: Plan, lang: Lang) -> list[str]:
    """Return what the head of a plan and its source say, escaped; a dash where it says nothing."""
    return [escaped(value) or "—" for value in input_facts(plan, lang)]


def fact_table(plan: Plan, lang: Lang) -> str:
    """Return the head of one plan as a table."""
    rows = [row([name.of(lang), value]) for name, value in zip(FACT_NAMES, facts(plan, lang), strict=True)]
    return table(["", ""], rows)
