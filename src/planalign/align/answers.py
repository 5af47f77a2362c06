"""Words of the child that answer a number of the parent: 不发生 a limit, 全部整改 a rate of 100 %."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.list_drift import told_in
from planalign.align.renamed import SEGMENT
from planalign.align.terms import pairs
from planalign.align.verdict import is_none, is_share, sort_of
from planalign.model.comparison import DriftKind
from planalign.model.facts import Deadline, Direction, Frequency, Listing, Target
from planalign.model.plan import Level
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from planalign.align.fact_pairs import Likeness
    from planalign.align.matter import Item

BANNED = 0.5
"""A ban answers a limit if the smaller of what both are about stands in the other by this share."""
TOLD_VAGUELY = 0.12
"""A matter with a time or a frequency is taken up vaguely where a segment with 及时 holds this share of its words."""
LEAST_LISTED = 2
"""So many members of a list tell that it is meant."""
SAID = 0.5
"""A segment is about a rate where it has this share of the pairs of characters around it."""
WHOLE = 100
OWN_NOUN = 4
"""So many characters at the end of a matter name the thing that is counted."""
# 社区 and 全镇 are no level of the child.
_OWN = {
    Level.DISTRICT: r"(?:(?<![社小园山库景城地辖片全各])区|(?<![区全各])县)",
    Level.TOWNSHIP: r"(?:(?<![城村全各])[镇乡]|(?<![各])街道)",
}
_NONE_LEFT = compiled(
    r"杜绝|不发生|零发生|遏制|清零|防止发生", signs=("杜绝", "不发生", "零发生", "遏制", "清零", "防止")
)
_VAGUE = compiled(r"及时|尽快|第一时间|迅速|抓紧|限期|适时|经常|定期|常态化")
# Accidents by gravity; 较大及以上 and what lies above it are banned together.
_GRADES = ("一般", "较大", "重大")
_GRADE = compiled(r"(?P<grade>特别?重大|重大|较大|一般)(?P<above>及?以上)?", signs="大一")
_COUNTED = compiled(r"(?:起数|人数|数量|总数|次数)")
_AFTER_BAN = compiled(r"[、和及或]")
_HARM = compiled(r"事故|死亡|亡人|伤亡|失踪|事件|火灾|案件|疫情")
_RATE = compiled(r"(?P<done>[一-龥]{2})率$|(?P<other>[一-龥]{2})率", signs="率")
_EACH = r"每[一个名户家所座处台村镇乡]"
_ALL = r"(?:全部|全数|全面|逐[一个户处项家]|一律)"
# Whatever is done to all of them, it reaches all: 全部接入 for 覆盖率.
_REACHING = frozenset({"覆盖", "普及"})
_REACHED = compiled(r"(?:全部|全数|一律)[一-龥]{2}(?:到位|完毕|完成)?", signs=("全部", "全数", "一律"))


class Answer(NamedTuple):
    """The words that answer a number."""

    clause: str
    """Id of the child clause."""
    words: str
    """What stands there."""
    drift: DriftKind
    """What they are to the parent's number."""


def ban(parent: Item, texts: Iterable[tuple[str, str]]) -> Answer | None:
    """Return the ban that answers a 0 or a limit on accidents: 不发生较大及以上事故 for 较大事故不超过1起."""
    if not limits_harm(parent):
        return None
    for clause, text in texts:
        for segment in SEGMENT.findall(text):
            found = _NONE_LEFT.search(segment)
            if found and _covers(segment[found.end() :], parent.neutral):
                drift = DriftKind.SAME if is_none(parent.fact) else DriftKind.STRICTER
                return Answer(clause, found[0], drift)
    return None


def limits_harm(parent: Item) -> bool:
    """Say whether a number asks that nothing of the kind happens, or limits accidents and victims."""
    fact = parent.fact
    limit = isinstance(fact, Target) and fact.direction is Direction.MOST and fact.unit not in {"%", "‰"}
    return is_none(fact) or (limit and _HARM.search(parent.matter) is not None)


def _covers(banned: str, matter: str) -> bool:
    """Say whether what is banned is at least what a matter speaks of: its gravity, and the thing itself."""
    lower, upper = _GRADE.search(banned), _GRADE.search(matter)
    if (upper is None) is not (lower is None):
        return False
    if lower and upper and not (lower["grade"] == upper["grade"] or (lower["above"] and _rank(lower) < _rank(upper))):
        return False
    thing, about = _thing(banned, lower), _thing(matter, upper)
    return bool(thing and about) and len(thing & about) >= BANNED * min(len(thing), len(about))


