"""The grid of a Word table: spans and merges resolved, every row as wide as the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.block import Cell, CellOrigin, Location
from planalign.readers.docx_xml import TC, TR, W, find, members, number, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.readers.markup import Element

# Word itself draws no table wider than this.
_MOST_COLUMNS = 63
# A merge without a value continues.
_CONTINUES = frozenset({None, "continue"})


class _Piece(NamedTuple):
    """One w:tc, or a gap at the end of a row, with the columns that it takes."""

    span: int
    cell: Element | None = None
    below: bool = False
    """Whether it continues the cell above."""
    beside: bool = False
    """Whether it continues the cell to the left (the old w:hMerge)."""


class _Content(NamedTuple):
    """What one column of a row holds."""

    text: str = ""
    origin: CellOrigin = CellOrigin.OWN


@dataclass(slots=True)
class Grid:
    """Rows of cells, and how many rows were left out because the table is too large."""

    rows: list[tuple[Cell, ...]]
    left_out: int = 0


def read_grid(table: Element, location: Location, max_cells: int, read_cell: Callable[[Element], str]) -> Grid:
    """Return the full grid of a table; read_cell gives the text of a w:tc."""
    widest = min(len(table.findall(f"{W}tblGrid/{W}gridCol")) or _MOST_COLUMNS, _MOST_COLUMNS)
    rows = [list(_pieces(row, widest)) for row in members(table, frozenset({TR}))]
    width = max((sum(piece.span for piece in row) for row in rows), default=0)
    kept = max_cells // max(width, 1)
    grid = Grid([], left_out=max(0, len(rows) - kept))
    above: list[_Content] = []
    for index, pieces in enumerate(rows[:kept], start=1):
        above = _row(pieces, above, read_cell)
        above += [_Content()] * (width - len(above))
        grid.rows.append(tuple(_cells(above, location, index)))
    return grid


def _pieces(row: Element, widest: int) -> Iterator[_Piece]:
    """Yield cells and gaps with spans that fit: together never wider than Word can draw."""
    left = _MOST_COLUMNS
    for piece in _stated(row):
        taken = max(0, min(piece.span, widest, left))
        left -= taken
        if taken:
            yield piece._replace(span=taken) if taken != piece.span else piece


def _stated(row: Element) -> Iterator[_Piece]:
    properties = find(row, "trPr")
    yield _Piece(number(value(properties, "gridBefore")))
    for cell in members(row, frozenset({TC})):
        stated = find(cell, "tcPr")
        found = {} if stated is None else {node.tag: node.get(W + "val") for node in stated}
        yield _Piece(
            max(1, number(found.get(W + "gridSpan"), 1)),
            cell,
            below=found.get(W + "vMerge", "") in _CONTINUES,
            beside=found.get(W + "hMerge", "") in _CONTINUES,
        )
    yield _Piece(number(value(properties, "gridAfter")))


def _row(pieces: list[_Piece], above: list[_Content], read_cell: Callable[[Element], str]) -> list[_Content]:
    row: list[_Content] = []
    for piece in pieces:
        row.extend(_columns(piece, row, above, read_cell))
    return row


def _columns(
    piece: _Piece, before: list[_Content], above: list[_Content], read_cell: Callable[[Element], str]
) -> list[_Content]:
    if piece.cell is None:
        return [_Content()] * piece.span
    # Numbered cells count in reading order, so that a covered cell is read too.
    text = read_cell(piece.cell)
    column = len(before)
    if piece.below and column < len(above):
        return [_Content(above[column].text or text, CellOrigin.VMERGE)] * piece.span
    if piece.beside and before:
        return [_Content(before[-1].text, CellOrigin.HMERGE)] * piece.span
    return [_Content(text), *[_Content(text, CellOrigin.HMERGE)] * (piece.span - 1)]


def _cells(row: list[_Content], location: Location, index: int) -> Iterator[Cell]:
    for column, content in enumerate(row, start=1):
        place = Location(table=location.table, row=index, cell=column)
        yield Cell(text=content.text, origin=content.origin, location=place)
