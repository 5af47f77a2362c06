"""Marks: block by block, what a document was taken for, found again from the records of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import CellOrigin, Location, Table
from planalign.model.mark import Mark, Taken
from planalign.parse.claims import Claim, Claims, words
from planalign.parse.line import strip_residue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.block import Block, Cell, Document, Paragraph
    from planalign.model.plan import Plan

_COVERED = {CellOrigin.VMERGE: "↑", CellOrigin.HMERGE: "←"}
"""What stands for a cell that is covered by the one above it or to its left."""
_CELLS = " | "


def marks_of(document: Document, plan: Plan) -> tuple[Mark, ...]:
    """Return what each block was taken for, in reading order, then what stands in no block."""
    claims = Claims(plan)
    reader = _Reader(claims)
    marks = [mark for block in document.blocks for mark in reader.read(block)]
    return (*marks, *map(_apart, claims.unused()))


def _apart(claim: Claim) -> Mark:
    location = claim.location or Location()
    boxes = (location,) if location.box else ()
    return Mark(
        taken=claim.taken, text=claim.text, record=claim.record, location=location, places=boxes, skipped=claim.skipped
    )


class _Reader:
    """Goes through the blocks; knows the record to which the last part belonged."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._last: Claim | None = None

    def read(self, block: Block) -> Iterator[Mark]:
        return self._table(block) if isinstance(block, Table) else self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Mark]:
        label = paragraph.label
        for start, end, claim in self._parts(paragraph):
            text = label + paragraph.text[start:end].strip()
            if not words(text) and not (claim and start == 0):
                continue
            yield self._mark(text, claim, paragraph.location.model_copy(update={"start": start, "end": end}))
            label = ""

    def _parts(self, paragraph: Paragraph) -> Iterator[tuple[int, int, Claim | None]]:
        """Give the parts of a paragraph with the records that begin there; None where none does."""
        claims, size = self._claims.at(paragraph.location), len(paragraph.text)
        position = 0
        for index, claim in enumerate(claims):
            start, end = (min(place, size) for place in claim.span)
            if start > position:
                yield position, start, None
            following = claims[index + 1].span[0] if index + 1 < len(claims) else size
            position = max(position, start)
            end = min(max(end, position), max(following, position))
            if end > position:
                yield position, end, claim
                position = end
        if position < size:
            yield position, size, None

    def _mark(self, text: str, claim: Claim | None, location: Location) -> Mark:
        places = (location,) if location.box else ()
        if claim is None:
            return self._guessed(text, location, places)
        self._last = claim
        return Mark(
            taken=claim.taken,
            text=text,
            record=claim.record,
            location=location,
            places=places,
            skipped=claim.skipped,
        )

    def _guessed(self, text: str, location: Location, places: tuple[Location, ...]) -> Mark:
        """Return a mark for a part at which no record begins: by its words it goes on with one, or nothing holds it."""
        last = self._last
        units = self._claims.units.get(last.record.partition(".")[0], set()) if last else set()
        if last and last.taken in {Taken.TASK, Taken.CLAUSE} and _names(text, units):
            return Mark(taken=Taken.UNITS, text=text, record=last.record, location=location, places=places)
        found = self._claims.holding(strip_residue(text), last)
        if found is None:
            return Mark(taken=Taken.UNCLAIMED, text=text, location=location, places=places)
        goes_on = found is last
        self._last = found
        return Mark(
            taken=found.taken,
            text=text,
            record=found.record,
            goes_on=goes_on,
            location=location,
            places=places,
            skipped=found.skipped,
        )

    def _table(self, table: Table) -> Iterator[Mark]:
        whole = next(iter(self._claims.at(table.location)), None)
        self._last = whole
        for row in table.rows:
            begun = [claim for cell in row for claim in self._claims.at(cell.location)]
            # Below the title of an annex and above its first row stand the headings of its columns.
            heads = not begun and self._last is whole and whole is not None and whole.taken is Taken.ANNEX
            mark = self._row(row, next(iter(begun), None), whole)
            if heads and whole is not None:
                mark = mark.model_copy(update={"taken": Taken.COLUMNS, "record": whole.record, "goes_on": False})
                self._last = whole
            yield mark

    def _row(self, row: Sequence[Cell], begun: Claim | None, whole: Claim | None) -> Mark:
        places = tuple(dict.fromkeys(cell.location for cell in row if cell.location.box))
        text = _CELLS.join(_COVERED.get(cell.origin) or " ".join(cell.text.split()) for cell in row)
        location = row[0].location if row else Location()
        if begun is not None or (whole is not None and whole.taken is Taken.SKIPPED):
            return self._mark(text, begun or whole, location).model_copy(update={"places": places})
        return self._guessed(text, location, places)


def _names(text: str, units: set[str]) -> bool:
    """Say whether a text names one of the units of a task."""
    plain = words(text)
    return any(unit in plain for unit in units)
