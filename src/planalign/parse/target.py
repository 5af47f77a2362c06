"""Targets: numbers with a unit in clauses and cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.plan import Target
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALE = {"万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2, "万亿": 1e12, "": 1.0}
_UNIT = (
    r"个百分点|百分点|[%％‰]|平方公里|平方千米|平方米|立方米|万平方米|公里|千米|毫米|厘米|公顷|公斤|千克|千瓦时?|兆瓦|兆帕|小时|分钟|工作日"
    r"|[kKmMcC]?m(?![A-Za-z])|km|㎡|㎞|㎥|hm|[kK]g|人次|家次|场次|元|米|亩|吨|升|度|户|家|所|座|处|条|部|台|套|辆|艘|架|只|件|项|个|名|人|位|次|场|期|批"
    r"|轮|类|种|起|例|宗|天|日|周|岁|级|支|片|张|份|栋|幢|间|层|株|头|口|道|块|眼|公升|克|册|篇|门|班|倍|成|点|组|对|床|村|镇|街道|社区|小区|企业"
)
_NUMBER = compiled(
    rf"(?<![\d.A-Za-z＋+〔\[［（(－])(\d+(?:,\d{{3}})*(?:\.\d+)?)\s*(万亿|[万亿千百])?余?多?\s*({_UNIT})?"
)
# What looks like a number but counts nothing: dates, document numbers, codes, formulas, names.
_LOOK_ALIKES = (
    compiled(
        r"(?:19|20)\d\d\s*[—–\-－~～至到、]*\s*(?:(?:19|20)\d\d)?\s*年(?:度|底|初|末)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    ),
    compiled(r"\d{1,2}\s*[—–\-－~～至]?\s*\d{0,2}\s*月(?:份|底|\s*\d{1,2}\s*日|初|末)?"),
    compiled(r"[〔\[［【（(﹝]\s*\d{4}\s*[〕\]］】）)﹞]\s*第?\s*\d+\s*号"),
    compiled(r"[“\"‘][\d+＋×xX.·\-—NnA-Za-z]+[”\"’]"),
    compiled(r"\d+(?:[+＋×]\d+)*[+＋×][\dNnXx]+|[NnXx][+＋]\d+"),
    compiled(r"\d{1,2}[·•．]\d{1,2}"),
    compiled(r"\d+\s*(?:[∶:：]\s*\d+)+"),
    compiled(r"[A-Za-z]+\d+[A-Za-z\d]*|\d+[A-Za-z]{2,}(?![\u4e00-\u9fff]?道路)"),
    compiled(r"第\s*\d+\s*[届次批条章号]?"),
    compiled(r"(?<!\d)1[12]\d{3}(?!\d|\.\d|\s*[万亿%‰个名人户家处座台部公平立米吨元项次])"),
    compiled(r"《[^》]*》"),
    compiled(r"[（(]\s*\d{1,2}\s*[）)]|^\d{1,2}[.．、)）](?!\d)"),
)
_KILOMETRE = compiled(r"\d+(?:\.\d+)?\s*(?:km|kg|mm|cm|kw|kW|MW|m)\b", re.ASCII)


def find_targets(text: str) -> tuple[Target, ...]:
    """Return the numbers of a text that count or measure something, in order; a bare number only with %, or alone."""
    if not any(char.isdecimal() for char in text):
        return ()
    hidden = _hidden(text)
    return tuple(target for target in _numbers(text) if not hidden[target.start])


def _hidden(text: str) -> list[bool]:
    hidden = [False] * (len(text) + 1)
    measured = {place for match in _KILOMETRE.finditer(text) for place in range(*match.span())}
    for pattern in _LOOK_ALIKES:
        for match in pattern.finditer(text):
            for place in range(*match.span()):
                hidden[place] = hidden[place] or place not in measured
    return hidden


def _numbers(text: str) -> Iterator[Target]:
    alone = re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", text) is not None
    for match in _NUMBER.finditer(text):
        number, scale, unit = match[1], match[2] or "", match[3] or ""
        if len(number) > 15 or not (unit or scale or alone):
            continue
        value = float(number.replace(",", "")) * _SCALE[scale]
        printed = match[0].rstrip()
        yield Target(text=printed, value=value, unit=_sign(unit), start=match.start(), end=match.start() + len(printed))


def _sign(unit: str) -> str:
    return {
        "％": "%",
        "㎡": "平方米",
        "km": "公里",
        "千米": "公里",
        "㎞": "公里",
        "㎥": "立方米",
        "平方千米": "平方公里",
    }.get(unit, unit)
