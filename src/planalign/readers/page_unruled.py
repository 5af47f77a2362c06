"""Tables without ruling lines: column headings with 序号, numbered rows, and white strips between the columns.

Programs that make OFD files often leave the lines out, and 三线表 have none between columns. Cells are taken to be set
at the top of their rows: a line that stands level with no number at the top of a cell belongs to the cell above it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.readers.layout import ends_sentence
from planalign.readers.page_headings import Region, gaps, goes_on, regions_of
from planalign.readers.page_lines import lines_of
from planalign.readers.page_tables import PageCell, PageTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.readers.page import Char

# Usual space between the edge of a cell and its text.
_PADDING = 5.4
_ASCENT = 0.88
# Lines at most this much further apart than usual belong together.
_TIGHT = 1.02


def unruled_tables(pages: Mapping[int, Sequence[Char]]) -> dict[int, tuple[list[PageTable], list[Char]]]:
    """Return, by page, the tables among some characters and the characters outside them; pages without are left out.

    The characters are those of the body: neither in ruled tables nor in the margins.
    """
    found: dict[int, tuple[list[PageTable], list[Char]]] = {}
    regions = [region for number in sorted(pages) for region in regions_of(pages[number], number)]
    for group in _groups(regions):
        edges = _edges(group)
        tables = [_table(region, edges) for region in group] if edges else []
        if not _are_set_at_the_top(tables):
            continue
        for region, table in zip(group, tables, strict=True):
            before, rest = found.get(region.page, ([], list(pages[region.page])))
            taken = {char for row in region.rows for char in row}
            found[region.page] = ([*before, table], [char for char in rest if char not in taken])
    return found


def _are_set_at_the_top(tables: Sequence[PageTable]) -> bool:
    """Return whether nearly all cells begin level with the number of their row; else rows cannot be told apart."""
    level = total = 0
    for table in tables:
        first = [cell for cell in table.cells if cell.box[0] == table.edges[0] and cell.lines]
        numbers = {cell.rows.start: cell.lines[0].base for cell in first}
        for cell in table.cells:
            if cell.lines and cell.rows.start in numbers:
                total += len(cell.rows)
                level += abs(cell.lines[0].base - numbers[cell.rows.start]) < 0.25 * cell.lines[0].size
    return total > 0 and level > 0.9 * total


def _groups(regions: Sequence[Region]) -> list[list[Region]]:
    """Put regions that are parts of one table together."""
    groups: list[list[Region]] = []
    for region in regions:
        if groups and goes_on(groups[-1][-1], region):
            groups[-1].append(region)
        else:
            groups.append([region])
    return groups


def _edges(group: Sequence[Region]) -> list[float]:
    """Return the edges of the columns: where no character of any page stands between two headings; else nothing."""
    chars = [char for region in group for char in _in_columns(region)]
    heads = group[0].heads
    edges = [min(char.x0 for char in chars) - _PADDING]
    for (_, left, right), (_, next_left, next_right) in pairwise(heads):
        strips = gaps(chars, (left + right) / 2, (next_left + next_right) / 2)
        widest = max(strips, key=lambda strip: strip[1] - strip[0], default=None)
        if widest is None or widest[1] - widest[0] < 2:
            return []
        edges.append(max(widest[1] - _PADDING, (widest[0] + widest[1]) / 2))
    return [*edges, max(char.x1 for char in chars) + _PADDING]


def _in_columns(region: Region) -> list[Char]:
    """Return the characters of a region, without headings that run over the whole width."""
    return [char for index, row in enumerate(region.rows) if not _spans(region, index) for char in row]


def _spans(region: Region, index: int) -> bool:
    """Return whether a row of characters is a heading over the whole width."""
    row = region.rows[index]
    wide = row[0].x0 < region.heads[0][2] and row[-1].x1 > region.heads[1][1]
    return index in region.starts and wide and all(b.x0 - a.x1 <= 0.8 * b.size for a, b in pairwise(row))


def _table(region: Region, edges: Sequence[float]) -> PageTable:
    bands = _bands(region)
    leading = _leading(region, bands, edges)
    cells = [cell for sides in pairwise(edges) for cell in _column(region, bands, sides, leading)]
    sides = (edges[0], edges[-1])
    whole = [_cell(region, band, row, sides) for row, band in enumerate(bands) if _spans(region, band.first)]
    box = (edges[0], bands[0].top, edges[-1], bands[-1].bottom)
    return PageTable(region.page, box, (*cells, *whole), len(bands), tuple(edges))


class _Band(NamedTuple):
    """One row of a table: its rows of characters, from the first one to the one before `end`, and its place."""

    first: int
    end: int
    top: float
    bottom: float


def _bands(region: Region) -> list[_Band]:
    starts = [0, *region.starts]
    ends = [*region.starts, len(region.rows)]
    tops = [region.rows[start][0].base - _ASCENT * region.rows[start][0].size - 1 for start in starts]
    bottoms = [*tops[1:], region.rows[-1][0].base + 2]
    return [_Band(*band) for band in zip(starts, ends, tops, bottoms, strict=True)]


def _leading(region: Region, bands: Sequence[_Band], edges: Sequence[float]) -> float:
    """Return the usual distance between the lines of one cell; none where rows stand no further apart."""
    steps = sorted(
        after.base - before.base
        for sides in pairwise(edges)
        for row, band in enumerate(bands)
        for before, after in pairwise(_cell(region, band, row, sides).lines)
    )
    breaks = sorted(region.rows[start][0].base - region.rows[start - 1][0].base for start in region.starts)
    usual = steps[len(steps) // 2] if steps else 0.0
    return usual if breaks[len(breaks) // 2] > _TIGHT * usual else 0.0


def _column(region: Region, bands: Sequence[_Band], sides: tuple[float, float], leading: float) -> list[PageCell]:
    """Return the cells of one column; lines that go on with the cell above are joined to it."""
    cells: list[PageCell] = []
    for row, band in enumerate(bands):
        if _spans(region, band.first):
            continue
        cell = _cell(region, band, row, sides)
        if row > 1 and _belongs_above(cells, cell, region.rows[band.first][0], leading):
            above = cells.pop()
            box = (*above.box[:3], cell.box[3])
            cell = PageCell(box, range(above.rows.start, row + 1), above.lines + cell.lines)
        cells.append(cell)
    return cells


def _cell(region: Region, band: _Band, row: int, sides: tuple[float, float]) -> PageCell:
    chars = [char for line in region.rows[band.first : band.end] for char in line if _within(char, sides)]
    lines = lines_of(chars, region.page, columns=False)
    return PageCell((sides[0], band.top, sides[1], band.bottom), range(row, row + 1), tuple(lines))


def _within(char: Char, sides: tuple[float, float]) -> bool:
    return sides[0] <= (char.x0 + char.x1) / 2 < sides[1]


def _belongs_above(cells: Sequence[PageCell], cell: PageCell, start: Char, leading: float) -> bool:
    """Return whether text does not begin where its row begins, or follows a full line as closely as inside a cell."""
    if not cells or not cells[-1].lines or not cell.lines:
        return False
    last, line = cells[-1].lines[-1], cell.lines[0]
    if abs(line.base - start.base) > 0.25 * start.size:
        return True
    full = last.width + line.head > cell.box[2] - cell.box[0] - 2 * _PADDING
    return full and not ends_sentence(last.text) and line.base - last.base < _TIGHT * leading
