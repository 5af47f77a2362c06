"""Members of a list that the child has by another name: 农贸市场 for 集贸市场, 区级季查 for 区县季查."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.terms import pairs
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SAME_MEMBER = 0.6
"""A member stands in a text that holds this share of its pairs of characters."""
RENAMED = 0.5
"""The same of the characters that tell a member from the others, for another name of it in the same enumeration."""
NEAR_EDGE = 6
"""So many characters of the first and the last place of an enumeration may belong to it."""
SEGMENT = compiled(r"[^，。；：！？,;:!?]+")
"""The words between two stops."""
_BETWEEN = compiled("、|以及|[及和与]")


def stands(member: str, text: str) -> bool:
    """Say whether a member stands in a text, in its words or nearly so."""
    grams = pairs(member)
    return member in text or (bool(grams) and sum(gram in text for gram in grams) >= SAME_MEMBER * len(grams))


def with_renamed(cores: Mapping[str, str], kept: Sequence[str], text: str) -> list[str]:
    """Return the members that a text keeps of a list, with those that it has by another name in the same enumeration.

    `cores`: each member with the words that tell it apart.
    """
    nearest = {
        max(cores, key=lambda member: _likeness(cores[member], place)): place
        for place in _free_places(text, {cores[member] for member in kept})
    }
    renamed = {member for member, place in nearest.items() if _is_renamed(member, place, cores)}
    return [member for member in cores if member in kept or member in renamed]


def _free_places(text: str, known: set[str]) -> Iterator[str]:
    """Yield the places that hold no known member, of each enumeration that holds some."""
    for segment in SEGMENT.findall(text):
        places = _BETWEEN.split(segment)
        places[0], places[-1] = places[0][-NEAR_EDGE:], places[-1][:NEAR_EDGE]
        free = [place for place in places if not any(stands(core, place) for core in known)]
        if len(free) < len(places):
            yield from free


def _likeness(member: str, place: str) -> float:
    return len(set(member) & set(place)) / max(1, len(set(member) | set(place)))


def _is_renamed(member: str, place: str, cores: Mapping[str, str]) -> bool:
    """Say whether a place has enough of what tells a member from the others: 行业互查 and 同行互相查."""
    others = {char for other, core in cores.items() if other != member for char in core}
    own, its = set(cores[member]) - others, set(place) - others
    return len(own & its) >= max(1, RENAMED * min(len(own), len(its)))
