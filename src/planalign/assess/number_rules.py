"""PA008: body and annex give different numbers for the same matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import clause_end, text_end
from planalign.assess.rule import PlanRule, Spot
from planalign.assess.same_matter import differences
from planalign.model.comparison import Severity
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.assess.same_matter import Difference
    from planalign.model.comparison import FindingEnd


def different_numbers(case: PlanCase) -> Iterator[Spot]:
    """Find numbers in the body that an annex row about the same matter gives otherwise."""
    for found in differences(case.plan):
        row = found.row
        number = row.seq if row.seq is not None else found.annex.rows.index(row) + 1
        values: dict[str, object] = {
            "body": found.stated.target.text,
            "annex": found.target.text,
            "title": found.annex.title,
            "row": number,
        }
        key = f"{found.stated.clause.id}-{row.id}-{found.target.start}"
        yield Spot(key, _end(case, found), values, (found.stated.target.text, found.target.text))


def _end(case: PlanCase, found: Difference) -> FindingEnd:
    clause = found.stated.clause
    if clause.id in case.index.clauses:
        return clause_end(case.index, clause.id)
    return text_end(case.plan, clause.text, clause.location, end_id=clause.id)


PA008 = PlanRule(
    code="PA008",
    severity=Severity.WARNING,
    title=Wording("正文与附表数字不一致"),
    message=Wording("正文为“{body}”，附表“{title}”第 {row} 行为“{annex}”"),
    explanation=Wording(
        "同一事项在正文和附表中单位相同、数字不同。只比较数字前后文字基本相同的两处；时限和频次不在此列。"
    ),
    example=Wording("正文“建成应急消防工作站14个”，附表为12个。"),
    fix=Wording("核实后统一。"),
    check=different_numbers,
    both=True,
)
