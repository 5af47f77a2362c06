"""PA401 and PA402: the child rests on another parent than the one given, or cites it wrongly."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.citations import Verdict, verdict
from planalign.assess.ends import text_end
from planalign.assess.rule import Hit, PairRule, PlanRule, Spot
from planalign.model.block import Location
from planalign.model.comparison import Severity
from planalign.model.wording import Wording
from planalign.text.pattern import compiled
from planalign.text.quotes import inner
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case, PlanCase
    from planalign.model.comparison import FindingEnd
    from planalign.model.plan import Citation, Plan

_NOTICE = compiled(r"《(?P<title>[^《》]{2,80})的通知》")
_ABOUT = compiled(r"关于|印发|转发|批转|下发")
_YEAR = compiled(r"〔(\d{4})〕")
_BEFORE = compiled(r"〔\d{4}〕\d+号(?=《)")

_NO_NOTICE = Wording("“《{name}的通知》”不像标题：通知的标题应有“关于”，文件自身的名称不带“的通知”")
_TWO_TITLES = Wording("同一发文字号“{name}”在文中对应两个标题")
_TWO_NUMBERS = Wording("同一标题“{name}”在文中对应两个发文字号")
_LATER = Wording("所引“{name}”的年份晚于本文件的年度")
_ORDER = Wording("引用“{name}”应先写标题，后在括号内写发文字号")


def other_parent(case: Case) -> Iterator[Hit]:
    """Find a citation of a like document of another office, where none means the parent that was given."""
    if case.same_plan:
        return
    verdicts = [(cited, verdict(cited, case.parent.plan.masthead)) for cited in case.child.plan.masthead.cites]
    kinds = {kind for _, kind in verdicts}
    if kinds & {Verdict.PARENT, Verdict.WRONG_TITLE, Verdict.WRONG_NUMBER}:
        return
    for number, (cited, kind) in enumerate(verdicts, start=1):
        if kind is Verdict.OTHER_ISSUER:
            values: dict[str, object] = {"cited": _name(cited), "given": _given_name(case.parent.plan)}
            yield Hit(str(number), _head(case.parent.plan), _end(case.child.plan, cited), values, (cited.text,))


_NOT_GIVEN = Wording("所引上级文件的{what}与给定的上级文件“{given}”不一致")


def wrong_citations(case: Case) -> Iterator[Hit]:
    """Find citations of the parent whose number or title is not the parent's."""
    for number, cited in enumerate(() if case.same_plan else case.child.plan.masthead.cites, start=1):
        kind = verdict(cited, case.parent.plan.masthead)
        if kind in {Verdict.WRONG_TITLE, Verdict.WRONG_NUMBER}:
            what = Wording("标题") if kind is Verdict.WRONG_TITLE else Wording("发文字号", "short")
            given = inner(_given_name(case.parent.plan))
            words = _NOT_GIVEN.filled(what=what, given=given)
            yield Hit(
                str(number), _head(case.parent.plan), _end(case.child.plan, cited), {"what": words}, (cited.text,)
            )


def slips(case: PlanCase) -> Iterator[Spot]:
    """Find citations that cannot be right, whatever the parent is."""
    yield from _no_notices(case)
    cites = case.plan.masthead.cites
    yield from _twice(case.plan, [(cited, cited.number, cited.title) for cited in cites], _TWO_TITLES)
    yield from _twice(case.plan, [(cited, cited.title, cited.number) for cited in cites], _TWO_NUMBERS)
    for number, cited in enumerate(cites, start=1):
        year = _YEAR.search(cited.number or "")
        if year and case.plan.masthead.year and int(year[1]) > case.plan.masthead.year:
            yield _spot(f"later-{number}", _end(case.plan, cited), _LATER, cited.number or "")
        if _BEFORE.search(normalise(cited.text)):
            yield _spot(f"order-{number}", _end(case.plan, cited), _ORDER, cited.number or "")


def _no_notices(case: PlanCase) -> Iterator[Spot]:
    for passage in case.passages:
        for match in _NOTICE.finditer(passage.plain) if "的通知》" in passage.plain else ():
            if _ABOUT.search(match["title"]) is None:
                yield _spot(
                    f"{passage.id}-{match.start()}", passage.end(case.plan, match.start()), _NO_NOTICE, match["title"]
                )


def _twice(plan: Plan, cites: list[tuple[Citation, str | None, str | None]], wording: Wording) -> Iterator[Spot]:
    """Find what stands beside two different things, at the second of them."""
    seen: dict[str, set[str]] = defaultdict(set)
    for number, (cited, one, other) in enumerate(cites, start=1):
        if not one or not other:
            continue
        plain = normalise(other)
        if seen[normalise(one)] - {plain} and plain not in seen[normalise(one)]:
            yield _spot(f"twice-{number}", _end(plan, cited), wording, one)
        seen[normalise(one)].add(plain)


def _spot(key: str, end: FindingEnd, wording: Wording, name: str) -> Spot:
    short = inner(name)
    return Spot(key, end, {"what": wording.filled(name=short)}, (name,))


def _end(plan: Plan, cited: Citation) -> FindingEnd:
    return text_end(plan, cited.text, cited.location)


def _head(plan: Plan) -> FindingEnd:
    head = plan.masthead
    return text_end(plan, f"{head.notice_title or head.title} {head.document_number or ''}".strip(), Location())


def _name(cited: Citation) -> str:
    return cited.number or cited.title or cited.text


def _given_name(plan: Plan) -> str:
    head = plan.masthead
    return head.document_number or head.notice_title or head.title


PA401 = PairRule(
    code="PA401",
    severity=Severity.ERROR,
    title=Wording("引用的上级文件不是给定的上级文件"),
    message=Wording("下级文件依据的是“{cited}”，不是给定的上级文件“{given}”"),
    explanation=Wording(
        "下级文件引用了一份标题相同、但由其他机关印发的文件，又没有引用给定的上级文件：或者引错了，或者拿来比对的文件不对。"
    ),
    example=Wording("石桥街道属于临江区，却引用北湖区政府的文件。"),
    fix=Wording("改正引用；引用无误的，换用它所引的上级文件比对。"),
    check=other_parent,
)

PA402 = PlanRule(
    code="PA402",
    severity=Severity.WARNING,
    title=Wording("引用的标题或发文字号有误"),
    message=Wording("{what}"),
    explanation=Wording(
        "所引上级文件的标题或发文字号与给定的上级文件对不上；或者引用本身有误：标题写成“……预案的通知”、同一文号对应两个标题、所引文件"
        "年份晚于本文件、文号写在标题之前。"
    ),
    example=Wording("应为江府发〔2025〕4号，写成江府发〔2025〕14号。"),
    fix=Wording("对照所引文件更正。"),
    check=slips,
    beside=wrong_citations,
)
