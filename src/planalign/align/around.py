"""The words around a fact, cut at stops and at the facts beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.segments import STOPS, joined, joint, segment, segment_end, segment_start
from planalign.align.threshold import picks_out
from planalign.model.facts import Deadline, Frequency, Listing, Target
from planalign.text.measures import ACTS
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.facts import Span

Fact = Target | Deadline | Frequency | Listing

_SHARED = compiled(r"(?:同比|环比|较[^，、]{2,8})?分别")
_BOUND = compiled(r"不(?:得|能|应)?(?:低于|少于|小于|超过|高于|大于|多于)|至少|最少|最多")
_BOUND_BEHIND = compiled(r"^\s*(?:[（(](?:含|[台套个处座件只份])[）)])?及?(?:以上|以内|以下|之内)")
_PERIOD = compiled(
    r"每个?(?:半年|半月|两[周月]|学期|学年|季度?|年|月|周|日|天|旬|星期)|(?:\d+|[一两二三四五六])(?:次|轮|遍|场|期|回)"
)
_FOR = compiled(r"^(?:对(?![口接标])|将)")
_JOINTS = "、和及并"
_ENDS = "。；"
_BLANK = f" {STOPS}）)"
ADJECTIVES = frozenset(
    {"年度", "半年", "半年度", "季度", "月度", "定期", "双月", "按年", "按季", "按月", "按旬", "按周", "按日"}
)


class Around(NamedTuple):
    """The words around a fact."""

    words: str
    """What is compared: without the fact and without those beside it."""
    shown: str
    """What people read: with the fact where it stands in the midst of the words."""


def around(text: str, facts: Sequence[Fact], index: int) -> Around:
    """Return the words around a fact: its segment, cut at the facts beside it."""
    fact = facts[index]
    first, last = segment(text, fact)
    if isinstance(fact, Listing):
        return _alike(text[first:last])
    if isinstance(fact, Frequency) and fact.text in ADJECTIVES:
        # 年度, 半年 and 定期 qualify the word behind them, whatever else the sentence says.
        return Around(text[fact.end : last], text[fact.start : last])
    own = _bracketed(text, fact) or _one_of_several(text, facts, index, (first, last))
    own = own or _its_share(text, facts, index, (first, last))
    return _alike(own) if own else _between(text, facts, index, (first, last))


def wider(text: str, fact: Fact) -> Around:
    """Return the words around a fact and those before them in the sentence, for numbers alone behind a comma."""
    start, end = segment_start(text, fact.start, _ENDS), segment_end(text, fact.end, _ENDS)
    return Around(f"{text[start : fact.start]}{text[fact.end : end]}", _as_read(text, fact, (start, end)))


def _alike(words: str) -> Around:
    return Around(words, words)


def _bracketed(text: str, fact: Fact) -> str:
    """Return the word that a number alone in brackets belongs to: 远山片区 of 远山片区（4.7平方公里）."""
    if text[fact.start - 1 : fact.start] not in {"（", "("} or text[fact.end : fact.end + 1] not in {"）", ")"}:
        return ""
    end = fact.start - 1
    return text[segment_start(text, end, f"{STOPS}、") : end]


def _between(text: str, facts: Sequence[Fact], index: int, within: tuple[int, int]) -> Around:
    """Return the words of a segment that lie between the facts beside a fact."""
    fact, (first, last) = facts[index], within
    before, after = _beside(text, facts, index)
    shown = _with_action(text, fact, _phrase(text, fact, (before, after), within))
    if before and before[-1].end > first:
        first = max(before[-1].end, joint(text, before[-1].end, fact.start))
    if after and after[0].start < last:
        # What stands between two numbers belongs to the first up to the comma of enumeration.
        cut = joint(text, fact.end, after[0].start)
        last = cut if cut >= 0 else after[0].start
    first, last = _noun_of(text, fact, (first, last))
    words = f"{text[first : fact.start].lstrip(_JOINTS)}{_inner(fact)}{_tail(text, fact, last)}"
    return Around(words, _as_read(text, fact, shown))


def _noun_of(text: str, fact: Fact, within: tuple[int, int]) -> tuple[int, int]:
    """Return a span; of a threshold up to the joints around it: 三级以上医院 of 卫生院和三级以上医院."""
    if not isinstance(fact, Target) or not picks_out(text, fact.start, fact):
        return within
    ends = [place for sign in "、和及" if (place := text.find(sign, fact.end, within[1])) >= 0]
    return max(within[0], joint(text, within[0], fact.start) + 1), min(ends, default=within[1])


def _with_action(text: str, fact: Fact, within: tuple[int, int]) -> tuple[int, int]:
    """Return a span with what is done by a time that ends it: 接报后30分钟内，赶到现场."""
    is_open = isinstance(fact, Deadline) and fact.text.endswith("内") and fact.end == within[1]
    return (within[0], segment_end(text, fact.end + 1)) if is_open else within


def _inner(fact: Fact) -> str:
    """Return the words inside 每半年盘点1次, which say what is done."""
    return _BOUND.sub("", _PERIOD.sub("", fact.text)) if isinstance(fact, Frequency) else ""


def _tail(text: str, fact: Fact, last: int) -> str:
    """Return what stands behind a fact, without the 以上 that bounds it; that of a threshold belongs to its noun."""
    tail = text[fact.end : last]
    return tail if isinstance(fact, Target) and picks_out(text, fact.start, fact) else _BOUND_BEHIND.sub("", tail)


def _as_read(text: str, fact: Fact, span: tuple[int, int]) -> str:
    """Return the words of a span without the fact at its beginning or end; one in their midst is part of them."""
    head, tail = text[span[0] : fact.start].lstrip(_JOINTS), _tail(text, fact, span[1])
    open_end = head.rstrip().endswith(("的", *STOPS))
    needed = open_end or (head.strip(_BLANK) and tail.strip(_BLANK))
    return f"{head}{text[fact.start : span[1]]}" if needed else f"{head}{_inner(fact)}{tail}"


def _phrase(
    text: str, fact: Fact, beside: tuple[Sequence[Span], Sequence[Span]], within: tuple[int, int]
) -> tuple[int, int]:
    """Return the span of the phrase that a fact stands in: all that no 、 parts from it, other numbers included."""
    (first, last), (before, after) = within, beside
    start, end = fact.start, fact.end
    for other in reversed([other for other in before if other.start >= first]):
        cut = joint(text, other.end, start)
        if cut >= 0:
            first = cut + 1
            break
        start = other.start
    for other in (other for other in after if other.start < last):
        cut = joint(text, end, other.start)
        if cut >= 0 or not _BOUND_BEHIND.sub("", text[end : other.start]).strip():
            last = cut if cut >= 0 else other.start
            break
        end = other.end
    return first, last


def _beside(text: str, facts: Sequence[Fact], index: int) -> tuple[list[Span], list[Span]]:
    """Return the numbers before and behind a number; a threshold or an age is part of a noun."""
    own, (earlier, later) = facts[index], (facts[:index], facts[index + 1 :])
    if not isinstance(own, Target):
        return [], [fact for fact in later if _is_further_count(text, own, fact)]
    before = [
        fact
        for fact in earlier
        if (isinstance(fact, Target) and not _is_noun(text, fact)) or _is_further_count(text, fact, own)
    ]
    after = [fact for fact in later if isinstance(fact, Target | Frequency) and not _is_noun(text, fact)]
    return [*before], [*after]


def _is_further_count(text: str, one: Fact, other: Fact) -> bool:
    """Say whether two counts of acts are joined, of which the first is yearly: 每年2次消防演练和1次疏散演练."""
    counted = isinstance(one, Frequency) and isinstance(other, Target)
    acts = counted and one.text[-1:] in ACTS and other.text[-1:] in ACTS
    return acts and joint(text, one.end, other.start) >= 0


def _is_noun(text: str, fact: Fact) -> bool:
    return isinstance(fact, Target) and (fact.unit == "岁" or picks_out(text, fact.start, fact))


def _one_of_several(text: str, facts: Sequence[Fact], index: int, within: tuple[int, int]) -> str:
    """Return what is due by one of several deadlines that 、 joins; all share what stands before the first.

    预警后叫应到村 is the second of 预警后5分钟内叫应到镇、9分钟内叫应到村.
    """
    fact = facts[index]
    inside = [other for other in facts if isinstance(other, Deadline) and within[0] <= other.start < within[1]]
    ends = [joined(text, one.end, other.start) for one, other in pairwise(inside)]
    if not isinstance(fact, Deadline) or not ends or min(ends) < 0:
        return ""
    end = [*ends, within[1]][inside.index(fact)]
    return f"{text[within[0] : inside[0].start]}{text[fact.end : end]}"


def _its_share(text: str, facts: Sequence[Fact], index: int, within: tuple[int, int]) -> str:
    """Return the noun that a number belongs to in 起数、人数同比分别下降4%、6%; all where they share one."""
    fact = facts[index]
    shared = _SHARED.search(text, within[0], fact.start)
    if shared is None or not isinstance(fact, Target | Frequency):
        return ""
    inside = [other for other in facts if shared.end() <= other.start < within[1]]
    numbers = [other for other in inside if isinstance(other, Target | Frequency)]
    words = text[within[0] : shared.start()]
    nouns = _nouns(words)
    if len(nouns) == len(numbers):
        return nouns[numbers.index(fact)]
    return words if isinstance(fact, Target) else ""


def _nouns(words: str) -> list[str]:
    """Return the nouns that 、 joins, each with what the last one says for all: 甲、乙级单位, 甲级、乙级单位."""
    nouns = _FOR.sub("", words.replace("和", "、").replace("及", "、")).split("、")
    return [f"{noun}{_shared_end(noun, nouns[-1])}" for noun in nouns[:-1]] + nouns[-1:]


def _shared_end(noun: str, last: str) -> str:
    """Return what the last noun says behind the sign that another ends with; all but its first where that is one."""
    if len(noun) == 1:
        return last[1:]
    place = last.rfind(noun[-1:])
    return last[place + 1 :] if place >= 0 else ""
