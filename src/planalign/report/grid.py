"""Tables for a terminal: a wide first column, and narrow ones that are broken into blocks where they are too many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.report.folding import fold, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.report.screen import Screen

GAP = 2
"""Columns between two cells."""
LEAST_FIRST = 24
"""The first column is never narrower."""


class Line(NamedTuple):
    """One line of a table."""

    name: str
    """The first cell; it is broken to its column."""
    cells: tuple[str, ...]
    """The other cells; they are never broken."""
    style: str = ""
    """How to show it."""


def draw(screen: Screen, columns: int, head: Line, lines: Sequence[Line]) -> None:
    """Draw the table in as many blocks as its cells need."""
    widths = [max(map(width, cells)) + GAP for cells in zip(head.cells, *(line.cells for line in lines), strict=True)]
    begin = 0
    while begin < len(widths):
        end = begin + 1
        while end < len(widths) and sum(widths[begin : end + 1]) + LEAST_FIRST <= columns:
            end += 1
        first = max(LEAST_FIRST, columns - sum(widths[begin:end]))
        for line in (head, *lines):
            _line(screen, line._replace(cells=line.cells[begin:end]), first, widths[begin:end])
        begin = end
        if begin < len(widths):
            screen.line()


def _line(screen: Screen, line: Line, first: int, widths: Sequence[int]) -> None:
    cells = "".join(" " * (room - width(cell)) + cell for room, cell in zip(widths, line.cells, strict=True))
    for number, part in enumerate(fold(line.name, first)):
        screen.row(part + " " * (first - width(part)) + cells if number == 0 else part, line.style)
