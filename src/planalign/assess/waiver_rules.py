"""PA5, as far as waivers go: expired and unused ones. They are judged after all other rules, by `waived.settle`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.finding import finding
from planalign.assess.rule import Hit, Rule
from planalign.model.block import Location
from planalign.model.comparison import Severity
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.plan import Plan
    from planalign.model.waiver import Waiver, WaiverEnd
    from planalign.model.wording import Lang

LESSER = {"PA101": frozenset({"PA102", "PA103"}), "PA102": frozenset({"PA103"})}
"""Who accepts that a task is dropped accepts a dropped clause of it; who accepts a dropped clause, a part of it."""


def expired(waiver: Waiver, accepted: Finding, lang: Lang) -> Finding:
    """Return the finding that a waiver for another finding has expired."""
    values: dict[str, object] = {"number": waiver.number, "expires": waiver.expires, "basis": waiver.basis}
    hit = Hit(str(waiver.number), accepted.parent, accepted.child, {**values, "id": accepted.id})
    return finding(PA503, hit, lang)


def unused(waiver: Waiver, case: Case, lang: Lang) -> Finding:
    """Return the finding that a waiver for these documents accepts nothing that was found."""
    ends = _end(waiver.parent, case.parent.plan), _end(waiver.child, case.child.plan)
    values: dict[str, object] = {"number": waiver.number, "rule": waiver.rule, "basis": waiver.basis}
    return finding(PA504, Hit(str(waiver.number), *ends, values), lang)


def _end(end: WaiverEnd | None, plan: Plan) -> FindingEnd | None:
    return text_end(plan, end.quote, Location()) if end and end.quote else None


def _judged_later(case: Case) -> Iterator[Hit]:  # noqa: ARG001
    """Find nothing: whether a waiver is used shows only when all other findings are there."""
    return iter(())


PA503 = Rule(
    code="PA503",
    severity=Severity.ERROR,
    title=Wording("豁免已过期", "Waiver expired"),
    message=Wording(
        "豁免第 {number} 条（依据 {basis}）已于 {expires} 到期，{id} 重新列为问题",
        "waiver {number} (basis {basis}) expired on {expires}: {id} is open again",
    ),
    explanation=Wording(
        "一条豁免过了有效期，它原来豁免的问题重新计入。有效期按 --as-of 给出的日期判断。",
        "A waiver is past its last day, and what it accepted counts again. The day to judge by is that of --as-of.",
    ),
    example=Wording(
        "豁免有效期到 2025-06-30，按 2025-07-01 判断。", "A waiver until 2025-06-30, judged on 2025-07-01."
    ),
    fix=Wording(
        "补齐所缺内容；确需继续豁免的，重新审批并更新有效期和依据。",
        "Close the gap, or have the waiver approved again with a new day and basis.",
    ),
    check=_judged_later,
)

PA504 = Rule(
    code="PA504",
    severity=Severity.WARNING,
    title=Wording("豁免未用到", "Waiver unused"),
    message=Wording(
        "豁免第 {number} 条（{rule}，依据 {basis}）没有对应的问题",
        "waiver {number} ({rule}, basis {basis}) accepts nothing that was found",
    ),
    explanation=Wording(
        "豁免文件中的一条针对这两份文件，但没有发现它所豁免的问题：问题可能已经解决，也可能原文改动后引文对不上。",
        "A waiver for these two documents matches no finding: the gap may be closed, or its quote no longer stands in "
        "the text.",
    ),
    example=Wording(
        "下级文件已补写该任务，豁免仍在。", "The child has the task by now, and the waiver is still there."
    ),
    fix=Wording(
        "问题已解决的，删去该条豁免；原文有改动的，更新引文。", "Delete the waiver, or quote the text as it is now."
    ),
    check=_judged_later,
)
