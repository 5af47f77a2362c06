"""PA5, as far as waivers and the baseline go: what has expired or is of no use.

Judged after all other rules, by `waived.settle` and `debt.part`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.finding import finding
from planalign.assess.rule import Hit, Rule
from planalign.model.block import Location
from planalign.model.comparison import Severity
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.assess.case import Case, PlanCase
    from planalign.config import Settings
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.plan import Plan
    from planalign.model.waiver import Waiver, WaiverEnd

LESSER = {"PA101": frozenset({"PA102", "PA103"}), "PA102": frozenset({"PA103"})}
"""Who accepts that a task is dropped accepts a dropped clause of it; who accepts a dropped clause, a part of it."""


def expired(waiver: Waiver, accepted: Finding, settings: Settings) -> Finding:
    """Return the finding that a waiver for another finding has expired."""
    values: dict[str, object] = {"number": waiver.number, "expires": waiver.expires, "basis": waiver.basis}
    at_stake = (accepted.fingerprint,)
    hit = Hit(str(waiver.number), accepted.parent, accepted.child, {**values, "id": accepted.id}, at_stake)
    return finding(PA503, hit, settings)


def unused(waiver: Waiver, case: Case | PlanCase) -> Finding:
    """Return the finding that a waiver for these documents accepts nothing that was found."""
    parent, child = case.sides
    ends = _end(waiver.parent, parent.plan if parent else None), _end(waiver.child, child.plan)
    values: dict[str, object] = {"number": waiver.number, "rule": waiver.rule, "basis": waiver.basis}
    return finding(PA504, Hit(str(waiver.number), *ends, values, (waiver.rule,)), case.settings)


def _end(end: WaiverEnd | None, plan: Plan | None) -> FindingEnd | None:
    return text_end(plan, end.quote, Location()) if end and end.quote and plan else None


PA503 = Rule(
    code="PA503",
    severity=Severity.ERROR,
    title=Wording("豁免已过期"),
    message=Wording("豁免第 {number} 条（依据 {basis}）已于 {expires} 到期，{id} 重新列为问题"),
    explanation=Wording("一条豁免过了有效期，它原来豁免的问题重新计入。有效期按 --as-of 给出的日期判断。"),
    example=Wording("豁免有效期到 2025-06-30，按 2025-07-01 判断。"),
    fix=Wording("补齐所缺内容；确需继续豁免的，重新审批并更新有效期和依据。"),
)

PA504 = Rule(
    code="PA504",
    severity=Severity.WARNING,
    title=Wording("豁免未用到"),
    message=Wording("豁免第 {number} 条（{rule}，依据 {basis}）没有对应的问题"),
    explanation=Wording(
        "豁免文件中的一条针对这两份文件，但没有发现它所豁免的问题：问题可能已经解决，也可能原文改动后引文对不上。"
    ),
    example=Wording("下级文件已补写该任务，豁免仍在。"),
    fix=Wording("问题已解决的，删去该条豁免；原文有改动的，更新引文。"),
)

PA505 = Rule(
    code="PA505",
    severity=Severity.WARNING,
    title=Wording("基线已过时"),
    message=Wording("基线中的一个存量问题（{code} {title}）已经没有了"),
    explanation=Wording("基线文件记着的一个存量问题现在没有发现：问题可能已经解决，也可能原文改动后成了新的问题。"),
    example=Wording("下级文件已补写该任务，基线中仍有这一条。"),
    fix=Wording("确认后用 planalign baseline write 更新基线。"),
)
