"""How far from the top a document stands: the level of its issuer, where a department stands half a step lower."""

from __future__ import annotations

from enum import IntEnum

from planalign.model.plan import Level
from planalign.parse.place import place_and_level
from planalign.text.width import normalise

_STEPS = {
    Level.PROVINCE: 0.0,
    Level.CITY: 1.0,
    Level.DISTRICT: 2.0,
    Level.DEVELOPMENT_ZONE: 2.0,
    Level.TOWNSHIP: 3.0,
}
_HALF = 0.5
_CITIES = frozenset("省市州盟")
_HOLDERS = _CITIES | frozenset("区县旗")
"""Last characters of the names of places that hold others."""


class Holding(IntEnum):
    """Whether a place lies in another one: no, its name does not tell, yes."""

    NO = 0
    MAYBE = 1
    YES = 2


def rank(level: Level, place: str | None) -> float | None:
    """Return the step of a document from the top (province 0, city 1, district 2, township 3); None where unknown."""
    if level is Level.DEPARTMENT:
        above = _STEPS.get(_level_of(place)) if place else None
        return None if above is None else above + _HALF
    return _STEPS.get(level)


def _level_of(place: str | None) -> Level:
    return place_and_level(f"{place}人民政府")[1]


def holds(upper: str | None, lower: str | None) -> Holding:
    """Say whether a place lies in another one or is the same, as far as their names tell."""
    if not upper or not lower:
        return Holding.MAYBE
    if any(part.startswith(whole) for part in names(lower) for whole in names(upper)):
        return Holding.YES
    whole, part = normalise(upper), normalise(lower)
    above = _CITIES if whole[-1] in _CITIES and not _inner_starts(whole) else _HOLDERS
    # 清渡镇 names no district, so that it may lie in any.
    return Holding.NO if set(part) & above else Holding.MAYBE


def _inner_starts(place: str) -> list[int]:
    """Return where the names of smaller places begin in a place: 临江区 in 江城市临江区."""
    return [end for end in range(2, len(place) - 1) if place[end - 1] in _HOLDERS]


def names(place: str) -> list[str]:
    """Return a place as it may be called: 江城市临江区, 临江区."""
    plain = normalise(place)
    return [plain, *(plain[start:] for start in _inner_starts(plain))]


def names_city(place: str) -> bool:
    """Whether a place says in which city it lies."""
    return bool(_CITIES & set(normalise(place)))
