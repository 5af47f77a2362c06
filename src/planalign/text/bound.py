"""Which way a number binds: the words before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Direction
from planalign.text.amounts import half_width
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from planalign.model.facts import Span

_REACH = 14
"""How many characters before a number may bind it."""
_STOP = compiled(r"[，。；：！？、（）()“”]")
_NOT = r"(?<![不非])(?<!不得)(?<!不能)(?<!不应)"
_WORDS = (
    (
        Direction.MOST,
        (
            rf"不(?:得|能|应)?(?:超过?|高于|大于|多于|超出)|控制[在到]|限制在|{_NOT}(?:低于|小于|少于)|不足|未满|[<≤]"
            r"|(?:降低?|减少?|压减?|缩短|下降|压缩|压降|缩减)[至到为]|最多|最高|至多|最高[^\d，、]{1,4}"
        ),
    ),
    (
        Direction.LEAST,
        (
            rf"不(?:得|能|应)?(?:低于|少于|小于|下于|短于)|至少|最少|最低|{_NOT}(?:超过|高于|大于|多于)|突破|(?<!雷)达到?|[>≥]"
            r"|(?:增加?|提高|提升|增长|扩大|上?升|发展|扩)[至到为]|保持在?|稳定在|(?:至少|最少|不少于|不低于|最低)[^\d，、]{1,6}"
        ),
    ),
    (
        Direction.FALL,
        r"下降|降低|减少|压减|压降|缩减|缩短|下调|减缓|降幅(?:为|达到?)?|削减|(?:减少|压减|压降|削减|降低)[^\d，、]{1,6}",
    ),
    (Direction.RISE, r"增长|提高|提升|增加|上升|上调|增幅(?:为|达到?)?|扩大|递增"),
)
_LED_BY = "|".join(f"(?P<{direction}>{words})" for direction, words in _WORDS)
_LED = compiled(rf"(?:{_LED_BY})(?:[约近了各别]|分别|幅度)?(?:为|是)?\s*$")
# 完成改造提升120家 counts what is done; 效率优化提升10% is a rise.
_RAISED = compiled(
    r"(?:改造|整治|治理|修缮|更新|改建|扩建|新建|建设|打造|创建|规范|优化|完善|巩固)(?:和|与|、)?(?:提升|提高|扩大)\s*$"
)
_RATES = "%‰点倍"
_MOST_AFTER = compiled(r"\s*(?:[（(]?[含不]{1,2}[）)]?)?(?:以内|之内|以下|及以下|内(?![^\W\d]{1,3}[村镇区市])|之下)")
_LEAST_AFTER = compiled(r"\s*(?:[（(]?[含不]{1,2}[）)]?)?(?:(?!规模)[一-龥]{2})?(?:以上|及以上|之上|起步)")
_FALL_AFTER = compiled(r"(?:以上)?的?(?:降幅|下降)")
_RISE_AFTER = compiled(r"(?:以上)?的?(?:增幅|增长|增速)")
_YEARS = (
    r"(?:20\d\d|上)(?:年度?|一年|年同期|季度|月)?(?:底|末|初|水平|同期)?"
    r"|前[一二三四五六七八九十\d]+年(?:平均(?:水平|值|数)?|均值)?|“?十[一二三四]五”?(?:末|期末|期间)?"
)
_AGAINST = rf"同比|环比|比去年|较去年|(?:比|较|与|在|以)[^，。；、]{{0,2}}?(?:{_YEARS})(?:相比|基础上|为基数|为基准)?"
_BASELINE = compiled(_AGAINST)
_AGAINST_IT = compiled(rf"(?:{_AGAINST})(?:分别|均|各)?\s*$")
_LISTED = compiled(r"(?:\d+(?:\.\d+)?\s*[%‰]?\s*[、和]\s*)+$")


def bind(plain: str, start: int, end: int) -> tuple[Direction, str | None]:
    """Return how the number from start to end binds, and the baseline of a rise or fall.

    `plain` is the text in half width; 同比分别下降4%、6% binds both numbers.
    """
    led = _led(plain, start, end)
    direction = _behind(plain, end, Direction(led.lastgroup or "") if led else Direction.EXACT)
    changes = direction in {Direction.RISE, Direction.FALL}
    return direction, _baseline(plain[max(0, start - 2 * _REACH) : start]) if changes else None


def with_bounds(text: str, numbers: Iterable[Span]) -> tuple[str, ...]:
    """Return numbers of a text as printed, with the words that bind them: 同比下降5%, 0.3‰以内; 下降4%、6% is one."""
    plain = half_width(text)
    # Those of a list begin with the words that all share: the last one holds the others.
    ends = dict(sorted(_with_bound(plain, number.start, number.end) for number in numbers))
    return tuple(text[start:end] for start, end in ends.items())


def _with_bound(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return where a number begins and ends with the words that bind it."""
    led = _led(plain, start, end)
    first = led.start() if led else start
    against = _AGAINST_IT.search(plain, max(0, first - 2 * _REACH), first) if led else None
    after = (pattern.match(plain, end) for _, pattern in _AFTER)
    return against.start() if against else first, max([end, *(found.end() for found in after if found)])


def _led(plain: str, start: int, end: int) -> re.Match[str] | None:
    """Return the words before a number that bind it; before the first one of a list of numbers."""
    listed = (
        _LISTED.search(plain, max(0, start - 2 * _REACH), start) if plain[start - 1 : start] in {"、", "和"} else None
    )
    first = listed.start() if listed else start
    reach = max(0, first - _REACH)
    stops = [stop.end() for stop in _STOP.finditer(plain, reach, first)]
    led = _LED.search(plain, stops[-1] if stops else reach, first)
    return None if led and _counts_done(plain, led, end) else led


def _counts_done(plain: str, led: re.Match[str], end: int) -> bool:
    """Say whether what looks like a rise is something done to so many: 改造提升120家."""
    raised = led.lastgroup == Direction.RISE and plain[end - 1] not in _RATES
    return raised and _RAISED.search(plain, max(0, led.start() - _REACH), led.end()) is not None


def _behind(plain: str, end: int, direction: Direction) -> Direction:
    """Let 以内 and 以上 decide where nothing before the number is a rise or a fall."""
    if direction in {Direction.RISE, Direction.FALL}:
        return direction
    for way, pattern in _AFTER:
        if pattern.match(plain, end):
            return way
    return direction


_AFTER = (
    (Direction.FALL, _FALL_AFTER),
    (Direction.RISE, _RISE_AFTER),
    (Direction.MOST, _MOST_AFTER),
    (Direction.LEAST, _LEAST_AFTER),
)


def _baseline(before: str) -> str | None:
    found = [match[0] for match in _BASELINE.finditer(before.rsplit("。", 1)[-1])]
    return found[-1] if found else None
