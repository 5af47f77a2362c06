"""Tables typed as text: one row a line, cells separated by tabs or wide spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import Cell, Table
from planalign.parse.column import is_header_word
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re

    from planalign.parse.line import Line

_TAB = compiled(r"\t")
_MOST_ALIKE = 5
_LEAST_TABS = 3
_WIDE_SPACE = compiled(r"\s{2,}|　+")


def is_row_header(text: str) -> bool:
    """Say whether a line holds the headings of such a table: three or more cells, two or more of them usual ones."""
    cells = _split(text, _separator(text))
    return len(cells) >= 3 and sum(map(is_header_word, cells)) >= 2


def is_tabbed(run: list[Line]) -> bool:
    """Say whether several lines below one another hold as many tabs: a table, whatever its headings are called."""
    tabs = run[0].text.count("\t")
    rows = 0
    for line in run[:_MOST_ALIKE]:
        if line.text.count("\t") != tabs or line.text.endswith(("。", "；")):
            break
        rows += 1
    return tabs > 0 and tabs * rows >= _LEAST_TABS and rows > 1


def read_rows(run: list[Line]) -> tuple[Table, int] | None:
    """Return the table that starts at the first line, and how many lines it takes."""
    if not run or not (is_row_header(run[0].text) or is_tabbed(run)):
        return None
    separator = _separator(run[0].text)
    width = len(_split(run[0].text, separator))
    rows = []
    for line in run:
        # A leading tab was stripped with the line: its first cell is blank.
        cells = [line.part(0, 0)] * line.tab + _parts(line, separator)
        if not 2 <= len(cells) <= width:
            break
        cells += [line.part(0, 0)] * (width - len(cells))
        rows.append(tuple(Cell(text=part.text, location=part.place()) for part in cells))
    return (Table(rows=tuple(rows), location=run[0].place()), len(rows)) if len(rows) > 1 else None


def _separator(text: str) -> re.Pattern[str]:
    return _TAB if "\t" in text else _WIDE_SPACE


def _parts(line: Line, separator: re.Pattern[str]) -> list[Line]:
    """Return the cells of a line with their places."""
    gaps = [match.span() for match in separator.finditer(line.text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line.text)]
    return [line.part(start, end) for start, end in zip(starts, ends, strict=True)]


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    return [cell.strip() for cell in separator.split(text)]
