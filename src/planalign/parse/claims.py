"""Claims: which record holds which part of a document, looked up by place and by words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import units_of
from planalign.model.mark import Taken
from planalign.parse.date import find_date
from planalign.text.width import letters, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.annex import Annex
    from planalign.model.block import Location, Skipped
    from planalign.model.plan import Masthead, Plan, Task

Place = tuple[int | None, ...]
"""What tells two paragraphs or cells apart, without the span inside them."""
# Of two records that begin at the same place the wider one comes first: a task before its clauses.
_ORDER = {taken: rank for rank, taken in enumerate(Taken)}
_LEAST_WORDS = 2


class Claim(NamedTuple):
    """A record with the place and the words that it holds."""

    taken: Taken
    record: str
    words: str
    """Letters and digits of its text."""
    location: Location | None = None
    skipped: Skipped | None = None
    text: str = ""
    """Its verbatim text, where it may stand in no block."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends inside its paragraph or cell."""
        if self.location is None or self.location.start is None:
            return (0, 0)
        return (self.location.start, self.location.end or self.location.start)


class Claims:
    """All records of a plan by the places where they begin, and by their words."""

    def __init__(self, plan: Plan) -> None:
        """Set up the lookups."""
        self._all = [*_head(plan.masthead), *_body(plan), *_around(plan)]
        self._dated = plan.masthead.dated
        self._used: set[int] = set()
        self._by_place: dict[Place, list[Claim]] = defaultdict(list)
        for claim in self._all:
            if claim.location is not None:
                self._by_place[place_of(claim.location)].append(claim)
        self.units = {task.id: _unit_names(task) for task in plan.tasks}

    def at(self, location: Location) -> list[Claim]:
        """Return the records that begin in a paragraph or cell, in the order in which they begin."""
        found = self._by_place.get(place_of(location), [])
        self._used.update(map(id, found))
        return sorted(map(self._dating, found), key=lambda claim: (claim.span[0], _ORDER[claim.taken]))

    def holding(self, text: str, last: Claim | None) -> Claim | None:
        """Return the record whose words hold those of a text: the last one rather than any other."""
        needle = words(text)
        # A lone character such as 和 between two points stands in too many records to tell.
        if len(needle) < _LEAST_WORDS or (last is not None and needle in last.words):
            return last
        same = next((claim for claim in self._all if needle == claim.words), None)
        return same or next((claim for claim in self._all if needle in claim.words), None) or self._signing_date(text)

    def unused(self) -> Iterator[Claim]:
        """Give what was set apart and stands in no block: margins, navigation, pages that were not read."""
        apart = (claim for claim in self._all if claim.taken in {Taken.FURNITURE, Taken.SKIPPED})
        return (claim for claim in apart if id(claim) not in self._used)

    def _dating(self, claim: Claim) -> Claim:
        """Return the date of the masthead in place of the line beside its fields in which it is printed."""
        found = self._signing_date(claim.text) if claim.record == "masthead" else None
        return found._replace(location=claim.location) if found else claim

    def _signing_date(self, text: str) -> Claim | None:
        found = find_date(text) if self._dated else None
        return Claim(Taken.MASTHEAD, "dated", words(text)) if found and found[0] == self._dated else None


def place_of(location: Location) -> Place:
    """Return what tells a paragraph or cell apart from all others."""
    return (location.page, location.line, location.paragraph, location.table, location.row, location.cell)


def words(text: str) -> str:
    """Return the letters and digits of a text, in the width in which texts are compared."""
    return letters(normalise(text))


def _head(head: Masthead) -> Iterator[Claim]:
    fields = {
        "title": head.title,
        "notice_title": head.notice_title,
        "document_number": head.document_number_printed,
        "issuer": head.issuer,
        "addressees": "".join(head.addressees),
        "contact": head.contact,
        "public_mark": head.public_mark,
    }
    return (Claim(Taken.MASTHEAD, name, words(text)) for name, text in fields.items() if text)


def _body(plan: Plan) -> Iterator[Claim]:
    for section in plan.sections:
        yield Claim(Taken.SECTION, section.id, words(section.label + section.title), section.location)
    for task in plan.tasks:
        yield Claim(Taken.TASK, task.id, words(task.text), task.location)
        for clause in task.clauses:
            yield Claim(Taken.CLAUSE, clause.id, words(clause.text), clause.location)
    for clause in plan.preamble:
        yield Claim(Taken.PREAMBLE, clause.id, words(clause.text), clause.location)
    for annex in plan.annexes:
        yield from _annex(annex)


def _annex(annex: Annex) -> Iterator[Claim]:
    yield Claim(Taken.ANNEX, annex.id, words(annex.title), annex.location)
    yield Claim(Taken.COLUMNS, annex.id, words("".join(annex.columns)))
    for row in annex.rows:
        yield Claim(Taken.ROW, row.id, words("".join(row.cells)), row.location)


def _around(plan: Plan) -> Iterator[Claim]:
    for head in (*plan.annex_list, *plan.annex_heads):
        yield Claim(Taken.ANNEX, head.number or "", words(head.text + head.title), head.location)
    for part in plan.furniture:
        yield Claim(Taken.FURNITURE, part.role, words(part.text), part.location, text=part.text)
    for left in plan.skipped:
        yield Claim(Taken.SKIPPED, "", words(left.text), left.location, left, text=left.text)


def _unit_names(task: Task) -> set[str]:
    return {words(unit.name) for unit in units_of(task)}
