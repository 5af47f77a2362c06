"""PA406: blanks of a draft that were never filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.rule import PlanRule, Spot
from planalign.model.block import Location, SkipKind
from planalign.model.comparison import Severity
from planalign.model.wording import Wording
from planalign.text.placeholder import find_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.model.comparison import FindingEnd

_AROUND = 6
"""So many characters before and behind a blank stand in the message."""


def blanks(case: PlanCase) -> Iterator[Spot]:
    """Find ××, XX, 待定, ____ and the like in the head, the text and the tables."""
    for name, text, end in _texts(case):
        for start, stop in find_placeholders(text):
            around = text[max(0, start - _AROUND) : stop + _AROUND].replace("\n", " ")
            yield Spot(f"{name}-{start}", end, {"words": around}, (text[start:stop], str(start)))


def _texts(case: PlanCase) -> Iterator[tuple[str, str, FindingEnd]]:
    """Yield every text of the plan under the name of its place; what the head set aside is looked at too."""
    plan = case.plan
    head = plan.masthead
    for name, text in (("title", head.title), ("notice", head.notice_title), ("contact", head.contact)):
        if text:
            yield name, text, text_end(plan, text, Location())
    for passage in case.passages:
        for number, sentence in enumerate(passage.sentences, start=1):
            yield f"{passage.id}-{number}", sentence, passage.quote(plan, sentence)
    for number, part in enumerate(plan.skipped, start=1):
        if part.kind is SkipKind.NO_TASK:
            yield f"skipped-{number}", part.text, text_end(plan, part.text, part.location)


PA406 = PlanRule(
    code="PA406",
    severity=Severity.ERROR,
    title=Wording("占位符未填"),
    message=Wording("有未填写的内容：“…{words}…”"),
    explanation=Wording(
        "文中还有××、XX、待定、下划线一类没有填写的内容。引号和书名号内的××是格式示例，不算；5×8小时、1+X "
        "一类写法也不算。"
    ),
    example=Wording("“除险加固小型水库××座”。"),
    fix=Wording("填写具体内容，或者删去该句。"),
    check=blanks,
)
