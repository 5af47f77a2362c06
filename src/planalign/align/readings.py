"""Facts that are put in two ways: 20场 and 全年5场, 每年组织2次 and 组织1次, 服务15项 and 甲、乙等15项服务."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.fact_pairs import LEAST_LOCAL, match_facts
from planalign.align.verdict import is_threshold
from planalign.model.facts import Frequency, Listing, Target
from planalign.text.measures import ACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from planalign.align.fact_pairs import Likeness
    from planalign.align.matter import Item

_YEAR = "年"


class Reading(NamedTuple):
    """A fact of the parent and one of the child that are of one kind when they are read otherwise."""

    number: int
    """Position of the parent's."""
    parent: Item
    place: int
    """Position of the child's."""
    child: Item


def other_readings(
    likeness: Likeness, parents: Sequence[Item], children: Sequence[Item], matched: Mapping[int, int], *, yearly: bool
) -> Iterator[Reading]:
    """Yield the pairs of facts of two kinds, of those that are not `matched`: the parent's kind decides.

    Of a list that goes on (甲、乙等15项服务) the number alone can be held against a number. `yearly`: both plans are
    for one year, in which a count is a count a year.
    """
    upper = [(number, item) for number, item in enumerate(parents) if number not in matched]
    taken = set(matched.values())
    for read_upper, read_lower in (*(_OF_A_YEAR if yearly else ()), *_OF_LISTS):
        lower = [(place, item) for place, item in enumerate(children) if place not in taken]
        for found in _pairs(likeness, _read(upper, read_upper), _read(lower, read_lower)):
            taken.add(found.place)
            upper = [each for each in upper if each[0] != found.number]
            yield found


def _read(items: Sequence[tuple[int, Item]], read: Callable[[Item], Item | None]) -> list[tuple[int, Item]]:
    return [(place, found) for place, item in items if (found := read(item))]


def _pairs(
    likeness: Likeness, upper: Sequence[tuple[int, Item]], lower: Sequence[tuple[int, Item]]
) -> Iterator[Reading]:
    """Yield the pairs on one matter: that both are alone in their clauses is not enough here."""
    found = match_facts(likeness, [item for _, item in upper], [item for _, item in lower]) if upper and lower else {}
    for one, other in found.items():
        reading = Reading(*upper[one], *lower[other])
        if likeness.shared(reading.parent.grams, reading.child.grams) >= LEAST_LOCAL:
            yield reading


def _number(item: Item) -> Item | None:
    return item if isinstance(item.fact, Target) else None


def _number_of_list(item: Item) -> Item | None:
    """Return the 15项 of 甲、乙等15项; a list that names all its items is none of numbers."""
    fact, number = item.fact, item.number
    if not isinstance(fact, Listing) or number is None or not 0 < len(fact.items) < fact.count == number.value:
        return None
    return replace(item, fact=number)


def _number_a_year(item: Item) -> Item | None:
    """Return the 5场 of 全年举办活动5场."""
    return replace(item, fact=item.number) if _is_yearly(item.fact) and item.number else None


def _yearly(item: Item) -> Item | None:
    return item if _is_yearly(item.fact) else None


def _is_yearly(fact: object) -> bool:
    return isinstance(fact, Frequency) and fact.period == _YEAR and fact.times is not None


def _as_yearly(item: Item) -> Item | None:
    """Return a count of what is done in the plan of a year as so often a year: 组织1次演练."""
    fact = item.fact
    if not isinstance(fact, Target) or fact.unit not in ACTS or item.year is None or is_threshold(item):
        return None
    yearly = Frequency(
        text=fact.text, start=fact.start, end=fact.end, times=fact.value, period=_YEAR, per_year=fact.value
    )
    return replace(item, fact=yearly)


_OF_A_YEAR = ((_number, _number_a_year), (_yearly, _as_yearly))
_OF_LISTS = ((_number, _number_of_list), (_number_of_list, _number))
