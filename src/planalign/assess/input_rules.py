"""PA0: what is wrong with a document taken alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.numbering import BreakKind, breaks
from planalign.assess.rule import PlanRule, Spot
from planalign.model.block import SkipKind
from planalign.model.comparison import Severity
from planalign.model.plan import TaskKind
from planalign.model.skip_reason import skip_reason
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.model.block import Skipped
    from planalign.model.plan import Plan, StatedCount

COUNT_NOUNS = {
    "tasks": Wording("任务", "plural"),
    "sections": Wording("部分", "plural"),
    "annexes": Wording("附件", "plural"),
}
_BREAKS = {
    BreakKind.GAP: Wording("跳号"),
    BreakKind.DUPLICATE: Wording("重号"),
    BreakKind.BACKWARDS: Wording("倒号"),
}
_LOST = Wording("有内容未能识别")
_IN_DOUBT = Wording("请核对")


def skipped_parts(case: PlanCase) -> Iterator[Spot]:
    """Find the parts that neither reader nor parser understood, or that were read with doubts."""
    for number, part in enumerate(not_understood(case.plan), start=1):
        end = text_end(case.plan, part.text, part.location)
        said = _IN_DOUBT if part.kind is SkipKind.UNCLEAR else _LOST
        yield Spot(str(number), end, {"said": said, "reason": skip_reason(part)}, (part.reason,))


def not_understood(plan: Plan) -> list[Skipped]:
    """Return what was not understood or is in doubt; what is known to be no task (a question, a figure) is left out."""
    return [part for part in plan.skipped if part.kind is not SkipKind.NO_TASK]


def broken_numbering(case: PlanCase) -> Iterator[Spot]:
    """Find gaps, duplicates and steps back in the numbers of sections, tasks and annex rows."""
    for found in breaks(case.plan):
        after = found.after
        end = text_end(case.plan, f"{after.printed}{after.text}", after.location, end_id=after.id)
        values = {"kind": _BREAKS[found.kind], "before": found.before.printed, "after": after.printed}
        yield Spot(after.id, end, values, (found.kind.value,))


def wrong_counts(case: PlanCase) -> Iterator[Spot]:
    """Find counts stated in the text (共25项) that are not the counts of what was found."""
    for number, stated in enumerate(case.plan.stated_counts, start=1):
        real = _real_counts(case.plan, stated)
        if real and stated.value not in real:
            end = text_end(case.plan, stated.text, stated.location)
            values = {"stated": stated.value, "found": real[0], "noun": COUNT_NOUNS[stated.noun]}
            yield Spot(str(number), end, values, (str(real[0]),))


def _real_counts(plan: Plan, stated: StatedCount) -> tuple[int, ...]:
    """All ways to count what is stated, the likeliest first; a text may or may not mean 重点行动 and 工作要求 too."""
    if stated.noun == "annexes":
        return (len(plan.annexes),)
    if stated.noun == "sections":
        return (*_holding(plan), sum(section.parent is None for section in plan.sections))
    if stated.noun == "tasks":
        by_kind = Counter(task.kind for task in plan.tasks)
        return len(plan.tasks) - by_kind[TaskKind.REQUIREMENT], by_kind[TaskKind.TASK], len(plan.tasks)
    return ()


def _holding(plan: Plan) -> tuple[int, int]:
    """Count the sections with tasks in the narrow sense, and those with 重点行动 and 工作要求 too."""
    narrow = {task.section for task in plan.tasks if task.section and task.kind is TaskKind.TASK}
    return len(narrow), len({task.section for task in plan.tasks if task.section})


PA001 = PlanRule(
    code="PA001",
    severity=Severity.WARNING,
    title=Wording("部分内容未能识别或需核对"),
    message=Wording("{said}：{reason}"),
    explanation=Wording(
        "读取或解析时有一部分内容未能识别，没有参加比对，或者读取结果可能有误（例如扫描件中的“0.3‰”），结论可能因此不完整或不准确。"
    ),
    example=Wording("PDF 第 7 页是扫描图片，没有文字。"),
    fix=Wording("对照原件查看该处；条件允许时换用可复制文字的版本。"),
    check=skipped_parts,
    both=True,
)

PA002 = PlanRule(
    code="PA002",
    severity=Severity.WARNING,
    title=Wording("编号跳号或重号"),
    message=Wording("编号{kind}：“{before}”之后是“{after}”"),
    explanation=Wording(
        "同一序列的编号应当连续，可以跨部分连续编号，也可以在每个部分重新从一开始。跳号也可能说明有任务未被识别。"
    ),
    example=Wording("“（五）”之后直接是“（七）”。"),
    fix=Wording("核对原件，补正编号；确有遗漏的任务一并补上。"),
    check=broken_numbering,
    both=True,
)

PA003 = PlanRule(
    code="PA003",
    severity=Severity.WARNING,
    title=Wording("文中所述数量与实际不符"),
    message=Wording("文中称{noun}共 {stated} 项，实际识别 {found} 项"),
    explanation=Wording(
        "文件自己写明了任务、部分或附件的数量，与识别到的数量不一致：或者文件有误，或者有内容未被识别。"
    ),
    example=Wording("通知写“共 25 项重点任务”，正文只有 24 项。"),
    fix=Wording("核对原件，更正数量或补上缺少的内容。"),
    check=wrong_counts,
    both=True,
)
