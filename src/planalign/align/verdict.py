"""What a child's fact is to its parent's: same, stricter, looser, or not comparable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.due import day_of_year, due, in_order
from planalign.align.threshold import picks_out
from planalign.model.comparison import DriftKind
from planalign.model.facts import Deadline, Direction, Frequency, Listing, Target
from planalign.text.measures import measured, scale
from planalign.text.pattern import compiled, holds_any

if TYPE_CHECKING:
    from planalign.align.matter import Item
    from planalign.model.facts import Span

_LESS_IS_BETTER = (
    "事故", "死亡", "伤亡", "亡人", "受害", "发生率", "复发", "投诉", "漏损", "困人", "损失", "排放", "能耗",
    "浓度", "压减", "费用", "成本", "用时", "时限", "时间", "到场", "环节", "材料", "失业率", "辍学率", "空置",
    "违约", "负债", "超标", "逾期", "患病", "发病", "感染", "缺口", "差错", "误报率", "不良率", "返贫", "耗水",
    "用水量", "比例降", "门槛",
)  # fmt: skip
_MORE_IS_BETTER = compiled(r"(?:整改|销号|办结|完成|到场|到位|覆盖|达标|合格|满意|按时|及时|处置|结案|查处)率|提前")
_EACH = compiled(
    r"每(?!年|半年|季|月|周|日|天|旬|学期)|各(?![类项种地级界方])|人均|户均|平均|单个|逐|均不?[低少超高]|(?<!效)率(?!先|队)|比(?!赛|武|拼)|占|(?<!高)标准(?!化)|连续|最高|最低|门槛"
    r"|奖励|补[助贴偿]|浓度|强度|密度|定额|上限|下限|提前|以上的|以下的|满意度"
)
# The most that is granted: more is better, though it is an upper bound.
_GIVING = compiled(r"奖励|奖补|补[助贴偿]|资助|减免|救助", signs=("奖", "补", "资助", "减免", "救助"))
# 每月曝光不少于5起 is a standard; 每季度评选1000户 may be a total.
_REGULARLY = compiled(r"每(?:年|半年|季|月|周|日|天|旬|学期)")
_RANGE = compiled(r"\s*(?:范围|以内|之内|内|半径|以外|外)|\s*及?以上的")
_DURATIONS = frozenset({"小时", "分钟", "秒", "天", "日", "工作日"})
_TIMES = _DURATIONS | {"周", "个月", "岁", "学时", "年"}
_RATES = frozenset({"%", "‰", "百分点", "个百分点", "倍", "成", "分", "级", "轮", "遍", ""})
_SCALES = frozenset("百千万亿余多")
_SEASONS = {"元旦": 1, "春节": 35, "元宵": 50, "清明": 95, "春耕": 75, "五一": 121, "入汛": 120, "汛": 120, "汛期": 120}
_SEASONS |= {"端午": 160, "高考": 158, "主汛期": 165, "暑假": 185, "暑期": 185, "度夏": 165, "开学": 243, "新学期": 243}
_SEASONS |= {
    "中秋": 265,
    "国庆": 274,
    "汛期结束": 290,
    "供暖": 318,
    "供暖季": 318,
    "采暖": 318,
    "采暖季": 318,
    "入冬": 325,
}
VAGUE_DAYS = 40
"""Seasons and dates nearer to each other than this are not told apart."""
HALF = 0.5
"""A child among several seldom holds this share of a total: from here on a bound is a standard for each of them."""


def dimension(fact: Target) -> str:
    """Return what the number of a fact measures."""
    return measured(fact.unit)


def sort_of(fact: Span) -> str:
    """Return what sort of fact one is: a rate, a time or a count among numbers, else its kind."""
    if not isinstance(fact, Target):
        return type(fact).__name__
    return "rate" if _is_rate(fact) else "time" if fact.unit in _TIMES else "count"


def _is_rate(fact: Target) -> bool:
    """Say whether a number is a rate or a score; 320万 without a unit counts something."""
    return fact.unit in _RATES and (bool(fact.unit) or fact.text.rstrip()[-1:] not in _SCALES)


def verdict(parent: Item, child: Item, *, shared: bool) -> DriftKind:
    """Judge two facts on one matter; `shared`: the child is one of several that divide a total among them."""
    upper, lower = parent.fact, child.fact
    if isinstance(upper, Target) and isinstance(lower, Target):
        return _numbers(parent, upper, child, lower, shared=shared)
    if isinstance(upper, Deadline) and isinstance(lower, Deadline):
        return _deadlines(upper, lower, (parent.year, child.year))
    if isinstance(upper, Frequency) and isinstance(lower, Frequency):
        return _frequencies(upper, lower)
    if isinstance(upper, Listing) and isinstance(lower, Listing):
        return _ranked(upper.count, lower.count)
    return DriftKind.NOT_COMPARABLE


def is_share(parent: Item, fact: Target, child: Target) -> bool:
    """Say whether a number is a total of which a child may carry a share: 新建站点180个, not 每个镇5名."""
    if fact.unit in _TIMES or _is_rate(fact) or "/" in fact.unit:
        return False
    if _EACH.search(parent.matter) or _RANGE.match(parent.text, fact_end(parent)):
        return False
    bound = fact.direction in {Direction.LEAST, Direction.MOST}
    if bound and _REGULARLY.search(parent.matter):
        return False
    return not (bound and fact.value and HALF <= child.value / fact.value <= 1 / HALF)


def _numbers(parent: Item, upper: Target, child: Item, lower: Target, *, shared: bool) -> DriftKind:
    before, after = _amount(upper), _amount(lower)
    if before == after and _way(upper, parent) is _way(lower, child):
        return DriftKind.SAME
    if {upper.direction, lower.direction} == {Direction.RISE, Direction.FALL} or dimension(upper) != dimension(lower):
        return DriftKind.NOT_COMPARABLE
    if (upper.direction in _CHANGES) != (lower.direction in _CHANGES):
        return DriftKind.NOT_COMPARABLE
    if shared and is_share(parent, upper, lower):
        return DriftKind.NOT_COMPARABLE
    return _ranked(before, after) if _way(upper, parent) else _ranked(after, before)


_CHANGES = frozenset({Direction.RISE, Direction.FALL})


def _amount(fact: Target) -> float:
    value = fact.value if fact.upper is None else fact.upper
    return value * scale(fact.unit)


def _way(fact: Target, item: Item) -> bool:
    """Say whether more is stricter."""
    if fact.direction is Direction.MOST:
        return _GIVING.search(item.matter) is not None
    if fact.direction in {Direction.RISE, Direction.FALL} or "提前" in item.matter:
        return True
    # 连续两次的约谈: the earlier, the stricter.
    if "连续" in item.matter or is_threshold(item) or (fact.unit in _DURATIONS and fact.direction is Direction.EXACT):
        return False
    if _GIVING.search(item.matter):
        return True
    if holds_any(item.matter, _LESS_IS_BETTER) and not _MORE_IS_BETTER.search(item.matter):
        return False
    return not (fact.direction is Direction.EXACT and fact.value == 0)


def is_none(fact: Span) -> bool:
    """Say whether a number asks that nothing of the kind happens."""
    return isinstance(fact, Target) and fact.value == 0 and fact.direction is Direction.EXACT


def is_duration(item: Item) -> bool:
    """Say whether a number is a time by which something is done: 提前48小时, not 培训60学时 or 值守不少于4小时."""
    fact = item.fact
    return isinstance(fact, Target) and fact.unit in _DURATIONS and fact.direction is not Direction.LEAST


def becomes_vague(parent: Item, child: Item) -> bool:
    """Say whether the parent says how often, and the child only that it is done regularly: 每月 and 定期."""
    upper, lower = parent.fact, child.fact
    stated = isinstance(upper, Frequency) and upper.times is not None
    return stated and isinstance(lower, Frequency) and lower.times is None


def is_threshold(item: Item) -> bool:
    """Say whether a number picks out those who are meant: 常住人口5万人以上的乡镇."""
    return isinstance(item.fact, Target) and picks_out(item.text, fact_end(item) - len(item.fact.text), item.fact)


def fact_end(item: Item) -> int:
    """Return where the fact ends in the text of its item, which begins with the name of an annex row."""
    return item.offset + item.fact.end


def _deadlines(upper: Deadline, lower: Deadline, years: tuple[int | None, int | None]) -> DriftKind:
    if upper.days is not None and lower.days is not None:
        return _ranked(lower.days, upper.days)
    first, second = due(upper), due(lower)
    if first and second:
        days = in_order(first, second, years)
        return _ranked(days[1], days[0]) if days else DriftKind.NOT_COMPARABLE
    if upper.season and upper.season == lower.season:
        return DriftKind.SAME
    return _seasons(_around(upper, years[0]), _around(lower, years[1]))


def _seasons(upper: int | None, lower: int | None) -> DriftKind:
    """Compare days of the year that are known by about a month only."""
    if upper is None or lower is None or abs(upper - lower) < VAGUE_DAYS:
        return DriftKind.NOT_COMPARABLE
    return DriftKind.STRICTER if lower < upper else DriftKind.LOOSER


def _around(deadline: Deadline, year: int | None) -> int | None:
    """Return about which day of the plan's year something is due."""
    if deadline.due:
        return day_of_year(deadline, year)
    return _SEASONS.get((deadline.season or "").removesuffix("前"))


def _frequencies(upper: Frequency, lower: Frequency) -> DriftKind:
    if upper.per_year is not None and lower.per_year is not None:
        return _ranked(upper.per_year, lower.per_year)
    if upper.per_year is None and upper.period == lower.period:
        return DriftKind.SAME
    if upper.times is None:
        # From 定期 to a number of times.
        return DriftKind.STRICTER
    return DriftKind.NOT_COMPARABLE


def _ranked(least: float | str, value: float | str) -> DriftKind:
    """Return stricter where the second is more than the first."""
    if least == value:
        return DriftKind.SAME
    return DriftKind.STRICTER if value > least else DriftKind.LOOSER  # type: ignore[operator]
