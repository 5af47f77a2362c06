"""PA0, about annexes: rows without a lead, rows and tasks without each other, and the list of annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.correspondence import Correspondence
from planalign.assess.ends import task_end, text_end
from planalign.assess.rule import PlanRule, Spot
from planalign.model.annex import RowKind
from planalign.model.comparison import Severity
from planalign.model.index import further_annexes, heading
from planalign.model.wording import Wording
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.model.annex import Annex, AnnexHead, AnnexRow
    from planalign.model.comparison import FindingEnd
    from planalign.model.plan import Plan

_LEADING = 0.5
"""A table names leads if this share of its rows does."""

NO_ROW = Wording("正文任务“{name}”在附表中没有对应的行")
NO_TASK = Wording("附表“{name}”一行在正文中没有对应内容")
ABSENT = Wording("附件说明列有“{name}”，文件中没有")
UNLISTED = Wording("文件带有附件“{name}”，附件说明没有列")


def without_lead(case: PlanCase) -> Iterator[Spot]:
    """Find rows without lead unit in tables that otherwise name one."""
    for annex in case.plan.annexes:
        items = [row for row in annex.rows if row.kind is RowKind.ITEM]
        lacking = [row for row in items if not row.lead_units and not _goes_on(row)]
        if items and len(items) - len(lacking) > _LEADING * len(items):
            for row in lacking:
                yield Spot(row.id, row_end(case.plan, annex, row), {"place": _place(annex, row)})


def unmatched(case: PlanCase) -> Iterator[Spot]:
    """Find annex rows about nothing in the body, and tasks of the body about which no row is."""
    annexes = further_annexes(case.plan)
    if not annexes:
        return
    held = Correspondence(case.plan)
    for annex in annexes:
        for row in held.strange_rows(annex):
            name = row.name or row.target
            yield Spot(row.id, row_end(case.plan, annex, row), {"what": _filled(NO_TASK, name)})
    for task in held.tasks_without_row():
        yield Spot(task.id, task_end(case.index, task), {"what": _filled(NO_ROW, heading(task))})


def wrong_annex_list(case: PlanCase) -> Iterator[Spot]:
    """Find annexes that are listed and not there, or there and not listed."""
    plan = case.plan
    if not plan.annex_list or not plan.annex_heads:
        return
    for key, wording, ones, others in (
        ("listed", ABSENT, plan.annex_list, plan.annex_heads),
        ("there", UNLISTED, plan.annex_heads, plan.annex_list),
    ):
        for place, head in enumerate(ones, start=1):
            if not any(_same(head, other, alone=len(ones) == len(others) == 1) for other in others):
                what = _filled(wording, head.title or head.text)
                yield Spot(f"{key}-{place}", text_end(plan, head.text, head.location), {"what": what})


def row_end(plan: Plan, annex: Annex, row: AnnexRow) -> FindingEnd:
    """Quote what a row is about."""
    return text_end(
        plan, row.target or row.name, row.location, end_id=row.id, title=f"{annex.title} {row.name}".strip()
    )


def _goes_on(row: AnnexRow) -> bool:
    """Say whether a row leaves all but its target to the row above, as text without merged cells shows them."""
    return row.name_inherited and not row.responsible_units


def _place(annex: Annex, row: AnnexRow) -> Wording:
    number = row.seq if row.seq is not None else annex.rows.index(row) + 1
    return Wording("“{title}”第 {number} 行").filled(title=annex.title, number=number)


def _filled(wording: Wording, name: str) -> Wording:
    short = name if len(name) <= 40 else f"{name[:39]}…"
    return wording.filled(name=short)


def _same(one: AnnexHead, other: AnnexHead, *, alone: bool) -> bool:
    """Say whether two heads are of one annex: by title, else by number; where there is one each, they are the same."""
    if alone:
        return True
    if one.title and other.title:
        left, right = normalise(one.title), normalise(other.title)
        return left in right or right in left
    return one.number == other.number


PA004 = PlanRule(
    code="PA004",
    severity=Severity.WARNING,
    title=Wording("附表行没有牵头单位"),
    message=Wording("{place}没有牵头单位"),
    explanation=Wording("附表有牵头单位一栏，其他行都填了，这一行是空的，事项没有人牵头。"),
    example=Wording("“重点任务”表第 6 行只有责任单位。"),
    fix=Wording("补上牵头单位；与上一行相同的，用合并单元格表示。"),
    check=without_lead,
)

PA005 = PlanRule(
    code="PA005",
    severity=Severity.WARNING,
    title=Wording("附表与正文任务不对应"),
    message=Wording("{what}"),
    explanation=Wording(
        "附表的行与正文任务大多一一对应，而这一行（或这一项任务）在另一边找不到。只有七成以上能够对应时才报告，名称或内容有一样对得上就算对应。"
    ),
    example=Wording("附表有“变型拖拉机存量清零”，正文从未提到。"),
    fix=Wording("在正文或附表补上，或者删去多余的一处。"),
    check=unmatched,
)

PA007 = PlanRule(
    code="PA007",
    severity=Severity.WARNING,
    title=Wording("附件说明与附件不符"),
    message=Wording("{what}"),
    explanation=Wording("正文之后的附件说明与文件实际所带的附件不一致（GB/T 9704—2012，7.3.4、7.3.8）。"),
    example=Wording("附件说明列了两个附件，文后只有一个。"),
    fix=Wording("补上缺少的附件，或者更正附件说明。"),
    check=wrong_annex_list,
)
