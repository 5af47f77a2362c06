"""Frequencies: 每年至少1次, 每季度, 半年述职, 一月一调度, 定期."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Frequency
from planalign.parse.apart import apart
from planalign.text.amounts import HAN, amount
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HINT = compiled(
    r"[每度]|[月年周天][^，。；：]{0,10}?[一1]次|定期|半年|全年|年内|经常性|日周月|双月|次/|、[周旬月季年半]|月[^，。；]{0,4}各|[按逐一][年季月旬周日]"
)
_NUMBERED = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})(?:个月|个?季度|个?星期|周|天|日|年|小时)"
_PERIOD = (
    rf"{_NUMBERED}|半个?年|两年|三年|年|半个?月|两个?月|[二三四六]个月|季度|季(?!度)|月|旬|半?周|星期|两周|天|日"
    r"|学期|学年|小时"
)
_COUNT = rf"(?P<times>\d+|[{HAN}]+)(?:[—\-~～至]\d+)?\s*(?P<unit>次|轮|遍|场次?|期|回|批|起|部|篇|个|项|件|名|家)"
_EVERY = compiled(
    rf"(?:每个?|逐)(?P<period>{_PERIOD})(?P<part>[末底](?!端))?(?!有|个|人均|头|间|末|终奖|平均)"
    rf"(?P<rest>[^，。；：、\d（(]{{0,14}}?{_COUNT})?"
)
_NAMED = compiled(
    # 未纳入年度计划 and 完成年度任务 name a plan that is there, not how often.
    r"(?<![上下本跨去今前\d一二三四第])(?<!纳入|列入|编入|按照|根据|依据|对照|完成)(?P<named>年度|季度|月度|半年度?|双月|按[年季月旬周日])"
    r"(?![底末初内]|前|之|以来|时间|以上|以内|GDP|生产总值)"
)
_EACH = compiled(
    r"(?<![\d“])一(?P<period>年|季度?|月|周|日|旬|半年)"
    r"(?:[一1][次会报]|一(?![年季月周日部批位个])[一-龥]{1,2}|(?P<two>[两二2])次)"
)
_SOME_EACH = compiled(r"一[年季月周日旬半]")
# 三个月检查一次, without 每; 5月检查一次 is a date.
_ONCE_IN = compiled(
    rf"(?<![{HAN}\d每近前后上下第续满今去本逐])(?P<period>半个?[年月]|(?:\d{{1,2}}|[一两二三四五六])(?:个月|周|天)|[一两二三]年)"
    r"[^，。；：、\d内前后以]{0,8}?[一1]次",
    signs=("一次", "1次"),
)
# 1月、7月各盘点1次: as many times a year as months are named.
_IN_MONTHS = compiled(
    rf"(?P<months>(?:\d{{1,2}}月(?:份|底|初|末|[上中下]旬)?[、和及]){{1,11}}\d{{1,2}}月(?:份|底|初|末|[上中下]旬)?)(?:前)?"
    rf"[各均](?P<rest>[^，。；：、\d（(]{{0,10}}?{_COUNT})",
    signs=(
        *("月各", "份各", "底各", "初各", "旬各", "末各", "前各"),
        *("月均", "份均", "底均", "初均", "旬均", "末均", "前均"),
    ),
)
_PER = compiled(r"(?P<times>\d+)\s*次(?:以上)?/(?P<period>年|季度?|月|周|日|半年|天)")
_ACT = (
    r"(?:调度|会商|通报|讲评|点评|研判|排查|碰头|督查|述评|总结|分析|检查|报告|评估|述职|晾晒|考核|例会|巡查"
    r"|管控|自查|巡检|抽查|监测|提醒|公示|报送|小结)"
)
_SERIES = compiled(rf"日周月(?:季)?|[日周旬月季]{_ACT}(?:、(?:半月|半年|[周旬月季年]){_ACT})+")
_SOME_SERIES = compiled(r"日周月|、[半周旬月季年]")
_TOTAL = compiled(rf"(?:全年|年内|年度)(?P<rest>[^，。；：、\d（(]{{0,12}}?{_COUNT})")
_VAGUE = compiled(r"(?<!不)定期(?!存款|票据|检验|体检|航班)|经常性(?=开展|检查|组织|巡查|排查)")
_ACTS = frozenset("次轮遍场期回") | {"场次"}
_PER_YEAR = {
    "年": 1.0,
    "两年": 0.5,
    "三年": 1 / 3,
    "学年": 1.0,
    "半年": 2.0,
    "学期": 2.0,
    "季": 4.0,
    "双月": 6.0,
    "两月": 6.0,
    "二月": 6.0,
    "三月": 4.0,
    "四月": 3.0,
    "六月": 2.0,
    "月": 12.0,
    "半月": 24.0,
    "两周": 26.0,
    "旬": 36.0,
    "周": 52.0,
    "半周": 104.0,
    "日": 365.0,
    "小时": 8760.0,
}
_PARTS = compiled(rf"(?P<number>\d{{1,2}}|[{HAN}]{{1,3}})(?P<base>月|季|星期|周|天|日|年|小时)")
_SAME = {"天": "日", "星期": "周", "年度": "年", "季度": "季", "月度": "月", "半年度": "半年"}


def find_frequencies(text: str, plain: str) -> tuple[Frequency, ...]:
    """Return how often things are to be done, in order; `plain` is the text in half width."""
    if not _HINT.search(plain):
        return ()
    return apart([*_every(text, plain), *_named(text, plain)])


def _every(text: str, plain: str) -> Iterator[Frequency]:
    for match in _EVERY.finditer(plain):
        counted = match["rest"] and match["unit"] in _ACTS
        end = match.end() if counted else max(match.end("period"), match.end("part"))
        yield _frequency(text, (match.start(), end), match["times"] if counted else "1", match["period"])
    for match in _EACH.finditer(plain) if _SOME_EACH.search(plain) else ():
        yield _frequency(text, match.span(), "2" if match["two"] else "1", match["period"])
    for match in _ONCE_IN.finditer(plain):
        yield _frequency(text, match.span(), "1", match["period"])
    for match in _IN_MONTHS.finditer(plain):
        if match["unit"] in _ACTS:
            yield _frequency(text, match.span(), match["times"], "年", each=match["months"].count("月"))
    for match in _PER.finditer(plain) if "次/" in plain else ():
        yield _frequency(text, match.span(), match["times"], match["period"])
    for match in _TOTAL.finditer(plain) if "年" in plain else ():
        if match["unit"] in _ACTS:
            yield _frequency(text, match.span(), match["times"], "年")


def _named(text: str, plain: str) -> Iterator[Frequency]:
    for match in _NAMED.finditer(plain):
        yield _frequency(text, match.span(), "1", match["named"])
    for match in _SERIES.finditer(plain) if _SOME_SERIES.search(plain) else ():
        yield _irregular(text, match, times=1, period=_letters(match[0]))
    for match in _VAGUE.finditer(plain):
        yield _irregular(text, match, times=None, period="")


def _irregular(text: str, match: re.Match[str], *, times: float | None, period: str) -> Frequency:
    start, end = match.span()
    return Frequency(text=text[start:end], start=start, end=end, times=times, period=period, per_year=None)


def _letters(series: str) -> str:
    """Return the periods of 周会商、月讲评: 周月."""
    return "".join(char for char in series if char in "日周月季年")


def _frequency(text: str, span: tuple[int, int], times: str, period: str, *, each: int = 1) -> Frequency:
    start, end = span
    plain = _plain(period)
    count = amount(times)
    rate = _rate(plain)
    return Frequency(
        text=text[start:end],
        start=start,
        end=end,
        times=count if count is None else count * each,
        period=plain,
        per_year=round(count * each * rate, 4) if rate and count is not None else None,
    )


def _rate(period: str) -> float | None:
    """Return how many of a period make a year: 3月, which is 每3个月, is a quarter."""
    if period in _PER_YEAR:
        return _PER_YEAR[period]
    numbered = _PARTS.fullmatch(period)
    count = amount(numbered["number"]) if numbered else None
    base = _PER_YEAR.get(_plain(numbered["base"])) if numbered else None
    return base / count if base and count else None


def _plain(period: str) -> str:
    short = _SAME.get(period, period).replace("个", "").removeprefix("按")
    return short.removesuffix("度") if short.endswith("季度") else short
