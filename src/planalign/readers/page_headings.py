"""Where a table without ruling lines begins and ends: from its column headings down to what stands in no column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.readers.page_lines import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.readers.page import Char

_NUMBER_HEAD = re.compile(r"序号|编号|项次")
_NUMBER = re.compile(r"\d{1,3}(?:[.\-－—]\d{1,3})*[.、．]?")
_TOTAL = re.compile(r"合计|小计|总计|共计")
# A gap of this many characters parts two headings; letters of one heading stand closer to each other than to the next.
_GAP = 0.8
# White space as high as this many characters ends a table.
_PAUSE = 3.0
_LEAST_COLUMNS = 3
_NEAR = 6.0

Part = tuple[str, float, float]
"""Text of a piece of a row, its left and its right edge."""


@dataclass(frozen=True, slots=True)
class Region:
    """A table without ruling lines, as far as it stands on one page."""

    page: int
    heads: tuple[Part, ...]
    rows: tuple[tuple[Char, ...], ...]
    """Characters by baseline, from top to bottom, the column headings first."""
    starts: tuple[int, ...]
    """Which of them begin a row of the table: those with a number, a total, or a heading over the whole width."""

    @property
    def titles(self) -> tuple[str, ...]:
        """The column headings."""
        return tuple(text for text, _, _ in self.heads)


def may_hold_regions(texts: Iterable[str]) -> bool:
    """Return whether a line begins like column headings: cheap, before anything is searched."""
    return any(_NUMBER_HEAD.match(text.replace(" ", "")) for text in texts)


def regions_of(chars: Iterable[Char], page: int) -> Iterator[Region]:
    """Give the regions of a page, from top to bottom."""
    rows = _glyph_rows(chars)
    index = 0
    while index < len(rows):
        heads = _heads(rows[index])
        if not heads:
            index += 1
            continue
        end, starts = _extent(rows, index, heads)
        if starts:
            yield Region(page, heads, tuple(tuple(row) for row in rows[index:end]), starts)
        index = end


def heading_bases(chars: Iterable[Char]) -> list[float]:
    """Return the baselines of column headings; headings repeated on every page are no running header."""
    return [row[0].base for row in _glyph_rows(chars) if _heads(row)]


def _glyph_rows(chars: Iterable[Char]) -> list[list[Char]]:
    rows = [[char for char in row if not char.text.isspace()] for row in rows_of(chars)]
    return [sorted(row, key=lambda char: char.x0) for row in rows if row]


def _heads(row: Sequence[Char]) -> tuple[Part, ...]:
    """Return the column headings in a row, if it is one: 序号 at the left and at least two more, all short."""
    parts = _joined(list(_parts(row)))
    if len(parts) < _LEAST_COLUMNS or not _NUMBER_HEAD.fullmatch(parts[0][0]):
        return ()
    return tuple(parts) if all(len(text) <= 16 for text, _, _ in parts) else ()


def _parts(row: Sequence[Char]) -> Iterator[Part]:
    first = 0
    for index in range(1, len(row) + 1):
        if index == len(row) or row[index].x0 - row[index - 1].x1 > _GAP * row[index].size:
            yield "".join(char.text for char in row[first:index]), row[first].x0, row[index - 1].x1
            first = index


def _joined(parts: list[Part]) -> list[Part]:
    """Join headings set apart to fill their column: 序　号."""
    joined: list[Part] = []
    for index, part in enumerate(parts):
        after = parts[index + 1][1] - part[2] if index + 1 < len(parts) else float("inf")
        last = joined[-1] if joined else None
        if last is not None and len(last[0]) == len(part[0]) == 1 and part[1] - last[2] < after:
            joined[-1] = (last[0] + part[0], last[1], part[2])
        else:
            joined.append(part)
    return joined


def _extent(rows: Sequence[Sequence[Char]], first: int, heads: Sequence[Part]) -> tuple[int, tuple[int, ...]]:
    """Return the row after the last one of a table, and which rows, counted from its headings, begin a row of it."""
    starts: list[int] = []
    size = rows[first][0].size
    for index in range(first + 1, len(rows)):
        if rows[index][0].base - rows[index - 1][0].base > _PAUSE * size + size:
            return index, tuple(starts)
        if _begins(rows, index, heads):
            starts.append(index - first)
        elif _ends(rows[index], heads, size):
            return index, tuple(starts)
    return len(rows), tuple(starts)


def _begins(rows: Sequence[Sequence[Char]], index: int, heads: Sequence[Part]) -> bool:
    first = _first_column(rows[index], heads)
    if _NUMBER.fullmatch(first) or _TOTAL.match(first):
        return True
    # A heading over the whole width goes before a numbered row, not before headings of another table.
    below = rows[index + 1] if index + 1 < len(rows) else ()
    return bool(first) and _is_alone(rows[index]) and _NUMBER.fullmatch(_first_column(below, heads)) is not None


def _is_alone(row: Sequence[Char]) -> bool:
    return len(list(_parts(row))) == 1


def _ends(row: Sequence[Char], heads: Sequence[Part], size: float) -> bool:
    """Return whether a row is none of the table: text in the column of numbers, or type of another size."""
    return bool(_first_column(row, heads)) or abs(row[0].size - size) > 0.12 * size


def _first_column(row: Sequence[Char], heads: Sequence[Part]) -> str:
    edge = (heads[0][2] + heads[1][1]) / 2
    return "".join(char.text for char in row if (char.x0 + char.x1) / 2 < edge)


def goes_on(one: Region, other: Region) -> bool:
    """Return whether a region repeats the headings of one on the page before, at the same places."""
    if other.page != one.page + 1 or one.titles != other.titles:
        return False
    return all(abs(old[1] - new[1]) < _NEAR for old, new in zip(one.heads, other.heads, strict=True))


def gaps(chars: Iterable[Char], left: float, right: float) -> list[tuple[float, float]]:
    """Return the upright strips between two places in which no character stands."""
    edges = sorted((char.x0, char.x1) for char in chars if char.x1 > left and char.x0 < right)
    strips = [(left, left), *edges, (right, right)]
    found, reached = [], left
    for (_, end), (start, _) in pairwise(strips):
        reached = max(reached, end)
        if start > reached:
            found.append((reached, start))
    return found
