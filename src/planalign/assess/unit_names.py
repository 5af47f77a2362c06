"""Whether two names mean one office: 区应急局 is 临江区应急管理局, and 各镇街 takes in 清渡镇."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.text.levels import place_names
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_OTHERS = compiled(r"等(?:[一-龥]{0,12}(?:单位|部门|机构|企业|区县?|县|镇街|乡镇|镇|乡|街道))?$")
_BRACKET = compiled(r"[（(]([^（）()]+)[）)]")
_RANK = compiled(r"^(?:省|市(?!场)|州|盟|区|县|旗|镇|乡|街道)(?=[一-龥]{2})")
_PLACE = compiled(r"^(?:[一-龥]{2,7}?(?:省|市|州|盟))?[一-龥]{2,6}?(?:区|县|旗|市(?!场)|镇|乡|街道)(?=[一-龥]{2,})")
_PARTY = compiled(r"^委(?=[一-龥]{2,}[部办]$)")
_KIND = compiled(
    r"(?:管理|监督管理)?(委员会|管委会|分局|支局|总队|支队|大队|办公室|办公厅|中心|局|委|办|厅|处|部|院|会|公司|集团)$"
)
_JOINED = compiled(r"[和与及、]")
_TOWN = compiled(r"(?P<town>.+?(?:镇|乡|街道))(?:人民政府|政府|办事处|党委|党工委)?")
_TOWNS = compiled(r"(?:各|有关|相关|属地|沿[一-龥]|全[区县市]).*(?:镇|乡|街).*|.*(?:镇街|街镇|乡镇|镇乡)(?:\(街道\))?")
_CROWD = compiled(r".*(?:成员单位|(?:各|有关|相关|主管|行业|级|责任)[^、]*(?:部门|单位)).*")
_OFFICES = frozenset({"局", "委", "厅", "委员会", "分局", "支局", "总队", "支队", "大队"})
"""Kinds of office that stand for one another: one of a field at each level."""
_OFFICE_OF = {"办公室": "办", "办公厅": "办"}
_ONE_FIELD = {"市场": "市场监管", "市场监督": "市场监管"}
_RANKS = ("街道", *"省市州盟区县旗镇乡")


class Office(NamedTuple):
    """A name taken apart."""

    rank: str
    """区 of 区应急管理局 and of 临江区应急管理局; empty where none is printed."""
    field: str
    """What it is for: 应急."""
    kind: str
    """What it is: 局."""


class UnitNames:
    """The unit that is asked for, held against the names that a plan uses."""

    def __init__(self, asked: str, place: str | None) -> None:
        """Take the name as a person writes it, and the place of the plan."""
        plain = normalise(asked)
        own = _PLACE.match(plain) if not place else None
        self._places = place_names(place) or ((own[0],) if own else ())
        self._names = self._offices(asked)
        town = _TOWN.fullmatch(_without(plain, self._outer()))
        self._town = town["town"] if town else ""

    @property
    def of_town(self) -> bool:
        """Whether it is a township or a street, which plans above it mean by 各镇街 rather than name."""
        return bool(self._town)

    def means(self, name: str) -> bool:
        """Whether a name of the plan means the unit, be it one of several (区林业局等单位)."""
        if self._town:
            town = _TOWN.fullmatch(_without(_OTHERS.sub("", normalise(name)), self._outer()))
            return town is not None and town["town"] == self._town
        return any(_one(office, asked) for office in self._offices(name) for asked in self._names)

    def takes_in(self, name: str) -> bool:
        """Whether a name of the plan means several units, this one among them: 各镇街, 区安委会成员单位."""
        plain = normalise(name)
        if self._town:
            kind = next(end for end in ("街道", "镇", "乡") if self._town.endswith(end))
            return _TOWNS.fullmatch(plain) is not None and kind[0] in plain
        return _CROWD.fullmatch(plain) is not None and self._of_level(plain)

    def _of_level(self, plain: str) -> bool:
        """Whether a crowd is of the level of the unit, where both say it: 区级部门 takes in no office of the city."""
        rank = self._rank(plain)[0]
        return not rank or all(not office.rank or office.rank == rank for office in self._names)

    def _outer(self) -> tuple[str, ...]:
        """Return the names of the places around a township."""
        return tuple(place for place in self._places if not place.endswith(("镇", "乡", "街道")))

    def _offices(self, name: str) -> list[Office]:
        """Return the office that a name means, and the one in its bracket: 区应急管理局（区安委办）."""
        plain = _OTHERS.sub("", normalise(name))
        inside = [found[1] for found in _BRACKET.finditer(plain)]
        return [self._office(each) for each in (_BRACKET.sub("", plain), *inside) if each]

    def _office(self, plain: str) -> Office:
        rank, rest = self._rank(plain)
        rest = _PARTY.sub("", rest)
        kind = _KIND.search(rest)
        bare = _JOINED.sub("", rest[: kind.start()] if kind else rest)
        what = _OFFICE_OF.get(kind[1], kind[1]) if kind else ""
        return Office(rank, _ONE_FIELD.get(bare, bare), what)

    def _rank(self, plain: str) -> tuple[str, str]:
        """Part the level, or the own place that stands for it, from the rest of a name."""
        for place in self._places:
            if plain.startswith(place) and len(plain) > len(place) + 1:
                return next(rank for rank in _RANKS if place.endswith(rank)), plain[len(place) :]
        found: re.Match[str] | None = _RANK.match(plain)
        return (found[0], plain[found.end() :]) if found else ("", plain)


def united(names: Iterable[str], place: str | None) -> tuple[str, ...]:
    """Return each unit once, under the longest of its names; `place` is the place of the plan."""
    kept: list[str] = []
    for name in names:
        known = next((other for other in kept if _alike(name, other, place)), None)
        if known is None:
            kept.append(name)
        else:
            kept[kept.index(known)] = max(known, name, key=len)
    return tuple(kept)


def without(names: Iterable[str], others: Iterable[str], place: str | None) -> tuple[str, ...]:
    """Return the units that are not among others."""
    told = tuple(others)
    return tuple(name for name in names if not any(_alike(name, other, place) for other in told))


def same_units(some: tuple[str, ...], others: tuple[str, ...], place: str | None) -> bool:
    """Say whether two lists name the same units."""
    return not without(some, others, place) and not without(others, some, place)


def _alike(one: str, other: str, place: str | None) -> bool:
    return one == other or UnitNames(one, place).means(other)


def _one(name: Office, asked: Office) -> bool:
    """Say whether two names mean one office: of one level, where both say it, of one kind and for one field."""
    if name.rank and asked.rank and name.rank != asked.rank:
        return False
    kinds = {name.kind, asked.kind}
    return (len(kinds) == 1 or kinds <= _OFFICES) and _short_for(name.field, asked.field)


def _short_for(one: str, other: str) -> bool:
    """Say whether one field is the other or a short form of it: 住建 of 住房城乡建设, 发改 of 发展改革."""
    short, long = sorted((one, other), key=len)
    if not short or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def _without(plain: str, places: tuple[str, ...]) -> str:
    for place in places:
        plain = plain.removeprefix(place)
    return plain
