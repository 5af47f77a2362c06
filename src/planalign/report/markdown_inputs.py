"""What was compared: the table of both inputs at the head of a Markdown report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.escaping import escaped
from planalign.report.markdown_table import row, table

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang

_NAMES = (
    Wording("标题", "Title"),
    Wording("发文机关", "Issuer"),
    Wording("发文字号", "Number"),
    Wording("成文日期", "Dated"),
    Wording("层级", "Level"),
    Wording("文件", "File"),
    Wording("sha256", "sha256"),
)


def inputs(comparison: Comparison, names: tuple[Wording, Wording], lang: Lang) -> str:
    """Return the masthead and the source of both documents side by side."""
    sides = zip(_NAMES, facts(comparison.parent, lang), facts(comparison.child, lang), strict=True)
    rows = [row([name.of(lang), upper, lower]) for name, upper, lower in sides]
    return table(["", *(name.of(lang) for name in names)], rows)


def facts(plan: Plan, lang: Lang) -> list[str]:
    """Return what the head of a plan and its source say, escaped; a dash where it says nothing."""
    head = plan.masthead
    values = (
        head.title or head.notice_title,
        head.issuer,
        head.document_number,
        head.dated,
        labels.LEVEL[head.level].of(lang),
        plan.source.file,
        plan.source.sha256,
    )
    return [escaped(value) if value else "—" for value in values]


def fact_table(plan: Plan, lang: Lang) -> str:
    """Return the head of one plan as a table."""
    rows = [row([name.of(lang), value]) for name, value in zip(_NAMES, facts(plan, lang), strict=True)]
    return table(["", ""], rows)
