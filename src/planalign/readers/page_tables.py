"""Tables of one page: grids of cells with the lines of text inside them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planalign.readers.page import Box, Char, Line, union
from planalign.readers.page_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Edges nearer than this belong to one column; the narrowest real column holds a digit and its margins.
_NARROWEST = 6.0
# Height of a band of the page, in points.
_BAND = 20.0


@dataclass(frozen=True, slots=True)
class PageCell:
    """One cell of a page: its box, the rows and columns that it covers, its lines."""

    box: Box
    rows: range
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PageTable:
    """The part of a table that stands on one page."""

    page: int
    box: Box
    cells: tuple[PageCell, ...]
    height: int
    """Number of rows."""
    edges: tuple[float, ...]
    """Column boundaries from left to right."""


def split_tables(
    chars: Sequence[Char], grids: Iterable[Sequence[Box]], page: int
) -> tuple[list[PageTable], list[Char]]:
    """Return the tables of a page and the characters outside them."""
    tables = []
    rest = list(chars)
    for grid in grids:
        table, outside = _table(rest, grid, page)
        # A frame around text, or lines that enclose nothing, are no table.
        if table is not None:
            tables.append(table)
            rest = outside
    return tables, rest


def _table(chars: Sequence[Char], grid: Sequence[Box], page: int) -> tuple[PageTable | None, list[Char]]:
    columns = cluster([x for box in grid for x in (box[0], box[2])], _NARROWEST)
    rows = cluster([y for box in grid for y in (box[1], box[3])], 2.0)
    if len(columns) < 3:
        return None, list(chars)
    held: list[list[Char]] = [[] for _ in grid]
    outside: list[Char] = []
    bands = _bands(grid)
    for char in chars:
        index = _cell_at(char, grid, bands)
        (outside if index is None else held[index]).append(char)
    cells = tuple(
        PageCell(box, _range(rows, box[1], box[3]), tuple(lines_of(inside, page, columns=False)))
        for box, inside in zip(grid, held, strict=True)
    )
    # The rest of a split row may fill a single cell of its page; two boxes side by side are rather a decoration.
    if sum(1 for cell in cells if cell.lines) < (2 if len(columns) < 4 else 1):
        return None, list(chars)
    return PageTable(page, union(list(grid)), cells, len(rows) - 1, tuple(columns)), outside


def _bands(grid: Sequence[Box]) -> dict[int, list[int]]:
    """Return the numbers of the cells that touch each band of the page, so that few are tried for a character."""
    bands: dict[int, list[int]] = {}
    for index, box in enumerate(grid):
        for band in range(int(box[1] // _BAND), int(box[3] // _BAND) + 1):
            bands.setdefault(band, []).append(index)
    return bands


def _cell_at(char: Char, grid: Sequence[Box], bands: dict[int, list[int]]) -> int | None:
    x, y = char.middle
    for index in bands.get(int(y // _BAND), ()):
        x0, top, x1, bottom = grid[index]
        if x0 <= x < x1 and top <= y < bottom:
            return index
    return None


def cluster(values: Iterable[float], tolerance: float) -> list[float]:
    """Return the sorted values, each run of near ones replaced by its first."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > tolerance:
            kept.append(value)
    return kept


def _range(edges: Sequence[float], low: float, high: float) -> range:
    return range(slot(edges, low), max(slot(edges, high), slot(edges, low) + 1))


def slot(edges: Sequence[float], value: float) -> int:
    """Return the number of the edge nearest to a value."""
    after = bisect_right(edges, value)
    if after == 0:
        return 0
    if after < len(edges) and edges[after] - value < value - edges[after - 1]:
        return after
    return after - 1
