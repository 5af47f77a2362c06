"""Flattened tables: one cell a line, as text exports of DOCX files and web pages give them, become tables again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.model.block import Cell, Skipped, Table
from planalign.model.sentence import english
from planalign.parse.column import is_header_word
from planalign.parse.label import Rank, parse_label
from planalign.parse.line import text_of
from planalign.parse.row_table import is_row_header, is_tabbed, read_rows
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.block import Location
    from planalign.parse.line import Line

_STOP = compiled(r"附\s*件|附\s*表|(?:注|备注)\s*[:：]|[表图]\s?\d+")
_CAPTION = compiled(r"(?:附)?表\s?[\d一二三四五六七八九十]+.{0,40}", signs="表")
_HEADER_REACH = 14
_LISTED_REACH = 40
_CAPTION_REACH = 500
# Lines of the longest flattened table.
_LONGEST = 20_000
_SHORT = 20
_SEQ = compiled(r"序\s*号|编\s*号")
_NO_ROWS = english("a table flattened to one cell a line, without a column of numbers: its rows cannot be told apart")


@dataclass
class _Grid:
    """A table in the making: rows of cells, each cell a list of lines."""

    width: int
    rows: list[list[list[Line]]] = field(default_factory=list)

    def table(self, place: Location) -> Table:
        rows = [row + [[]] * (self.width - len(row)) for row in self.rows]
        return Table(rows=tuple(tuple(_cell(cell) for cell in row) for row in rows), location=place)


def _cell(lines: list[Line]) -> Cell:
    if not lines:
        return Cell()
    return Cell(text="\n".join(line.text for line in lines), location=lines[0].place())


def rebuild_tables(elements: Sequence[Line | Table]) -> tuple[list[Line | Table], list[Skipped]]:
    """Turn runs of lines that are the cells of a table into tables; a run without a 序号 column is set aside."""
    result: list[Line | Table] = []
    skipped: list[Skipped] = []
    index = 0
    while index < len(elements):
        run = _run(elements, index)
        table, size = read_rows(run) or _tabbed(run) or _listed(run) or (None, 0)
        if table:
            result.append(table)
        elif _is_caption(run):
            size = _caption_size(run)
            skipped.append(Skipped(location=run[0].place(), reason=_NO_ROWS, text=text_of(run[:size])))
        else:
            size = 1
            result.append(elements[index])
        index += size
    return result, skipped


def _run(elements: Sequence[Line | Table], start: int) -> list[Line]:
    """Return the lines from a place up to the next table, where a flattened table may start there; else none."""
    first = elements[start]
    if isinstance(first, Table) or not _may_start(first):
        return []
    head = _lines(elements[start : start + _LISTED_REACH])
    counted = (
        first.tab
        or is_tabbed(head)
        or is_row_header(first.text)
        or (_SEQ.fullmatch(first.text) and any(line.text == "1" for line in head))
    )
    if _SEQ.fullmatch(first.text) and not counted:
        return []
    return _lines(elements[start : start + (_LONGEST if counted else _CAPTION_REACH)])


def _may_start(line: Line) -> bool:
    if line.tab or "\t" in line.text or _SEQ.fullmatch(line.text) or _CAPTION.fullmatch(line.text):
        return True
    return is_row_header(line.text)


def _lines(elements: Sequence[Line | Table]) -> list[Line]:
    """Return the lines above the first table."""
    lines: list[Line] = []
    for element in elements:
        if isinstance(element, Table):
            break
        lines.append(element)
    return lines


def _tabbed(run: list[Line]) -> tuple[Table, int] | None:
    """Rebuild a table whose cells start with a tab; a missing line is an empty cell or the end of a row."""
    if len(run) < 3 or not run[0].tab:
        return None
    header, size = _cells_until_gap(run)
    if len(header) < 2 or not any(is_header_word(cell[0].text) for cell in header):
        return None
    grid = _Grid(len(header), [header])
    pause = run[size].gap if size < len(run) else 1
    while size < len(run) and (run[size].tab or (run[size].gap == 0 and grid.rows[-1])):
        _put_tabbed(grid, run[size], pause)
        size += 1
    return grid.table(run[0].place()), size


def _cells_until_gap(run: list[Line]) -> tuple[list[list[Line]], int]:
    cells = [[run[0]]]
    size = 1
    for line in run[1:]:
        if line.gap:
            break
        if line.tab:
            cells.append([line])
        else:
            cells[-1].append(line)
        size += 1
    return cells, size


def _put_tabbed(grid: _Grid, line: Line, pause: int) -> None:
    row = grid.rows[-1]
    if not line.tab:
        row[-1].append(line)
        return
    gap = line.gap
    while len(row) < grid.width and gap:
        row.append([])
        gap -= 1
    if len(row) < grid.width:
        row.append([line])
    else:
        empty = max(0, gap - pause) if gap - pause < grid.width else 0
        grid.rows.append([[] for _ in range(empty)] + [[line]])


def _listed(run: list[Line]) -> tuple[Table, int] | None:
    """Rebuild a table whose first column counts 1, 2, 3 and whose cells stand one after the other."""
    if not run or not _SEQ.fullmatch(run[0].text):
        return None
    cells = _cells(run)
    texts = ["".join(line.text for line in cell) for cell in cells]
    if "1" not in texts[2:_HEADER_REACH]:
        return None
    width = texts.index("1", 2)
    if any(len(text) > _SHORT for text in texts[:width]):
        return None
    grid = _Grid(width, [cells[:width]])
    used = _fill(grid, cells, texts, width)
    return grid.table(run[0].place()), sum(len(cell) for cell in cells[:used])


def _cells(run: list[Line]) -> list[list[Line]]:
    """Group lines into cells: by blank lines where there are any, else every line is a cell."""
    spaced = len(run) > 1 and any(line.gap for line in run[1:6])
    cells: list[list[Line]] = []
    for line in run:
        if cells and spaced and line.gap == 0:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _fill(grid: _Grid, cells: list[list[Line]], texts: list[str], start: int) -> int:
    """Put cells into rows; a row begins with the number that is due. Returns how many cells were used."""
    header, due, index = texts[: grid.width], 1, start
    while index < len(cells):
        row = grid.rows[-1]
        if texts[index : index + grid.width] == header:
            index += grid.width
            continue
        if texts[index] == str(due) and (due == 1 or len(row) >= max(2, grid.width - 2)):
            grid.rows.append([])
            due += 1
        elif len(row) >= grid.width or _ends_table(texts[index]):
            break
        grid.rows[-1].append(cells[index])
        index += 1
    return index


def _ends_table(text: str) -> bool:
    label = parse_label(text)
    return bool(_STOP.match(text)) or (label is not None and label.rank in (Rank.HAN, Rank.HAN_BRACKET))


def _is_caption(run: list[Line]) -> bool:
    """Say whether a caption (表1 …) with cells below it starts here."""
    if len(run) < 4 or not _CAPTION.fullmatch(run[0].text) or any(map(read_rows, (run[1:], run[2:], run[3:]))):
        return False
    return all(len(line.text) <= _SHORT and not re.search(r"[。；：]", line.text) for line in run[1:3])


def _caption_size(run: list[Line]) -> int:
    for size, line in enumerate(run[1:], start=1):
        if _ends_table(line.text):
            return size
    return len(run)
