"""Widths and heights of the cells of a sheet, by what they hold: programs that open a workbook do not all fit them."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from planalign.report.table_cells import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.report.table_cells import Cell, Column, Table

NARROWEST, WIDEST = 6, 50
_SMALL = 14
"""Columns up to this width keep it where a table is too wide for its page."""
_PAGE = 230
"""So many half-width characters in one line are read on A3 without a glass."""
_FILLED = 14
"""Columns that a person fills in are so wide."""
_WORD = re.compile(r"[A-Za-z]+")
_SEEN_ROWS = 200
_LINE, _MARGIN = 15.5, 4.0
"""Points of one line, and of the room around all lines of a cell."""
_EDGE = 2
"""So much of a width is left empty where a line breaks."""
_HIGHEST = 400.0


def widths(table: Table) -> list[int]:
    """Return the widths of all columns in half-width characters.

    Where together they exceed a page, the longer ones share the room by the square root of their longest text: so the
    rows come out lowest.
    """
    texts = [_texts(table, place) for place in range(len(table.columns))]
    wanted = [_width(column, cells) for column, cells in zip(table.columns, texts, strict=True)]
    shown = [place for place, column in enumerate(table.columns) if not column.hidden]
    long = {place: _weight(texts[place]) for place in shown if wanted[place] > _SMALL}
    room = _PAGE - sum(wanted[place] for place in shown if place not in long)
    if sum(wanted[place] for place in long) <= room:
        return wanted
    shares = {place: round(room * weight / sum(long.values())) for place, weight in long.items()}
    return [min(width, max(_SMALL, shares.get(place, width))) for place, width in enumerate(wanted)]


def height(row: Sequence[Cell], columns: Sequence[Column], room: Sequence[int]) -> float:
    """Return the height of a row in points, for text that is broken to the widths of its visible columns."""
    lines = (
        sum(max(1, math.ceil(length(line) / (width - _EDGE))) for line in plain(cell).split("\n"))
        for cell, column, width in zip(row, columns, room, strict=True)
        if not column.hidden
    )
    return min(_LINE * max(lines, default=1) + _MARGIN, _HIGHEST)


def _texts(table: Table, place: int) -> list[str]:
    return [plain(row[place]) for row in table.rows[:_SEEN_ROWS]]


def _weight(texts: Sequence[str]) -> float:
    return math.sqrt(max(map(length, texts), default=1.0))


def _width(column: Column, texts: Sequence[str]) -> int:
    """Return the width of a column: that of its longest line; its heading may take two."""
    if column.hint:
        return _FILLED
    heading = max(length(column.name) / 2, *map(len, _WORD.findall(column.name)), 0)
    longest = max([heading, *(length(line) for text in texts for line in text.split("\n"))])
    # The mark of the filter covers two characters.
    return min(max(round(longest) + 3, NARROWEST), WIDEST)


@lru_cache(maxsize=4096)
def length(text: str) -> float:
    """Return how wide a line is: Chinese type is a little wider than two of the figures that a workbook measures by."""
    return sum(2.2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
