"""Draws an answer as a table that fits the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.folding import fold, width
from planalign.report.screen import Screen
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.corpus.sql import Answer
    from planalign.report.look import Look

_GAP = 2
_LEAST = 6
"""Columns of the terminal below which a column of the table is not narrowed."""


def table_text(found: Answer, look: Look) -> str:
    """Return the answer, long cells broken into lines."""
    rows = [[_cell(value) for value in row] for row in found.rows]
    widths = _widths([list(found.columns), *rows], look.width)
    screen = Screen(look)
    for number, row in enumerate([list(found.columns), *rows]):
        _draw(screen, row, widths, "bold" if number == 0 else "")
    return screen.render()


def _draw(screen: Screen, row: Sequence[str], widths: Sequence[int], style: str) -> None:
    cells = [fold(text, columns) for text, columns in zip(row, widths, strict=True)]
    for line in range(max(map(len, cells), default=0)):
        parts = [cell[line] if line < len(cell) else "" for cell in cells]
        padded = (part + " " * (columns - width(part)) for part, columns in zip(parts, widths, strict=True))
        screen.row((" " * _GAP).join(padded).rstrip(), style)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the width of each column: what its widest cell needs, the widest ones narrowed until all fit."""
    widths = [max(1, *map(width, column)) for column in zip(*rows, strict=True)]
    while widths and sum(widths) + _GAP * (len(widths) - 1) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _cell(value: object) -> str:
    return "" if value is None else one_line(str(value))
