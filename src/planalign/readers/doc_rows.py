"""Rows of a Word 97–2003 table: the edges of its cells, what merges them, and the w:tbl they give."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.readers.doc_properties import TABLE_DEFINITION, modifiers
from planalign.readers.word_markup import add, root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.readers.markup import Element

_CELL_SIZE = 20
_MERGED_BESIDE, _MERGED_BELOW, _BEGINS_BELOW = 0x0003, 0x0020, 0x0040
_VERTICAL_MERGE, _HORIZONTAL_MERGE = 0xD62B, 0x5624
# Edges nearer than a millimetre (in twentieths of a point) are one edge that was drawn by hand.
_SAME_EDGE = 57


@dataclass(frozen=True, slots=True)
class RowShape:
    """What a row says about its cells."""

    edges: tuple[int, ...] = ()
    """Left edge of each cell and right edge of the last, in twentieths of a point."""
    beside: tuple[str, ...] = ()
    """Horizontal merge of each cell: restart, continue or nothing."""
    below: tuple[str, ...] = ()
    """Vertical merge of each cell: restart, continue or nothing."""


def row_shape(grpprl: bytes) -> RowShape:
    """Return the shape that the modifiers at the end of a row define ([MS-DOC] 2.9.315, 2.9.318)."""
    edges: tuple[int, ...] = ()
    flags: list[int] = []
    for code, operand in modifiers(grpprl):
        if code == TABLE_DEFINITION and operand:
            edges, flags = _defined(operand)
        elif code == _VERTICAL_MERGE and len(operand) == 2 and operand[0] < len(flags):
            below = _MERGED_BELOW * (operand[1] & 1) | _BEGINS_BELOW * (operand[1] >> 1 & 1)
            flags[operand[0]] = flags[operand[0]] & ~(_MERGED_BELOW | _BEGINS_BELOW) | below
        elif code == _HORIZONTAL_MERGE and len(operand) == 2:
            first, limit = operand
            for index in range(first, min(limit, len(flags))):
                flags[index] = flags[index] & ~_MERGED_BESIDE | (2 if index == first else 1)
    return RowShape(edges, tuple(_beside(flags)), tuple(map(_below, flags)))


def _defined(operand: bytes) -> tuple[tuple[int, ...], list[int]]:
    count = min(operand[0], (len(operand) - 3) // 2)
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    cells = operand[3 + 2 * count :]
    stated = [struct.unpack_from("<H", cells, at)[0] for at in range(0, len(cells) - 1, _CELL_SIZE)]
    return edges, (stated + [0] * count)[:count]


def _beside(flags: list[int]) -> list[str]:
    """Return the horizontal merges; which bit begins one differs between writers, but the first cell always does."""
    found: list[str] = []
    begin = 0
    for flag in flags:
        sign = flag & _MERGED_BESIDE
        continues = bool(sign and begin and sign != begin)
        begin = begin if continues else sign
        found.append("continue" if continues else "restart" if sign else "")
    return found


def _below(flag: int) -> str:
    if not flag & (_MERGED_BELOW | _BEGINS_BELOW):
        return ""
    return "restart" if flag & _BEGINS_BELOW else "continue"


@dataclass(slots=True)
class _Row:
    cells: list[Element]
    shape: RowShape
    deleted: bool


@dataclass(slots=True)
class TableBuilder:
    """Collects the rows of one table; its columns are known when all rows are."""

    node: Element = field(default_factory=lambda: root("tbl"))
    """The w:tbl; it is empty until the table is closed."""
    cell: Element = field(default_factory=lambda: root("tc"))
    """The cell that is open."""
    _cells: list[Element] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)

    def end_cell(self) -> None:
        """Close a cell."""
        self._cells.append(self.cell)
        self.cell = root("tc")

    def end_row(self, shape: RowShape, *, deleted: bool = False) -> None:
        """Close a row; a cell without end is its last one."""
        if len(self.cell):
            self.end_cell()
        if self._cells:
            self._rows.append(_Row(self._cells, shape, deleted))
        self._cells = []

    def close(self) -> None:
        """Write the rows into the table."""
        self.end_row(RowShape())
        columns = _columns(row.shape.edges for row in self._rows)
        grid = add(self.node, "tblGrid")
        for _ in range(max(len(columns) - 1, max((len(row.cells) for row in self._rows), default=0))):
            add(grid, "gridCol")
        for row in self._rows:
            _write_row(add(self.node, "tr"), row, columns)


def _columns(rows: Iterable[Sequence[int]]) -> list[int]:
    """Return the edges of all rows in order, each once."""
    found: list[int] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not found or edge - found[-1] > _SAME_EDGE:
            found.append(edge)
    return found


def _write_row(node: Element, row: _Row, columns: list[int]) -> None:
    places = [bisect_right(columns, edge) - 1 for edge in row.shape.edges]
    properties = add(node, "trPr")
    if places and places[0]:
        add(properties, "gridBefore", places[0])
    if row.deleted:
        add(properties, "del")
    for index, cell in enumerate(row.cells):
        stated = root("tcPr")
        if index + 1 < len(places):
            add(stated, "gridSpan", max(1, places[index + 1] - places[index]))
            for name, merges in (("hMerge", row.shape.beside), ("vMerge", row.shape.below)):
                if merges[index]:
                    add(stated, name, merges[index])
        cell.insert(0, stated)
        node.append(cell)
