"""Tables of a web page: data or layout, and the full grid of a data table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import Cell, CellOrigin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.readers.markup import Element

# Bounds of the HTML standard for the attributes (4.9.11).
_MOST_COLUMNS = 1_000
_MOST_ROWS = 65_534
# Cells of a row are read up to this column; no annex comes near it.
_WIDEST = 2_000
# A cell with many lines that holds most of the text of its table is a page area, not a cell.
_MANY_LINES = 12
_MOST_TEXT = 0.6
_LINE_TAGS = ("p", "div", "br", "li")
_PAGE_TAGS = ("h1", "h2", "form", "nav")


def is_data(table: Element) -> bool:
    """Return whether a table holds data; a layout table is walked through like any other block."""
    found = [list(_cells(row)) for row in rows(table)]
    if max(map(len, found), default=0) < 2 or (table.get("role") or "").lower() in {"presentation", "none"}:
        return False
    if next(table.iter(*_PAGE_TAGS), None) is not None:
        return False
    largest, share = _largest([cell for row in found for cell in row])
    lines = sum(1 for _ in largest.iter(*_LINE_TAGS))
    alone = next(len(row) for row in found if largest in row) == 1
    if lines > 1 and (len(found) == 1 or (alone and share >= _MOST_TEXT)):
        return False
    return share < _MOST_TEXT or (lines <= _MANY_LINES and largest.find(".//table") is None)


def _largest(cells: list[Element]) -> tuple[Element, float]:
    """Return the cell with most text and its share of all text, 0–1."""
    sizes = [sum(map(len, cell.itertext())) for cell in cells]
    largest = max(range(len(cells)), key=sizes.__getitem__)
    return cells[largest], sizes[largest] / (sum(sizes) or 1)


def rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def _cells(row: Element) -> Iterator[Element]:
    yield from row.iterchildren("td", "th")


def expand(table: Element, max_cells: int, read_cell: Callable[[Element], str]) -> tuple[list[list[Cell]], int]:
    """Return the full grid and the number of rows left out; read_cell gives the text of a cell."""
    grid: list[list[Cell]] = []
    open_cells: dict[int, tuple[str, int]] = {}
    pending = list(rows(table))
    taken = 0
    for index, row in enumerate(pending):
        if taken >= max_cells:
            break
        line = _row(row, open_cells, read_cell, len(pending) - index)
        taken += len(line)
        grid.append(line)
    width = min(max((len(line) for line in grid), default=0), max_cells)
    kept = grid[: max_cells // max(width, 1)]
    return [line + [Cell()] * (width - len(line)) for line in kept], len(pending) - len(kept)


def _row(
    row: Element, open_cells: dict[int, tuple[str, int]], read_cell: Callable[[Element], str], rows_left: int
) -> list[Cell]:
    """Return one row; open_cells maps a column to the text that reaches down into it and for how many rows."""
    line: list[Cell] = []
    for cell in _cells(row):
        _fill(line, open_cells)
        if len(line) >= _WIDEST:
            break
        text = read_cell(cell)
        height = _span(cell, "rowspan", _MOST_ROWS, rows_left)
        for offset in range(_span(cell, "colspan", _MOST_COLUMNS, _MOST_COLUMNS)):
            if height > 1:
                open_cells[len(line)] = (text, height)
            line.append(Cell(text=text, origin=CellOrigin.HMERGE if offset else CellOrigin.OWN))
    last = max(open_cells, default=-1)
    while len(line) <= last:
        _fill(line, open_cells) if len(line) in open_cells else line.append(Cell())
    for column, (text, height) in list(open_cells.items()):
        open_cells[column] = (text, height - 1)
        if height <= 1:
            del open_cells[column]
    return line


def _fill(line: list[Cell], open_cells: dict[int, tuple[str, int]]) -> None:
    """Add the cells that reach down from rows above, up to the next free column."""
    while len(line) in open_cells:
        line.append(Cell(text=open_cells[len(line)][0], origin=CellOrigin.VMERGE))


def _span(cell: Element, name: str, most: int, rest: int) -> int:
    """Return a span; 0 reaches to the end."""
    stated = (cell.get(name) or "1").strip()
    span = int(stated[:9]) if stated.isdecimal() else 1
    return max(1, min(span if span or name == "colspan" else rest, most, rest))
