"""PA006: a masthead that lacks an element, or states a document number that is not in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.rule import PlanRule, Spot
from planalign.model.block import Location
from planalign.model.comparison import Severity
from planalign.model.plan import PlanKind
from planalign.model.wording import Wording
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.model.plan import Masthead, Plan

_LACKING = Wording("缺少{what}")
_NUMBER = Wording("发文字号")
_ISSUER = Wording("发文机关", "in a sentence")
_DATE = Wording("成文日期")

_SERIAL = compiled(r"[〕\]］】）)﹞]\s*(?P<ordinal>第)?\s*(?P<serial>\d+)\s*号$")
_YEAR = compiled(r"[〔\[［【（(﹝]\s*(?P<year>\d{4})\s*(?P<word>年)?")
_BRACKETS = compiled(r"〔.*〕")
_FAULTS = {
    "unreadable": Wording("发文字号“{number}”的年份或序号不完整"),
    "brackets": Wording("发文字号“{number}”的年份应加六角括号〔〕"),
    "word": Wording("发文字号“{number}”的年份后不加“年”字"),
    "ordinal": Wording("发文字号“{number}”的序号前不加“第”字"),
    "zero": Wording("发文字号“{number}”的序号不编虚位"),
    "dated": Wording("发文字号“{number}”的年份与成文日期 {dated} 不一致"),
}


def faulty_masthead(case: PlanCase) -> Iterator[Spot]:
    """Find what is missing in the head of a notice, and what is wrong with its number."""
    plan = case.plan
    head = plan.masthead
    if plan.kind is not PlanKind.PLAN:
        return
    for name, wording in _missing(head) if _is_notice(head) else ():
        yield _spot(plan, name, head.title or head.notice_title or "", _LACKING.filled(what=wording))
    printed = head.document_number_printed
    for fault in _faults(head, printed) if printed else ():
        words = _FAULTS[fault].filled(number=printed, dated=head.dated or "")
        yield _spot(plan, fault, printed or "", words)


def _is_notice(head: Masthead) -> bool:
    """Say whether the document is the one that was sent, not only the text of the plan."""
    return bool(head.notice_title or head.addressees or head.dated or head.document_number_printed or head.public_mark)


def _missing(head: Masthead) -> Iterator[tuple[str, Wording]]:
    if not head.document_number and not head.document_number_printed:
        yield "number", _NUMBER
    if not head.issuer:
        yield "issuer", _ISSUER
    if not head.dated:
        yield "dated", _DATE


def _faults(head: Masthead, printed: str) -> Iterator[str]:
    """Yield what GB/T 9704—2012, 7.2.5 does not allow."""
    if head.document_number is None:
        yield "unreadable"
        return
    year, serial = _YEAR.search(printed), _SERIAL.search(printed.strip())
    if year is None or serial is None:
        return
    if not _BRACKETS.search(printed):
        yield "brackets"
    if year["word"]:
        yield "word"
    if serial["ordinal"]:
        yield "ordinal"
    if serial["serial"].startswith("0"):
        yield "zero"
    if head.dated and int(head.dated[:4]) - int(year["year"]) not in {0, 1}:
        yield "dated"


def _spot(plan: Plan, name: str, text: str, what: Wording) -> Spot:
    return Spot(name, text_end(plan, text, Location()), {"what": what}, (name,))


PA006 = PlanRule(
    code="PA006",
    severity=Severity.WARNING,
    title=Wording("文件头要素缺失或不规范"),
    message=Wording("{what}"),
    explanation=Wording(
        "印发通知应当有发文机关、发文字号和成文日期；发文字号由机关代字、年份、序号组成，年份用全称并加六角括号〔〕，序号不编虚位、"
        "不加“第”字（GB/T 9704—2012，7.2.5）。只有计划正文、没有通知的，不报告缺少要素。"
    ),
    example=Wording("“北湖府发[2025]×号”：括号不对，序号未定。"),
    fix=Wording("补上或更正该要素。"),
    check=faulty_masthead,
)
