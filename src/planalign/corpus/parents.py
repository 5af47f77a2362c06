"""Which document carries out which: by the number or title that it cites, else by place, year and field of work."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.citations import Verdict, verdict
from planalign.corpus.domain import alike
from planalign.corpus.rank import Holding, holds, names, names_city

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.plan import Level, Masthead

_CITED = {Verdict.PARENT: 3, Verdict.WRONG_TITLE: 2, Verdict.WRONG_NUMBER: 2}
"""What a citation weighs: one with a slip of the pen still says more than the place alone."""


class Basis(StrEnum):
    """Why a document is taken for the parent."""

    FILE = "file"
    CITED = "cited"
    PLACE = "place"
    NONE = "none"


class Member(NamedTuple):
    """A document among those that may be parents and children."""

    path: str
    level: Level
    place: str | None
    year: int | None
    domain: str
    masthead: Masthead
    rank: float | None
    """Its step from the top; None where it is not known."""
    files: tuple[str, ...]
    """Its path, and those of the files that hold the same document."""


class Choice(NamedTuple):
    """The parent of a document."""

    parent: str | None = None
    basis: Basis = Basis.NONE
    rivals: tuple[str, ...] = ()
    """Documents that are equally likely, so that none is chosen."""
    other_fields: tuple[str, ...] = ()
    """Where there is none: the nearest documents above it, of other fields of work."""


class Weight(NamedTuple):
    """What speaks for a parent, weightiest first."""

    cited: int
    holding: Holding
    fields: bool


class Upper:
    """The documents of a corpus, found by year, so that each child looks at few."""

    def __init__(self, members: Iterable[Member]) -> None:
        """Sort them."""
        self._by_year: dict[int | None, list[Member]] = defaultdict(list)
        self._by_number: dict[str, list[Member]] = defaultdict(list)
        for member in sorted(members):
            self._by_year[member.year].append(member)
            if member.masthead.document_number:
                self._by_number[member.masthead.document_number].append(member)
        self._by_place = {year: _by_place(found) for year, found in self._by_year.items()}

    def choice(self, child: Member, among: tuple[str, ...] | None = None) -> Choice:
        """Return the parent of a document: the nearest above it among those with the best evidence.

        `among` are patterns of paths that people named for it.
        """
        near = [member for member in self._near(child) if among is None or _matches(member, among)]
        weighed = [(weight, member) for member in near if (weight := _weight(member, child))]
        if not weighed:
            return Choice(other_fields=_nearest([member for member in near if _above(member, child) is Holding.YES]))
        best = max(weight for weight, _ in weighed)
        chosen = _nearest([member for weight, member in weighed if weight == best])
        if len(chosen) > 1:
            return Choice(rivals=chosen)
        return Choice(chosen[0], Basis.CITED if best.cited else Basis.PLACE)

    def _near(self, child: Member) -> Iterator[Member]:
        """Yield what may be the parent: what the child cites by number, and what lies at or around its place."""
        seen = {child.path}
        cited = (found for each in child.masthead.cites for found in self._by_number.get(each.number or "", ()))
        for member in (*cited, *self._around(child)):
            if member.path not in seen:
                seen.add(member.path)
                yield member

    def _around(self, child: Member) -> Sequence[Member]:
        """Return the documents of the same year that lie around a place, or may do so."""
        found = self._by_year.get(child.year, [])
        if child.place is None:
            return found
        by_place = self._by_place.get(child.year, {})
        starts = {name[:end] for name in names(child.place) for end in range(1, len(name) + 1)}
        above = child.rank or 0.0
        near = [member for start in sorted({*starts, ""}) for member in by_place.get(start, ())]
        around = [member for member in near if (member.rank or 0.0) < above]
        if around or names_city(child.place):
            return around
        # The name of the place does not say in which city it lies.
        return [member for member in found if holds(member.place, child.place) is Holding.MAYBE]


def _matches(member: Member, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(file, pattern) for pattern in patterns for file in member.files)


def _by_place(members: Iterable[Member]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        for name in names(member.place or ""):
            found[name].append(member)
    return found


def _nearest(members: Sequence[Member]) -> tuple[str, ...]:
    """Return the paths of those that lie least far up."""
    lowest = max((member.rank or 0.0 for member in members), default=0.0)
    return tuple(sorted(member.path for member in members if (member.rank or 0.0) == lowest))


def _above(upper: Member, child: Member) -> Holding:
    """Return whether a document is of a higher level, and the child's place lies in its own."""
    above, below = upper.rank, child.rank
    if above is None or below is None or above >= below:
        return Holding.NO
    return holds(upper.place, child.place)


def _weight(upper: Member, child: Member) -> Weight | None:
    """Return how much speaks for a parent; None where it cannot be the parent."""
    holding = _above(upper, child)
    if holding is Holding.NO:
        return None
    cited = max((_CITED.get(verdict(each, upper.masthead), 0) for each in child.masthead.cites), default=0)
    same_year = upper.year == child.year or upper.year is None or child.year is None
    fields = alike(upper.domain, child.domain)
    return Weight(cited, holding, fields) if cited or (same_year and fields) else None
