"""PA5, as far as decisions go: what nobody has looked at, and decisions whose text has changed since.

Judged after all other rules, by `reviewed.reviewed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rule import Rule
from planalign.model.comparison import Severity
from planalign.model.review import Facet, Side
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.review import Change, Review
    from planalign.model.wording import Lang

FACETS = {
    Facet.TEXT: Wording("文字"),
    Facet.TARGET: Wording("指标"),
    Facet.DEADLINE: Wording("时限"),
    Facet.UNIT: Wording("责任单位", "singular"),
    Facet.FINDING: Wording("问题所指"),
}
"""What to call a facet."""
SIDES = {Side.PARENT: Wording("上级"), Side.CHILD: Wording("下级")}
"""What to call a side."""
_OF = Wording("{side}{facet}")
_AND = Wording("、")


def changed_facets(review: Review, lang: Lang) -> str:
    """Name what changed since a decision: side and facet."""
    return changes_named(review.changed, lang)


def changes_named(changes: Iterable[Change], lang: Lang) -> str:
    """Name changes: side and facet of each."""
    return _AND.of(lang).join(
        _OF.of(lang).format(side=SIDES[change.side].of(lang), facet=FACETS[change.facet].of(lang)) for change in changes
    )


PA501 = Rule(
    code="PA501",
    severity=Severity.WARNING,
    title=Wording("未经人工复核"),
    message=Wording("{required} 个问题要求人工复核，其中 {unreviewed} 个尚未复核"),
    explanation=Wording(
        "planalign.toml 的 require_review 要求由人对问题（error-only：错误级；all：全部）作出决定，"
        "而有的问题还没有决定，或者决定作出后文字有变动。每份文件只报一条，`planalign review status` 逐条列出。"
    ),
    example=Wording("要求全部复核，9 个问题中 2 个还没有人看过。"),
    fix=Wording("用 `planalign review` 逐条作出决定，保存在 planalign-decisions.jsonl。"),
)

PA502 = Rule(
    code="PA502",
    severity=Severity.WARNING,
    title=Wording("复核结论存疑"),
    message=Wording("{by} 于 {day} 对“{title}”作出决定（{count} 项）之后，{changed}有变动，需要重新复核"),
    explanation=Wording(
        "人工决定是对当时的文字作出的。上级或下级的文字、指标、时限、责任单位有变动时，"
        "决定不再自动生效（已确认的对应关系保留），提示重新复核。改编号、改版式、改空格不算变动。"
    ),
    example=Wording("确认对应之后，下级把“演练6场”改为“演练4场”：下级指标有变动。"),
    fix=Wording("用 `planalign review` 看过两边的文字后重新决定。"),
)
