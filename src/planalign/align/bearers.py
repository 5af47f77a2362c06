"""Who is asked: a rate or a frequency binds more where each village is asked, less where only each township is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.align.segments import segment_start
from planalign.model.comparison import DriftKind
from planalign.model.facts import Frequency, Target
from planalign.model.plan import Level
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.align.matter import Item

_NO_PEOPLE = (
    r"(?!级|干部|负责|主要|党|工作|安全员|网格员|医生|教师|[员长民]|书记|两委|以[上下]|公路|道路|规划|居民|群众|振兴)"
)
# From many to few: the finer the bearers, the more of them there are.
# 全镇 and 清渡镇 are one place, 各镇 are several.
_SEVERAL = r"(?:^|(?<=[各每个和与及、到至]))"
_BEARERS = compiled(
    r"(?:(?P<district>区县|县区)"
    rf"|(?P<township>(?:乡镇|镇乡|镇街|{_SEVERAL}镇)(?:[（(]街道[）)]|、?街道)?)"
    rf"|(?P<village>(?:行政村|{_SEVERAL}村|村(?=[（(居社、]))(?:[（(](?:社区|居委会|居)[）)]|居|社区|、社区)?)"
    r"|(?P<point>风险点位?|隐患点位?|村民小组|网格))" + _NO_PEOPLE
)
_RANKS = ("district", "township", "village", "point")
_LEVELS = {Level.CITY: -1, Level.DISTRICT: 0, Level.TOWNSHIP: 1}
_HOUSES = compiled(
    r"企业|公司|学校|医院|幼儿园|养老机构|矿山", signs=("企业", "公司", "学", "医院", "幼儿", "机构", "矿")
)


class Shift(NamedTuple):
    """Two equal demands of which others are asked."""

    kind: DriftKind
    """Stricter where the child asks more of them than the parent."""
    before: str
    """Whom the parent asks, and what: 乡镇（街道）100%."""
    after: str
    """The same of the child: 行政村100%."""


class Bearer(NamedTuple):
    """Somebody who is asked."""

    words: str
    """As printed."""
    rank: int
    """How fine: 0 for 区县, 1 for 乡镇, 2 for 村, 3 for 风险点."""


def bearers(item: Item) -> tuple[Bearer, ...]:
    """Return those who are named before a rate or a frequency, the finest first."""
    if not _is_asked_of_each(item):
        return ()
    found = [Bearer(match[0], _RANKS.index(match.lastgroup or "")) for match in _BEARERS.finditer(_before(item))]
    return tuple(sorted(found, key=lambda each: -each.rank))


def likeness(parent: Item, child: Item) -> float:
    """Say whether two facts are asked of the same: 1 if so, -1 where firms are asked and townships, else 0."""
    one, other = bearers(parent), bearers(child)
    if one and other:
        return float(bool({each.rank for each in one} & {each.rank for each in other}))
    unnamed = child if one else parent
    apart = (one or other) and _is_asked_of_each(unnamed) and _HOUSES.search(_before(unnamed))
    return -1.0 if apart else 0.0


def _is_asked_of_each(item: Item) -> bool:
    fact = item.fact
    return (isinstance(fact, Frequency) and bool(fact.per_year)) or (isinstance(fact, Target) and fact.unit == "%")


def _before(item: Item) -> str:
    """Return the words of the segment before a fact."""
    start = item.offset + item.fact.start
    return item.text[segment_start(item.text, start) : start]


def shifted(parent: Item, child: Item, level: Level) -> Shift | None:
    """Judge two equal demands by who is asked; `level`: that of the child.

    What the parent asks of the child's own level, 各区县 of a district, the child hands on to those below: no drift.
    """
    own, upper, lower = _LEVELS.get(level), bearers(parent)[:1], bearers(child)[:1]
    if own is None or not upper or not lower or upper[0].rank in {lower[0].rank, *range(own + 1)}:
        return None
    kind = DriftKind.STRICTER if lower[0].rank > upper[0].rank else DriftKind.LOOSER
    return Shift(kind, f"{upper[0].words}{parent.fact.text}", f"{lower[0].words}{child.fact.text}")
