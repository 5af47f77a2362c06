"""Clause to commitments: one action on one object each, the unit that a lower level carries or omits."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from planalign.text.numerals import parse_numeral

OPENING = "“‘《（(〔["
CLOSING = "”’》）)〕]"
QUOTES = (("“", "”"), ("‘", "’"), ("《", "》"))
LEAST_ITEMS = 3
"""From how many members words joined by 、 are a list."""


class Part(StrEnum):
    """What a comma-delimited part of a clause does."""

    ACTION = "action"
    RESULT = "result"
    CONTEXT = "context"
    ITEM = "item"


class Commitment(NamedTuple):
    """One part of a clause, verbatim, with its span in the clause text."""

    text: str
    start: int
    end: int
    part: Part


_CONTEXT = re.compile(
    r"(?:围绕|聚焦|按照|参照|对照|未经|根据|依据|针对|结合|基于|立足|坚持(?!“)|依托|通过|突出|紧盯|抓住|运用|面向|紧扣|着眼|瞄准|遵循)"
    # 依托网格平台开展巡查 says in one breath by what and what.
    r"(?!.+(?:实现|开展|完成))"
    r"|以.{2,30}为|在.{2,40}(?:方面|领域|上|下|中|基础上)$|.{2,12}(?:方面|领域)$|.{3,}[^似目]的$"
)
_VERB = re.compile(
    r"(?:进一步|持续|全面|深入|扎实|着力|统筹|重点|集中|大力)*"
    r"(?:加强|强化|推进|推动|完成|开展|落实|完善|健全|建立|做好|抓好|实施|深化|组织|构建|建设|提升|优化|聚焦|围绕|对)(?=..)"
)
_SIGN = re.compile(f"[{re.escape(OPENING + CLOSING)}，,。；;！!]")
_WORD = re.compile(r"\w")
# Levels in a row are who acts or how far down a thing reaches: a lower plan names its own.
_RANK = r"(?:省|市|区|县|镇|乡|街|村|社区|街道|组|户|级){1,4}(?:[（(][^）)]{0,12}[）)])?"
_LEVELS = rf"{_RANK}(?:、{_RANK}){{0,4}}(?:、|和|与|及){_RANK}(?:[两二三四五]级|全覆盖|全贯通)"
_NO_LIST = re.compile(rf"{_LEVELS}|“\w(?:、\w)+”")
_MORE = re.compile(r"等(?P<count>\d+|[一二三四五六七八九十]+)(?![+\d一二三四五六七八九十])")
_ACTORS = re.compile(r"等(?:有关|相关|成员)?(?:单位|部门|行业部门)")
# 每年1次、2次、3次 lists no things.
_FIGURES = re.compile(r"\d([%‰]|[万亿]?[一-龥]{1,2})、[\d.]+\1")
_RESULT = re.compile(
    r"(?:并|不断|切实|有效|全面|进一步|持续|大力|整体|有力|着力|努力|逐步|真正)*"
    r"(?:提升|提高|实现|确保|形成|消除|营造|增强|打通|保证|保障|巩固|推动形成|夯实|为|筑牢|守牢|防止|避免|做到|杜绝|防范化解)"
    # Only when it shall be done: what is done stands before it.
    r"|(?:20\d\d年|今年)?(?:\d+月|年|季度|汛期?)(?:\d+日|底|末|中旬|上旬|下旬)?之?前(?:全部|基本|全面)?(?:整改|整治|建设)?(?:完成|到位|建成)$"
)


def commitments(text: str) -> list[Commitment]:
    """Split a clause at the commas outside quotes and brackets and say what each part does.

    A part that only sets the scene (围绕…, 按照…) is context, a part that names the wished-for effect after the action
    (提升…水平) is a result. A clause without an action part has its parts as actions.
    """
    parts = [_part(text, start, end, first=index == 0) for index, (start, end) in enumerate(_spans(text))]
    if not parts:
        return [Commitment(text, 0, len(text), Part.ACTION)]
    if len(parts) > 1 and parts[-1].part is Part.CONTEXT:
        parts[-1] = parts[-1]._replace(part=Part.ACTION)
    if not any(part.part is Part.ACTION for part in parts):
        parts = [part._replace(part=Part.ACTION) for part in parts]
    return [piece for part in parts for piece in (part, *_items(part))]


def _items(whole: Commitment) -> list[Commitment]:
    """Return the members of a 、 list inside a part; two members are a pair of words, not a list."""
    if whole.part is Part.CONTEXT or whole.text.count("、") + 1 < LEAST_ITEMS:
        return []
    # Levels (市、区县、乡镇三级) and quoted sayings (“点、线、面”) are one word, whatever list they stand in.
    members = _NO_LIST.sub(lambda found: found[0].replace("、", "_"), whole.text).split("、")
    if len(members) < LEAST_ITEMS or _FIGURES.search(whole.text) or _names_no_members(whole.text):
        return []
    items, start = [], 0
    for member in members:
        text = whole.text[start : start + len(member)]
        first, last = _inside(text)
        at = whole.start + start
        items.append(Commitment(text[first:last], at + first, at + last, Part.ITEM))
        start += len(member) + 1
    items[-1] = _without_tail(items[-1])
    return [item for item in items if item.text]


def _names_no_members(text: str) -> bool:
    """Return whether what 、 joins is who acts, or examples of more that are counted: 气象、水利、公安等23个部门."""
    if _ACTORS.search(text):
        return True
    counted = _MORE.search(text)
    return counted is not None and (parse_numeral(counted["count"]) or 0) > text[: counted.start()].count("、") + 1


def _without_tail(item: Commitment) -> Commitment:
    """Cut the last member of a list where 等 says that the list is over."""
    length = item.text.find("等")
    return item._replace(text=item.text[:length], end=item.start + length) if length > 0 else item


def _inside(text: str) -> tuple[int, int]:
    """Return the span of a list member without a leading verb and without what stands outside its quote."""
    opened = [text.rfind(opening) + 1 for opening, closing in QUOTES if closing not in text]
    verb = _VERB.match(text)
    closed = [text.find(closing) for opening, closing in QUOTES if opening not in text and closing in text]
    first = max([*opened, verb.end() if verb else 0])
    return first, max(first, min(closed, default=len(text)))


def _part(text: str, start: int, end: int, *, first: bool) -> Commitment:
    words = text[start:end]
    if _CONTEXT.match(words):
        return Commitment(words, start, end, Part.CONTEXT)
    if not first and _RESULT.match(words):
        return Commitment(words, start, end, Part.RESULT)
    return Commitment(words, start, end, Part.ACTION)


def _spans(text: str) -> list[tuple[int, int]]:
    """Spans between commas and stops at depth zero, white space and empty parts left out."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for sign in _SIGN.finditer(text):
        character = sign[0]
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            spans.append((start, sign.start()))
            start = sign.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    if not _WORD.search(words):
        return None
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
