"""Deadlines: dates by which something is due, seasons, and times allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Deadline
from planalign.parse.apart import apart
from planalign.text.amounts import HAN, amount
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_HINT = compiled(
    r"[前内底末]|上半年|下半年|当[年天日月]|年(?:行动|计划|攻坚|滚动|提升|规划|整治)|旬|[明次下]一?年|季度|[到至]20"
)
_YEAR = r"(?:(?P<year>20\d\d)年|(?:今年|本年|明年|次年|当年|下一?年)度?)?"
_DATE = compiled(
    rf"(?<![至截])(?<!截止)(?<!截至)到?{_YEAR}(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
    r"(?:(?P<day>3[01]|[12]\d|0?[1-9])日(?:之前|以前|前)|(?P<part>底|末|[上中下]旬)(?:之前|以前|前)?|(?P<before>之前|以前|前|内完成))"
)
# 第三季度 alone is a time by which something is done, unless it names a meeting or a report.
_DONE = (
    r"(?=[。；）)]|$|[，、]?(?:全面|全部|基本|力争|争取|集中)*"
    r"(?:完成|开展|组织|启动|实施|建成|建立|投[用运入]|召开|举办|竣工|开工|验收|交付|印发|出台|落实))"
)
_YEAR_END = compiled(
    r"(?<![截\d])(?:到|至)?(?:(?P<year>20\d\d)年(?:底|末|年底)|(?:今|明|本|当|次|下一?)?年度?(?:底|末|终(?=之?前)))"
    r"(?:之前|以前|前)?"
)
_WITHIN_YEAR = compiled(
    r"(?<![一二三四五六七八九十\d])(?:年度?内|当年(?=内|底|完成|建成|实现|见效)内?|本年度内|全年内)"
)
_BEFORE_YEAR = compiled(r"(?:到|至)(?P<to>20\d\d)年(?![底末初\d]|\d)|(?<!\d)(?P<year>20\d\d)年(?:之前|以前|前)")
_QUARTER = compiled(
    rf"(?<![前每])[在于]?{_YEAR}(?:(?P<half>[上下])半年(?:底|末)?(?:之?前|以前)?"
    rf"|第?(?P<quarter>[一二三四1-4])季度(?:(?:底|末)?(?:之?前|以前|内|完成)|{_DONE}))",
)
_PLAN_PERIOD = compiled(r"“?十(?P<plan>[一二三四五])五”?(?:期?末|期间|时期)")
_SEASON = compiled(
    r"(?P<name>春节|元旦|清明|五一|端午|中秋|国庆|元宵|开学|入冬|入汛|主汛期|汛期|汛|供暖季?|采暖季?|防火期|森林防火期|高火险期|防火季|雨季|旺季|枯水期|春耕"
    r"|秋收|暑假|寒假|暑期|高考|中考|两会|旅游旺季|度夏|迎峰度夏|冰冻期|汛期结束|休渔期|新学期)(?:来临|到来|开始)?(?P<before>之前|以前|前)"
    r"(?![后中排]|准备)|(?P<season>“两节”|“五一”|“十一”|“国庆”)(?:之?前|以前)"
)
_ALLOWED = compiled(
    rf"(?<![\d.第])(?P<number>\d+(?:\.\d+)?|[{HAN}]+|半)(?:—|-|至|~)?(?P<upper>\d+)?\s*个?(?P<unit>工作日|自然日|小时|分钟|秒|年|月|周|天|日|学期|季度)"
    r"(?:之内|以内|内)(?!容|[部外])"
)
_PERIOD = compiled(
    rf"(?<![\d第每])(?P<number>[{HAN}]+|\d{{1,2}})年(?P<noun>行动|计划|攻坚|滚动|提升|规划|整治|任务|目标|工程|倍增|上台阶)"
)
_OTHER_YEAR = compiled(r"[今本当明次]年|下一?年")
_END = compiled("[。；;]")
# 2027年前, 到2027年 and “十五五”期间 say nothing of the year of the days behind them.
_SPAN = compiled(r"十[一二三四五]五|20\d\d年(?:之前|以前|前|$)")
_MONTH_DAY = len("MM-DD")
_REPORTS = ("截", "截至", "截止", "截止到")
_DAYS = {
    "工作日": 1.4,
    "自然日": 1.0,
    "小时": 1 / 24,
    "分钟": 1 / 1440,
    "秒": 1 / 86400,
    "年": 365.0,
    "月": 30.0,
    "周": 7.0,
    "天": 1.0,
    "日": 1.0,
    "学期": 150.0,
    "季度": 91.0,
}
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TENTHS = {"上旬": 10, "中旬": 20}
_QUARTER_END = ("03-31", "06-30", "09-30", "12-31")


def find_deadlines(text: str, plain: str) -> tuple[Deadline, ...]:
    """Return the times by which something is due, in order; a date that only reports (截至…) is none.

    `plain` is the text in half width.
    """
    if not _HINT.search(plain):
        return ()
    found = [*_dates(text, plain), *_ends(text, plain), *_seasons(text, plain), *_allowed(text, plain)]
    return tuple(_in_year(apart(each for each in found if not plain[: each.start].endswith(_REPORTS)), plain))


def _in_year(found: Iterable[Deadline], plain: str) -> Iterator[Deadline]:
    """Give later days of a sentence the year that is printed before them: 2026年3月底前…，6月底前…."""
    last, end = "", 0
    for each in found:
        if _END.search(plain, end, each.start):
            last = ""
        dated = each.model_copy(update={"due": f"{last[:-_MONTH_DAY]}{each.due}"}) if _goes_on(last, each) else each
        if dated.due and len(dated.due) > _MONTH_DAY:
            last = "" if _SPAN.search(plain, each.start, each.end) else dated.due
        end = each.end
        yield dated


def _goes_on(last: str, each: Deadline) -> bool:
    """Whether a day prints no year of its own and lies, in that of the last day, not before it."""
    day = each.due or ""
    return bool(last) and len(day) == _MONTH_DAY and day >= last[-_MONTH_DAY:] and not _OTHER_YEAR.search(each.text)


def _dates(text: str, plain: str) -> Iterator[Deadline]:
    for match in _DATE.finditer(plain) if "月" in plain else ():
        month = int(amount(match["month"]) or 0)
        if 1 <= month <= len(_LAST):
            yield _due(text, match, match["year"], f"{month:02}-{_day(match, month):02}")


def _day(match: re.Match[str], month: int) -> int:
    """Return the last day that a date allows; 6月前 is over with May and is read as 1 June."""
    if match["day"]:
        return min(int(match["day"]), 31)
    if match["before"] and match["before"] != "内完成":
        return 1
    return _TENTHS.get(match["part"] or "", _LAST[month - 1])


def _ends(text: str, plain: str) -> Iterator[Deadline]:
    for match in _YEAR_END.finditer(plain):
        yield _due(text, match, match["year"], "12-31")
    for match in _WITHIN_YEAR.finditer(plain):
        yield _due(text, match, None, "12-31")
    for match in _BEFORE_YEAR.finditer(plain) if "20" in plain else ():
        yield _due(text, match, match["to"] or match["year"], "12-31" if match["to"] else "01-01")
    for match in _QUARTER.finditer(plain) if "半年" in plain or "季度" in plain else ():
        yield _due(text, match, match["year"], _quarter_end(match))
    for match in _PLAN_PERIOD.finditer(plain) if "十" in plain else ():
        last = 2005 + 5 * (int(amount(match["plan"]) or 1))
        yield _due(text, match, str(last), "12-31")


def _quarter_end(match: re.Match[str]) -> str:
    if match["half"]:
        return _QUARTER_END[1 if match["half"] == "上" else 3]
    return _QUARTER_END[int(amount(match["quarter"]) or 1) - 1]


def _seasons(text: str, plain: str) -> Iterator[Deadline]:
    for match in _SEASON.finditer(plain) if "前" in plain else ():
        season = f"{match['name'] or match['season']}前"
        yield Deadline(text=text[match.start() : match.end()], start=match.start(), end=match.end(), season=season)


def _allowed(text: str, plain: str) -> Iterator[Deadline]:
    for match in _ALLOWED.finditer(plain) if "内" in plain else ():
        number = 0.5 if match["number"] == "半" else amount(match["upper"] or match["number"])
        if number is not None and not (match["unit"] in {"年", "月"} and number > 100):
            yield _timed(text, match, match.end(), number * _DAYS[match["unit"]])
    for match in _PERIOD.finditer(plain) if "年" in plain else ():
        number = amount(match["number"])
        if number is not None and number <= 15:
            yield _timed(text, match, match.start("noun"), number * _DAYS["年"])


def _timed(text: str, match: re.Match[str], end: int, days: float) -> Deadline:
    return Deadline(text=text[match.start() : end], start=match.start(), end=end, days=round(days, 6))


def _due(text: str, match: re.Match[str], year: str | None, day: str) -> Deadline:
    return Deadline(
        text=text[match.start() : match.end()],
        start=match.start(),
        end=match.end(),
        due=f"{year}-{day}" if year else day,
    )
