"""Targets: numbers with a unit, and words that stand for one (全覆盖, 清零), in clauses and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Target
from planalign.parse.apart import apart
from planalign.text.amounts import HAN, amount, half_width
from planalign.text.bound import bind
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

Number = tuple[float, float | None]
"""A value, and the upper end where it is a range."""

_PLAIN_UNIT = (
    r"/(?:10|十)?万|个百分点|百分点|平方公里|平方千米|平方米|平方|立方米|公里|千米|海里|毫米|厘米|公顷|公斤|千克|毫克|微克|千瓦时?|兆瓦|兆帕|分贝"
    r"|个?小时|分钟|个?学时|个?工作日|个月|[kKmMcC]?m(?![A-Za-z])|hm|[kK]g|[kM]W|[人家场户件架车班]次|标准煤|吨标准煤|公升|街道|社区|小区|企业|人年"
    r"|学分|课时|人份|剂次|千伏|毫升"
    r"|[%‰㎡㎞㎥秒元米亩吨升度户家所座处条部台套辆艘架只件项个名人位次场期批轮类种起例宗天日周岁级支片张份栋幢间层株头口道块眼克册篇班倍点组对床村镇款单"
    r"笔根盏颗粒遍回兆棵枚趟幅羽斤帧筐捆]"
    # Measure words that begin other words too: 500面 but 5面向, 3本 but 3本级.
    r"|门(?![户类诊店口])|面(?![向对临积貌试板料粉谈审部])|本(?![级地区市县省镇乡村行科年月周日质报次身着人])|把(?![握关控手守脉住])"
    r"|包(?![括含保联干抓案装围容村户])|双(?![方向随重创拥控减语休层报])|副(?![省市县区镇乡局处书主职])|队(?![伍员列形长])|盘(?![活点查])"
    r"|瓶(?![装颈组])|桶(?!装)|箱(?![变体涵式])|袋(?!装)|杆(?!线)|顶(?![层部板尖级])|扇(?![区形])|具(?![有体备])|罐(?![装区车])|卷(?![帘积烟])"
    r"|盒(?![装饭])|柜(?!台)|挂(?![牌靠图钩职点号账])|列(?![入为出支席举])|尾(?![矿水气款砂])|匹(?!配)|孔(?!板)|页(?![岩面])|节(?![约能水点日假目气])"
    r"|堂(?!食)|集(?![中体团成聚镇市群装约合])|针(?!对)|桌(?![面椅])"
)
_UNIT = rf"(?:{_PLAIN_UNIT})(?:/(?:立方米|平方米|平方公里|公里|小时|[升年月日天人亩户吨次村]))?"
_SCALE = r"万亿|千万|百万|[万亿千百]"
# Bounds keep long runs of figures or spaces, which count nothing, from costing minutes.
_DIGITS = r"\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?"
_NUMBER = compiled(
    rf"(?<![\d.A-Za-z+〔\[［－-])(?P<number>{_DIGITS})\s{{0,9}}(?P<scale>{_SCALE})?[余多]?\s{{0,9}}"
    rf"(?:(?P<between>[%‰个家名人元户])?\s{{0,9}}[—–\-－~～至到]{{1,2}}\s{{0,9}}(?P<upper>{_DIGITS})\s{{0,9}}(?P<scale2>{_SCALE})?[余多]?\s{{0,9}})?"
    rf"(?P<unit>{_UNIT})?"
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
    r"|\d{1,2}:\d\d(?=前|后|至|起|开|左右|[-—–～~]))"
)
_RATIO_LOOK_ALIKE = compiled(r"\d{1,20}\s{0,9}(?::\s{0,9}\d{1,20})+")
_LATIN_UNIT = compiled(r"\d{1,20}(?:\.\d{1,20})?\s{0,9}(?:km|kg|mm|cm|kw|kW|MW|m)(?![A-Za-z])")

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
    rf"(?P<number>[{HAN}]{{1,20}})(?P<scale>万亿|[万亿])?[余多]?(?P<unit>{_PLAIN_UNIT})(?P<after>以上|以内|以下|之内|及以上|左右)?"
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
_SOME_HAN = compiled(rf"[{HAN}半翻]")
_SOME_WHOLE = compiled(r"全覆盖|清零|归零|零[增发新死事伤]|应.尽")
_DIGIT = compiled(r"\d")
_SIGNS = {
    "㎡": "平方米",
    "km": "公里",
    "千米": "公里",
    "㎞": "公里",
    "㎥": "立方米",
    "平方千米": "平方公里",
    "平方": "平方米",
    "个小时": "小时",
    "个工作日": "工作日",
    "个学时": "学时",
    "m": "米",
    "kg": "公斤",
    "千克": "公斤",
    "吨标准煤": "吨",
}


_MEASURE = compiled(rf"(?:{_SCALE})?(?:{_UNIT})")


def is_measure(word: str) -> bool:
    """Say whether a word is a unit of measure: %, 万人, 亿元, 公里."""
    return _MEASURE.fullmatch(half_width(word.strip())) is not None


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
    direction, baseline = bind(plain, start, end)
    return Target(
        text=text[start:end],
        start=start,
        end=end,
        value=value,
        unit=_SIGNS.get(unit, unit),
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
