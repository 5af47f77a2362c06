"""The grid of a Word table: spans and merges resolved, every row as wide as the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planalign.model.block import Cell, CellOrigin, Location
from planalign.readers.docx_xml import TC, TR, W, find, members, number, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.readers.markup import Element

# Word itself draws no table wider than this.
_MOST_COLUMNS = 63
# A merge without a value continues.
_CONTINUES = frozenset({None, "continue"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """One w:tc, or a gap at the end of a row, with the columns that it takes."""

    span: int
    cell: Element | None = None
    below: bool = False
    """Whether it continues the cell above."""
    beside: bool = False
    """Whether it continues the cell to the left (the old w:hMerge)."""


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
    above: tuple[Cell, ...] = ()
    for index, pieces in enumerate(rows[:kept], start=1):
        cells = _row(pieces, above, read_cell)
        cells += [Cell()] * (width - len(cells))
        above = tuple(_placed(cell, location, index, column) for column, cell in enumerate(cells, start=1))
        grid.rows.append(above)
    return grid


def _pieces(row: Element, widest: int) -> Iterator[_Piece]:
    """Yield cells and gaps with spans that fit: together never wider than Word can draw."""
    left = _MOST_COLUMNS
    for piece in _stated(row):
        taken = max(0, min(piece.span, widest, left))
        left -= taken
        if taken:
            yield replace(piece, span=taken) if taken != piece.span else piece


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


def _row(pieces: list[_Piece], above: tuple[Cell, ...], read_cell: Callable[[Element], str]) -> list[Cell]:
    cells: list[Cell] = []
    for piece in pieces:
        cells.extend(_columns(piece, cells, above, read_cell))
    return cells


def _columns(
    piece: _Piece, before: list[Cell], above: tuple[Cell, ...], read_cell: Callable[[Element], str]
) -> list[Cell]:
    if piece.cell is None:
        return [Cell()] * piece.span
    # Numbered cells count in reading order, so that a covered cell is read too.
    text = read_cell(piece.cell)
    column = len(before)
    if piece.below and column < len(above):
        return [Cell(text=above[column].text or text, origin=CellOrigin.VMERGE)] * piece.span
    covered = Cell(text=text, origin=CellOrigin.HMERGE)
    if piece.beside and before:
        covered = Cell(text=before[-1].text, origin=CellOrigin.HMERGE)
        return [covered] * piece.span
    return [Cell(text=text), *[covered] * (piece.span - 1)]


def _placed(cell: Cell, location: Location, row: int, column: int) -> Cell:
    return cell.model_copy(update={"location": Location(table=location.table, row=row, cell=column)})
