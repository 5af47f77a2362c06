"""Tables of an OpenDocument text as w:tbl: spans over columns and rows, repeated rows and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.readers.docx_xml import number
from planalign.readers.odt_package import TABLE
from planalign.readers.word_markup import add

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.readers.markup import Element

_ROW_GROUPS = frozenset({TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")})
_COLUMN_GROUPS = frozenset({TABLE + name for name in ("table-header-columns", "table-columns", "table-column-group")})
_CELLS = frozenset({TABLE + "table-cell", TABLE + "covered-table-cell"})
# Word draws no table wider than this; more equal rows or cells are a sheet that was filled to its end.
_MOST = 63


def write_table(table: Element, target: Element, write_cell: Callable[[Element, Element], None]) -> None:
    """Fill a w:tbl; write_cell adds the blocks of a cell to a w:tc."""
    grid = add(target, "tblGrid")
    columns = sum(_repeated(node, "columns") for node in _parts(table, TABLE + "table-column", _COLUMN_GROUPS))
    for _ in range(min(columns, _MOST)):
        add(grid, "gridCol")
    # Rows that a cell still reaches down to, and its columns, by its first column.
    reaching: dict[int, tuple[int, int]] = {}
    for row in _parts(table, TABLE + "table-row", _ROW_GROUPS):
        for _ in range(_repeated(row, "rows")):
            _row(row, add(target, "tr"), reaching, write_cell)


def _parts(container: Element, tag: str, groups: frozenset[str]) -> Iterator[Element]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            yield from _parts(child, tag, groups)


def _repeated(node: Element, what: str) -> int:
    return max(1, min(number(node.get(f"{TABLE}number-{what}-repeated"), 1), _MOST))


def _row(
    row: Element,
    target: Element,
    reaching: dict[int, tuple[int, int]],
    write_cell: Callable[[Element, Element], None],
) -> None:
    column, free = 0, 0
    for cell in row:
        for _ in range(_repeated(cell, "columns") if cell.tag in _CELLS else 0):
            if column >= free:
                free = column + _cell(cell, column, add(target, "tc"), reaching, write_cell)
            column += 1


def _cell(
    cell: Element,
    column: int,
    target: Element,
    reaching: dict[int, tuple[int, int]],
    write_cell: Callable[[Element, Element], None],
) -> int:
    """Write one cell, or what is covered by the one above, and return its columns."""
    properties = add(target, "tcPr")
    left, span = reaching.pop(column, (0, 1))
    covered = bool(left) and cell.tag == TABLE + "covered-table-cell"
    if covered:
        add(properties, "vMerge", "continue")
        left -= 1
    else:
        span = max(1, min(number(cell.get(TABLE + "number-columns-spanned"), 1), _MOST))
        left = number(cell.get(TABLE + "number-rows-spanned"), 1) - 1
        if left > 0:
            add(properties, "vMerge", "restart")
    if left > 0:
        reaching[column] = left, span
    add(properties, "gridSpan", span)
    write_cell(cell, target)
    return span
