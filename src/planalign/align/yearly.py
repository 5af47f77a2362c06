"""A count and a count a year are one thing in the plan of a year: 每年组织2次 and 组织1次, 20场 and 全年5场."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planalign.align.fact_pairs import LEAST_LOCAL, match_facts
from planalign.align.verdict import is_threshold
from planalign.model.facts import Frequency, Target
from planalign.text.amounts import HAN, half_width
from planalign.text.bound import bind
from planalign.text.measures import ACTS
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.align.fact_pairs import Likeness
    from planalign.align.matter import Item

_YEAR = "年"
_COUNT = compiled(rf"(?:\d+|[{HAN}]+)\s*(?P<unit>[次轮遍场期回])$")


def yearly_pairs(
    likeness: Likeness, parents: Sequence[Item], children: Sequence[Item], matched: Mapping[int, int]
) -> dict[int, tuple[int, Item]]:
    """Return, for facts that are not `matched`, the child's on the same matter, read as the parent gives its own.

    All by position: 20场 of the parent meets 全年5场 of the child as 5场, and 每年2次 meets 1次 as once a year.
    """
    taken = set(matched.values())
    found: dict[int, tuple[int, Item]] = {}
    for kind, read in ((Target, _as_count), (Frequency, _as_frequency)):
        asked = [number for number, item in enumerate(parents) if number not in matched and isinstance(item.fact, kind)]
        told = [(place, read(item)) for place, item in enumerate(children) if place not in taken]
        lower = [(place, item) for place, item in told if item]
        upper = [parents[number] for number in asked]
        pairs = match_facts(likeness, upper, [item for _, item in lower]) if lower else {}
        for number, place in pairs.items():
            if _is_alike(likeness, upper[number], lower[place][1]):
                found[asked[number]] = lower[place]
    return found


def _as_count(item: Item) -> Item | None:
    """Return what is done so often a year as a count: the 5场 of 全年举办活动5场."""
    fact = item.fact
    counted = _COUNT.search(half_width(fact.text)) if isinstance(fact, Frequency) and fact.period == _YEAR else None
    if not counted or not isinstance(fact, Frequency) or fact.times is None:
        return None
    start, text = item.offset + fact.start + counted.start(), fact.text[counted.start() :]
    direction, _ = bind(half_width(item.text), start, start + len(text))
    target = Target(
        text=text,
        start=fact.start + counted.start(),
        end=fact.end,
        value=fact.times,
        unit=counted["unit"],
        direction=direction,
    )
    return replace(item, fact=target)


def _as_frequency(item: Item) -> Item | None:
    """Return a count of what is done in the plan of a year as so often a year: 组织1次演练."""
    fact = item.fact
    if not isinstance(fact, Target) or fact.unit not in ACTS or item.year is None or is_threshold(item):
        return None
    yearly = Frequency(
        text=fact.text, start=fact.start, end=fact.end, times=fact.value, period=_YEAR, per_year=fact.value
    )
    return replace(item, fact=yearly)


def _is_alike(likeness: Likeness, parent: Item, child: Item) -> bool:
    """Say whether two facts are on one matter and, given the year, of one sort: what is due monthly is no count."""
    upper = parent.fact
    yearly = not isinstance(upper, Frequency) or (upper.period == _YEAR and upper.times is not None)
    return yearly and likeness.shared(parent.grams, child.grams) >= LEAST_LOCAL