def _rank(grade: re.Match[str]) -> int:
    return len(_GRADES) if grade["grade"].startswith("特") else _GRADES.index(grade["grade"])


def _thing(words: str, grade: re.Match[str] | None) -> frozenset[str]:
    """Return the pairs of characters of what is counted, without its gravity."""
    rest = words[grade.end() :].lstrip("及") if grade else words
    return pairs(_COUNTED.sub("", _AFTER_BAN.split(rest)[0]))


def whole(parent: Item, clause: str, text: str) -> Answer | None:
    """Return the words of a clause that stand for a rate of 100 %: 全部整改 for 整改率100%."""
    fact = parent.fact
    if not isinstance(fact, Target) or fact.unit != "%" or fact.direction not in {Direction.EXACT, Direction.LEAST}:
        return None
    rate = _RATE.search(parent.matter)
    if rate is None:
        return None
    done = rate["done"] or rate["other"]
    every = rf"(?:{_ALL}[^，。；]{{0,4}}|{_EACH}[^，。；]{{0,8}})"
    found = compiled(rf"{every}{done}(?:到位|完毕|完成)?|{done}[^，。；]{{0,2}}{_ALL}").search(text)
    if found is None and done in _REACHING:
        found = _REACHED.search(_nearest(parent, text))
    if found is None:
        return None
    return Answer(clause, found[0], DriftKind.SAME if fact.value >= WHOLE else DriftKind.STRICTER)


def _nearest(parent: Item, text: str) -> str:
    """Return the segment that has most of the words around a number, if it has a good part of them."""
    shares = [(len(parent.grams & pairs(segment)), segment) for segment in SEGMENT.findall(text)]
    share, best = max(shares, default=(0, ""), key=lambda each: each[0])
    return best if share >= SAID * len(parent.grams) else ""


def own_one(parent: Item, clause: str, text: str, level: Level) -> Answer | None:
    """Return what the child calls its own of the things that a total counts: 建成镇卫生站 for 建成卫生站30个.

    `text`: the clause as printed; `level`: that of the child.
    """
    own, fact = _OWN.get(level), parent.fact
    if own is None or not isinstance(fact, Target) or sort_of(fact) != "count" or not is_share(parent, fact, fact):
        return None
    noun = parent.neutral[-OWN_NOUN:]
    found = compiled(rf"{own}[^，。；、\d]{{0,4}}{re.escape(noun)}").search(text)
    return Answer(clause, found[0], DriftKind.NOT_COMPARABLE) if found else None


def listed(parent: Listing, carriers: Sequence[tuple[str, str]], near: Sequence[str]) -> Answer | None:
    """Return the members of a counted list that a clause enumerates without the count: 该停课的停课、该停工的停工.

    `carriers`: ids and texts of the clauses that carry the list's; `near`: those of their tasks, where a missing member
    may stand. A list that goes on (等18项) is not known to be kept.
    """
    found = [(told_in(parent.items, text), clause) for clause, text in carriers]
    kept, clause = max(found, key=lambda each: len(each[0]), default=([], ""))
    lost = [member for member in parent.items if member not in kept]
    if len(kept) < LEAST_LISTED or any(told_in([member], text) for member in lost for text in near):
        return None
    if not lost and parent.count != len(kept):
        return None
    return Answer(clause, "、".join(kept), DriftKind.LOOSER if lost else DriftKind.SAME)


def told_vaguely(likeness: Likeness, parent: Item, carriers: Iterable[tuple[str, str]]) -> str | None:
    """Return the clause of which a segment says 及时 or 定期 of the matter of a deadline or a frequency."""
    if not isinstance(parent.fact, (Deadline, Frequency)):
        return None
    return _holder(likeness, parent, _segments(carriers, _VAGUE.search), TOLD_VAGUELY)


def _segments(texts: Iterable[tuple[str, str]], is_meant: Callable[[str], object]) -> Iterator[tuple[str, str]]:
    """Yield the segments that are meant, each behind the id of its clause."""
    for clause, text in texts:
        yield from ((clause, segment) for segment in SEGMENT.findall(text) if is_meant(segment))


def _holder(likeness: Likeness, parent: Item, segments: Iterable[tuple[str, str]], least: float) -> str | None:
    """Return the clause of the segment that holds most of the words around a number, if it holds enough of them."""
    shares = [(likeness.held_by(parent.grams, segment), clause) for clause, segment in segments]
    share, clause = max(shares, default=(0.0, ""), key=lambda each: each[0])
    return clause if share >= least else None
