"""Numbering labels: 一、 （一） 1. 1． 1、 （1） ① 1.1, and what only looks like one."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from planalign.text.numerals import HAN_NUMERAL, HAN_SIGNS, parse_numeral, signs_between
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.parse.line import Line


class Rank(IntEnum):
    """The styles of numbers from the highest level of an outline to the lowest (GB/T 9704—2012, 7.3.3)."""

    PART = 0
    SUBPART = 1
    HAN = 2
    HAN_BRACKET = 3
    DIGIT = 4
    DECIMAL = 5
    DECIMAL_DEEP = 6
    DIGIT_PAREN = 7
    DIGIT_BRACKET = 8
    CIRCLE = 9


class Label(NamedTuple):
    """The number at the start of a line."""

    rank: Rank
    text: str
    """As printed, without outer spaces."""
    number: str
    """Without brackets and dots."""
    value: int | None
    """The last number as an integer."""
    end: int
    """First character after the label; 0 for an automatic number."""
    named: bool = False
    """Whether a word stands before the number: 任务1."""


_COUNTERS = (
    "年月日时分秒号亿万千百十元倍个名件起处座台部辆公平立米吨克岁天小周季级类项条款家户人次万位所场批期轮份辖届五六七八九"
    "%％‰°℃度克km"
)
_SOLID = rf"(?![{_COUNTERS}])"
_BRACKETS = "（(﹙"
_DIGIT = "0"
"""Stands for every decimal digit."""
# A style, the characters that its labels begin with (few lines begin with any), and a label.
_PATTERNS: tuple[tuple[Rank, str, re.Pattern[str]], ...] = (
    (
        Rank.PART,
        "第",
        compiled(rf"第\s?({HAN_NUMERAL}{{1,3}})\s?(?:章|编|篇|部分)(?=[\s　：:、]|$|[^\W\dA-Za-z_]{{2,16}}$)[：:、]?"),
    ),
    (Rank.SUBPART, "第", compiled(rf"第\s?({HAN_NUMERAL}{{1,3}})\s?节(?:[\s　：:、]+|$)")),
    (Rank.HAN, f"{HAN_SIGNS}—", compiled(rf"({HAN_NUMERAL}{{1,5}}|—)\s?(?:、|．|\.(?!\d))")),
    (Rank.HAN_BRACKET, _BRACKETS, compiled(rf"[（(﹙]\s?({HAN_NUMERAL}{{1,5}})\s?[）)﹚][、.．]?")),
    (Rank.HAN_BRACKET, signs_between("㈠", "㈩"), compiled(r"([㈠-㈩])[、.．]?")),
    (
        Rank.DECIMAL,
        _DIGIT,
        compiled(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?(?=\s|[一-龥“《]){_SOLID}", signs=".．"),
    ),
    (Rank.DIGIT, _DIGIT, compiled(r"(\d{1,2})\s?(?:[.．](?!\d)|、(?!\d))")),
    (Rank.DIGIT_PAREN, _DIGIT, compiled(r"(\d{1,2})\s?[)）]")),
    (Rank.DIGIT_BRACKET, _BRACKETS, compiled(r"[（(﹙]\s?(\d{1,2})\s?[）)﹚][、.．]?")),
    (Rank.DIGIT_BRACKET, signs_between("⑴", "⒇"), compiled(r"([⑴-⒇])[、.．]?")),
    (Rank.DIGIT, signs_between("⒈", "⒛"), compiled(r"([⒈-⒛])")),
    (Rank.CIRCLE, signs_between("①", "⑳") + signs_between("㉑", "㉟"), compiled(r"([①-⑳㉑-㉟])[、.．]?")),
)
_LOST_DOT = compiled(rf"(\d{{1,2}})\s{{0,2}}(?=[一-龥]){_SOLID}")
NAMES = r"(?:重点|主要|工作|专项)?(?:任务|项目|事项|工程|行动|举措|措施)"
"""Words that number tasks: 任务1. 附表1 and 图1 number other things."""
_BASES = (("㈠", "㈩"), ("⑴", "⒇"), ("⒈", "⒛"), ("①", "⑳"))


def label_of(line: Line) -> Label | None:
    """Return the label of a line: its automatic number, else the one typed at its start."""
    if line.label:
        found = parse_label(line.label.strip()) or _bare(line.label.strip())
        if found:
            return found._replace(end=0)
    return parse_label(line.text)


@lru_cache(maxsize=32_768)
def parse_label(text: str) -> Label | None:
    """Return the label that text starts with."""
    first = _DIGIT if text[:1].isdecimal() else text[:1]
    for rank, starts, pattern in _PATTERNS:
        match = pattern.match(text) if first and first in starts else None
        if match:
            return _label(rank, match)
    return None


def lost_dot_value(text: str) -> int | None:
    """Return the number that text starts with where only its dot may be missing: 2强化监管."""
    match = _LOST_DOT.match(text) if text[:1].isdecimal() else None
    return int(match[1]) if match else None


def lost_dot_label(text: str, expected: int) -> Label | None:
    """Return the label of a heading like 2强化, where the number is the one that is due."""
    match = _LOST_DOT.match(text)
    return _label(Rank.DIGIT, match) if match and int(match[1]) == expected else None


def _label(rank: Rank, match: re.Match[str]) -> Label:
    number = match[1]
    if number == "—":
        # The first 一 is often typed as a dash.
        number = "一"
    if rank is Rank.DECIMAL:
        deep = len(re.findall(r"[.．]", number)) > 1
        rank = Rank.DECIMAL_DEEP if deep else Rank.DECIMAL
        return Label(rank, match[0].strip(), number, int(re.split(r"[.．]", number)[-1]), match.end())
    return Label(rank, match[0].strip(), number, _value(number), match.end())


def _value(number: str) -> int | None:
    for first, last in _BASES:
        if first <= number <= last:
            return ord(number) - ord(first) + 1
    return parse_numeral(number)


def _bare(label: str) -> Label | None:
    """Read a number without any mark (一, 3), and those that count only in their context: 一要, 第一条, 任务1."""
    match = re.fullmatch(rf"第?({HAN_NUMERAL}{{1,4}})(?:[要是条]|、是|(?:个?方面|部分|点)[，,是：:、]*)?", label)
    if match:
        return Label(Rank.HAN, label, match[1], parse_numeral(match[1]), 0)
    named = re.fullmatch(rf"{NAMES}\s?(\d{{1,2}}|{HAN_NUMERAL}{{1,3}})[：:、.．]?", label)
    if named:
        return Label(Rank.HAN_BRACKET, label, named[1], parse_numeral(named[1]), 0, named=True)
    if re.fullmatch(r"\d{1,2}", label):
        return Label(Rank.DIGIT, label, label, int(label), 0)
    return None


def is_label_only(line: Line, find: Callable[[str], Label | None] = parse_label) -> bool:
    """Say whether a line holds a label and nothing else."""
    found = find(line.text)
    return found is not None and found.end == len(line.text)
