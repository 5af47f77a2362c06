"""Targets: numbers with a unit, and words that stand for one (全覆盖, 清零), in clauses and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Target
from planalign.parse.apart import apart
from planalign.parse.measure import LATIN, PLAIN_UNIT, SCALE, UNIT, as_counted
from planalign.text.amounts import HAN, amount, half_width
from planalign.text.bound import bind
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

Number = tuple[float, float | None]
"""A value, and the upper end where it is a range."""

# Bounds keep long runs of figures or spaces, which count nothing, from costing minutes.
_DIGITS = r"\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?"
_NUMBER = compiled(
    rf"(?<![\d.A-Za-z+〔\[［－-])(?P<number>{_DIGITS})\s{{0,9}}(?P<scale>{SCALE})?[余多]?\s{{0,9}}"
    rf"(?:(?P<between>[%‰个家名人元户])?\s{{0,9}}[—–\-－~～至到]{{1,2}}\s{{0,9}}(?P<upper>{_DIGITS})\s{{0,9}}(?P<scale2>{SCALE})?[余多]?\s{{0,9}})?"
    rf"(?P<unit>{UNIT})?"
)
# What looks like a number but counts nothing: dates, document numbers, codes, formulas, names.
_LOOK_ALIKES = compiled(
    # The first look spares most places the alternatives.
    r"(?=[\d〔\[［【（(﹝“\"‘A-Za-z第《])(?:(?:19|20)\d\d\s{0,9}[—–\-－~～至到、]*\s{0,9}(?:(?:19|20)\d\d)?\s{0,9}年(?:度|底|初|末)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|\d{1,2}\s{0,9}[—–\-－~～至、]?\s{0,9}\d{0,2}\s{0,9}月(?:份|底|\s{0,9}\d{1,2}\s{0,9}日|初|末|[上中下]旬)?"
    r"|[〔\[［【（(﹝]\s{0,9}\d{4}\s{0,9}[〕\]］】）)﹞]\s{0,9}第?\s{0,9}\d+\s{0,9}号"
    r"|[“\"‘][\d+×xX.·\-—NnA-Za-z]+[”\"’]"
    r"|\d{1,20}(?:[+×]\d{1,20}){0,9}[+×][\dNnXx]+|[NnXx][+]\d+"
    r"|\d{1,2}[·•．]\d{1,2}(?!\d*%)"
    r"|[A-Za-z]{1,40}\d+[A-Za-z\d]*|\d{1,20}[A-Za-z]{2,}(?![\u4e00-\u9fff]?道路)"
    r"|第\s{0,9}\d+\s{0,9}[届次批条章号]?"
    r"|(?<!\d)1[12]\d{3}(?!\d|\.\d|\s{0,9}[万亿%‰个名人户家处座台部公平立米吨元项次亩件])"
    r"|《[^》]*》"
    r"|[（(]\s{0,9}\d{1,2}\s{0,9}[）)]|^\d{1,2}[.、)）](?!\d)"
    r"|\d{1,3}[时点度]\d{1,2}分|(?:480|720|1080|2160)P"
    r"|\d{1,2}:\d\d(?=前|后|至|起|开|左右|[-—–～~]))"
)
_RATIO_LOOK_ALIKE = compiled(r"\d{1,20}\s{0,9}(?::\s{0,9}\d{1,20})+")
_LATIN_UNIT = compiled(rf"\d{{1,20}}(?:\.\d{{1,20}})?\s{{0,9}}(?:km|kg|mm|cm|kw|kW|MW|m|{LATIN})(?![A-Za-z])")

# Chinese numerals count only where a bound or a verb of building says so: 三个必须 and 两个维护 are names.
_NAMING = frozenset("第“‘新同这每")
_LEADS = (
    "连续", "不低于", "不少于", "不小于", "不超过", "不高于", "不多于", "至少", "最少", "最多", "提前",
    "达到", "不得少于", "不得超过", "新建", "建成", "建设", "改造", "改建", "配备", "创建",
    "培育", "引进", "新增", "打造", "完成", "整治", "修复", "建立", "购置", "设立",
    "安装", "组建", "举办", "开展", "组织",
)  # fmt: skip
_BOUNDS = ("不低于", "不少于", "不小于", "不超过", "不得少于", "不得超过", "至少", "最少", "最多", "不多于", "提前")
_HAN_NUMBER = compiled(
    rf"(?P<number>[{HAN}]{{1,20}})(?P<scale>万亿|[万亿])?[余多]?(?P<unit>{PLAIN_UNIT})(?P<after>以上|以内|以下|之内|及以上|左右)?"
)
_CROWD = compiled(
    r"(?<![一二三四五六七八九十几数])(?<!每)(?P<number>[百千万])(?P<unit>部|名|家|场|所|村|企|亩|人|个|座|支|里)(?=[^\W\d]|[”’])"
)
_SOME_CROWD = compiled(r"[百千万][部名家场所村企亩人个座支里]", signs="百千万")
_PERCENT = compiled(rf"(?P<kind>百分|千分)之(?P<number>[{HAN}]+(?:点[{HAN}]+)?)")
_FRACTION = compiled(rf"(?P<below>[{HAN}]{{1,20}})分之(?P<above>[{HAN}]{{1,20}})")
_HALF = compiled(r"(?:(?:不低于|不少于|超过|过|达到|以上|占比?)\s*(?:一半|半数))|(?:一半|半数)(?:以上|左右)")
_TENTHS = compiled(r"(?<![\d构完组])(?P<number>[一二两三四五六七八九1-9])成(?=以上|左右|以下|[，。；、的]|$)")
_SOME_TENTHS = compiled(r"[一二两三四五六七八九1-9]成", signs="成")
_DOUBLING = compiled(r"翻(?P<number>[一两二三])?番")
_RATIO = compiled(
    r"(?P<led>比(?:例|值|)?.{0,6}?|不低于|不少于|不高于|不超过|达到|达|按照?|控制在|师生比|生师比|^)\s*"
    r"(?P<one>\d+(?:\.\d+)?)\s*:\s*(?P<other>\d+(?:\.\d+)?)"
)
_WHOLE = compiled(
    r"(?P<all>(?:实现|达到|做到)?(?:[一-龥]{2}[一-龥]?)??全覆盖)(?!督[查导]|检查|排查|式|、|地)|(?P<every>应[一-龥]尽[一-龥])"
    r"|(?P<zero>(?:动态|基本|全部|存量|实现)?(?:清零|归零)|零(?:增长|发生|新增|容忍|死亡|事故|伤亡|遗漏))"
)
# 300标准车道以上: what is not known as a unit may stand before the bound.
_UNKNOWN_UNIT = compiled(r"[一-龥]{1,4}(?=及?以[上下内]|之内)")
_SOME_HAN = compiled(rf"[{HAN}半翻]")
_SOME_WHOLE = compiled(r"全覆盖|清零|归零|零[增发新死事伤]|应.尽")
_DIGIT = compiled(r"\d")


def find_targets(text: str) -> tuple[Target, ...]:
    """Return the numbers of a text that count or measure something, in order; a bare number only where it is alone."""
    plain = half_width(text)
    found: list[Target] = []
    if _DIGIT.search(plain):
        found += _in_digits(text, plain)
    if _SOME_HAN.search(plain):
        found += _in_words(text, plain)
    if _SOME_WHOLE.search(plain):
        found += _whole(text, plain)
    return apart(found)


def _in_digits(text: str, plain: str) -> Iterator[Target]:
    hidden = _hidden(plain)
    for match in _RATIO.finditer(plain) if ":" in plain else ():
        if float(match["other"]) and not _is_clock(match) and not hidden[match.start("one")]:
            value = round(float(match["one"]) / float(match["other"]), 6)
            yield _target(text, plain, (match.start("one"), match.end()), (value, None), "")
    for match in _RATIO_LOOK_ALIKE.finditer(plain):
        hidden[match.start() : match.end()] = [True] * (match.end() - match.start())
    alone = plain.strip().replace(".", "", 1).isdecimal()
    for match in _NUMBER.finditer(plain):
        number = None if hidden[match.start()] else _number(match, alone=alone)
        if number is not None:
            span = match.start(), match.start() + len(match[0].rstrip())
            yield _target(text, plain, span, number, match["unit"] or match["between"] or "")


def _is_clock(match: re.Match[str]) -> bool:
    return len(match["other"]) == 2 and match["led"] in {"", "按"} and match.end() != len(match.string)


def _number(match: re.Match[str], *, alone: bool) -> Number | None:
    """Return the number and the upper end of a range; a range has one scale and one unit for both ends."""
    if not (match["unit"] or match["between"] or match["scale"] or alone):
        return None
    scale = match["scale"] or match["scale2"] or ""
    value = amount(match["number"], scale)
    upper = amount(match["upper"], match["scale2"] or scale) if match["upper"] else None
    if value is None or (upper is not None and upper < value):
        return None
    return value, upper


def _in_words(text: str, plain: str) -> Iterator[Target]:
    for match in _HAN_NUMBER.finditer(plain):
        value = amount(match["number"], match["scale"] or "")
        bound = (
            plain[: match.start()].rstrip().endswith(_LEADS)
            or match["after"]
            or match["scale"]
            or len(match["number"]) > 1
        )
        if value is not None and bound and not _is_name(match):
            yield _target(text, plain, (match.start("number"), match.end("unit")), (value, None), match["unit"])
    for match in _CROWD.finditer(plain) if _SOME_CROWD.search(plain) else ():
        yield _target(text, plain, match.span(), (amount(match["number"]) or 0.0, None), match["unit"])
    if "分之" in plain:
        yield from _fractions(text, plain)
    for match in _HALF.finditer(plain) if "一半" in plain or "半数" in plain else ():
        start = max(match[0].find("一半"), match[0].find("半数")) + match.start()
        yield _target(text, plain, (start, start + 2), (50.0, None), "%")
    for match in _TENTHS.finditer(plain) if _SOME_TENTHS.search(plain) else ():
        yield _target(text, plain, match.span(), (10 * (amount(match["number"]) or 0.0), None), "%")
    for match in _DOUBLING.finditer(plain) if "番" in plain else ():
        yield _target(text, plain, match.span(), (2.0 ** (amount(match["number"] or "一") or 1), None), "倍")


def _is_name(match: re.Match[str]) -> bool:
    """Say whether a numeral is part of a name or an ordinal: 建立一个中心, 第三批, “三个一”."""
    before = match.string[: match.start()].rstrip()
    return before[-1:] in _NAMING or (match["number"] == "一" and not before.endswith(_BOUNDS))


def _fractions(text: str, plain: str) -> Iterator[Target]:
    for match in _PERCENT.finditer(plain):
        whole, _, part = match["number"].partition("点")
        value = amount(whole)
        decimals = "".join(str(int(amount(char) or 0)) for char in part)
        if value is not None:
            yield _target(text, plain, match.span(), (float(f"{value:g}.{decimals or 0}"), None), _sign(match))
    for match in _FRACTION.finditer(plain):
        below, above = amount(match["below"]), amount(match["above"])
        if below and above and below not in {100, 1000}:
            yield _target(text, plain, match.span(), (round(100 * above / below, 2), None), "%")


def _sign(match: re.Match[str]) -> str:
    return "‰" if match["kind"] == "千分" else "%"


def _whole(text: str, plain: str) -> Iterator[Target]:
    for match in _WHOLE.finditer(plain):
        if match["zero"]:
            yield _target(text, plain, match.span("zero"), (0.0, None), "")
        elif match["all"]:
            yield _target(text, plain, (match.end() - 3, match.end()), (100.0, None), "%")
        else:
            yield _target(text, plain, match.span("every"), (100.0, None), "%")


def _target(text: str, plain: str, span: tuple[int, int], number: Number, unit: str) -> Target:
    start, end = span
    value, upper = number
    unknown = None if unit else _UNKNOWN_UNIT.match(plain, end)
    direction, baseline = bind(plain, start, unknown.end() if unknown else end)
    return Target(
        text=text[start:end],
        start=start,
        end=end,
        value=value,
        unit=as_counted(unit),
        upper=upper,
        direction=direction,
        baseline=baseline,
    )


def _hidden(plain: str) -> list[bool]:
    hidden = [False] * (len(plain) + 1)
    for match in _LOOK_ALIKES.finditer(plain):
        hidden[match.start() : match.end()] = [True] * (match.end() - match.start())
    for match in _LATIN_UNIT.finditer(plain):
        hidden[match.start() : match.end()] = [False] * (match.end() - match.start())
    return hidden
