"""Whether an annex row says no more than a clause: facts, level words and titles, and nearly all its other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Direction
from planalign.text.bound import with_bounds
from planalign.text.levels import level_words, neutral
from planalign.text.measures import measured, scale
from planalign.text.pattern import compiled
from planalign.text.width import normalise
from planalign.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.annex import AnnexRow
    from planalign.model.facts import Deadline, Facts, Target
    from planalign.model.plan import Clause

_WHOLE = 0.8
"""So much of the other words of a row, by their length, stands in a clause that holds it."""
_WORD = compiled(r"\w")
_TITLE = compiled(r"《[^《》]+》")


def says_no_more(row: AnnexRow, clause: Clause) -> bool:
    """Say whether a clause holds all that a row asks for."""
    return (
        _holds_numbers(clause.targets, row.targets)
        and _holds_times(clause.facts, row.facts)
        and _names(row.target) <= _names(clause.text)
        and _holds_words(clause, row)
    )


def _holds_numbers(held: tuple[Target, ...], asked: tuple[Target, ...]) -> bool:
    return all(any(_one_number(one, other) for other in held) for one in asked)


def _one_number(one: Target, other: Target) -> bool:
    """Say whether two numbers are one: 不少于2名 and 2名 are, 下降2% and 2%以上 are not."""
    ways = {one.direction, other.direction} - {Direction.EXACT}
    return _amount(one) == _amount(other) and len(ways) <= 1


def _amount(target: Target) -> tuple[str, float, float | None]:
    factor = scale(target.unit)
    upper = None if target.upper is None else target.upper * factor
    return measured(target.unit), target.value * factor, upper


def _holds_times(held: Facts, asked: Facts) -> bool:
    often = {(each.times, each.period) for each in held.frequencies}
    due = (any(_one_time(other, one) for other in held.deadlines) for one in asked.deadlines)
    return all((each.times, each.period) in often for each in asked.frequencies) and all(due)


def _one_time(held: Deadline, asked: Deadline) -> bool:
    """Say whether one time is another, of which it may also say the year."""
    if held.due and asked.due:
        return held.due.endswith(asked.due)
    return (held.due, held.days, held.season) == (asked.due, asked.days, asked.season)


def _names(text: str) -> frozenset[str]:
    """Return what is not to be exchanged for its like: level words (市级 for 区级) and titles of documents."""
    plain = normalise(text)
    return frozenset([*(plain[start:end] for start, end, _ in level_words(plain)), *_TITLE.findall(plain)])


def _holds_words(clause: Clause, row: AnnexRow) -> bool:
    asked = _words(row.target, row.targets, row.facts)
    held = asked & _words(clause.text, clause.targets, clause.facts)
    return bool(asked) and _length(held) >= _WHOLE * _length(asked)


def _words(text: str, targets: tuple[Target, ...], facts: Facts) -> frozenset[str]:
    """Return the words of a text without its numbers, what binds them, times and level words."""
    told = [*with_bounds(text, targets), *(deadline.text for deadline in facts.deadlines)]
    for each in sorted(told, key=len, reverse=True):
        text = text.replace(each, "，")
    return frozenset(word for word in words(neutral(normalise(text))) if _WORD.match(word))


def _length(found: Iterable[str]) -> int:
    return sum(map(len, found))
