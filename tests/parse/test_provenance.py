"""Where things stand: every record of our own documents knows its place, and the text at that place is its own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.model.block import Location, Paragraph, Table
from planalign.parse.plan import parse_document
from planalign.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planalign.model.block import Document
    from planalign.model.plan import Plan

FILES = (
    "city-2025.docx",
    "linjiang-district-2025.docx",
    "linjiang-district-2025.pdf",
    "wangshan-district-2025.html",
    "city-2025-jiedu.html",
    "city-2024.txt",
)


@cache
def _read(path: Path) -> tuple[Document, Plan]:
    document = read(path, Limits())
    return document, parse_document(document)


def _places(plan: Plan) -> Iterator[Location]:
    for task in plan.tasks:
        yield task.location
        yield from (clause.location for clause in task.clauses)
    for annex in plan.annexes:
        yield annex.location
        yield from (row.location for row in annex.rows)
    yield from (section.location for section in plan.sections)
    yield from (clause.location for clause in plan.preamble)
    yield from (cited.location for cited in plan.masthead.cites)
    yield from (head.location for head in plan.annex_heads)


def _address(place: Location) -> Location:
    return place.model_copy(update={"start": None, "end": None})


def _texts(document: Document) -> dict[Location, str]:
    """Return the text of every paragraph and cell by its place."""
    texts: dict[Location, str] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            texts[_address(block.location)] = block.text
        else:
            texts |= {_address(cell.location): cell.text for row in block.rows for cell in row}
    return texts


@pytest.mark.parametrize("name", FILES)
def test_every_record_has_a_span(name: str, jiangcheng: Path) -> None:
    """Sections, tasks, clauses, citations, annexes and rows have a character span, and what the carrier knows."""
    _, plan = _read(jiangcheng / name)
    places = list(_places(plan))
    assert places
    assert all(place.start is not None and place.end is not None and place.start <= place.end for place in places)
    known = {"txt": ("line",), "pdf": ("page", "box")}.get(name.rpartition(".")[2], ())
    assert all(getattr(place, field) is not None for place in places for field in known)
    if name.endswith((".docx", ".html")):
        assert all(place.paragraph is not None or place.table is not None for place in places)


@pytest.mark.parametrize("name", FILES)
def test_the_text_at_a_place_is_its_own(name: str, jiangcheng: Path) -> None:
    """What stands at the place of a clause is the clause, or its first part where a page break cut it in two."""
    document, plan = _read(jiangcheng / name)
    texts = _texts(document)
    for clause in (clause for task in plan.tasks for clause in task.clauses):
        place = clause.location
        assert place.start is not None
        shown = texts[_address(place)][place.start : place.end]
        assert shown
        # In a 解读 a verb may be carried over from the object before.
        assert clause.text.startswith(shown) or shown.startswith(clause.text) or clause.text.endswith(shown)


@pytest.mark.parametrize("name", ["linjiang-district-2025.docx", "linjiang-district-2025.pdf"])
def test_rows_stand_in_their_tables(name: str, jiangcheng: Path) -> None:
    """A row of an annex stands where its first cell is."""
    document, plan = _read(jiangcheng / name)
    cells = {
        cell.location for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row
    }
    rows = [row.location for annex in plan.annexes for row in annex.rows]
    assert rows
    assert {_address(place) for place in rows} <= {_address(place) for place in cells}
