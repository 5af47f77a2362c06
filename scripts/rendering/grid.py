"""Tables: pipe rows into cells that know which neighbours they cover."""

from __future__ import annotations

import re
from dataclasses import dataclass

ABOVE, LEFT = "^", "<"
RULE = re.compile(r"\|[\s:|-]+\|?$")


@dataclass(frozen=True)
class Box:
    """One cell: its place from 0, how far it reaches and its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(frozen=True)
class Grid:
    """A table; rows[0:heads] are header rows."""

    rows: tuple[tuple[str, ...], ...]
    heads: int

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0])

    def boxes(self) -> list[Box]:
        """Return the cells that are not covered by another, in reading order."""
        places = ((r, c) for r, row in enumerate(self.rows) for c in range(self.width) if row[c] not in (ABOVE, LEFT))
        return [self._box(row, column) for row, column in places]

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """Return the place of the cell that covers a place."""
        while self.rows[row][column] == ABOVE:
            row -= 1
        while self.rows[row][column] == LEFT:
            column -= 1
        return row, column

    def _box(self, row: int, column: int) -> Box:
        right = column + 1
        while right < self.width and self.rows[row][right] == LEFT:
            right += 1
        below = row + 1
        while below < len(self.rows) and self.rows[below][column] == ABOVE:
            below += 1
        return Box(row, column, below - row, right - column, self.rows[row][column])


def grid(lines: list[str]) -> Grid:
    """Read pipe rows; short rows are filled with empty cells, the rule line ends the header."""
    rule = next((at for at, line in enumerate(lines) if RULE.match(line)), 0)
    rows = [_cells(line) for at, line in enumerate(lines) if not rule or at != rule]
    width = max(map(len, rows))
    return Grid(tuple((*row, *[""] * (width - len(row))) for row in rows), rule)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("\\n", "\n") for cell in line.strip().removesuffix("|")[1:].split("|"))
