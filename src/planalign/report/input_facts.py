"""What the head of a plan and its source say, for the tables of inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang

FACT_NAMES = (
    Wording("标题", "heading"),
    Wording("发文机关", "heading"),
    Wording("发文字号", "heading"),
    Wording("成文日期", "heading"),
    Wording("层级", "heading"),
    Wording("文件", "heading"),
    Wording("sha256"),
)
"""What each fact is."""


def input_facts(plan: Plan, lang: Lang) -> list[str]:
    """Return the facts in the order of their names, each in one line; empty where the document says nothing."""
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
    return [one_line(value or "") for value in values]
