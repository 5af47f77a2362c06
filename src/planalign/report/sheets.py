"""Sheets of a workbook: tables with a frozen, filtered header, safe cells and widths that suit Chinese."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.report.scrub import UNSAFE
from planalign.report.sheet_sizes import height, widths
from planalign.report.table_cells import Blank, Percent, Toned, plain
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planalign.report.table_cells import Cell, Table

# A cell keeps its line ends; vertical tabs and form feeds are none.
_UNSAFE = re.compile(f"[{UNSAFE}\x0b\x0c]")
_MOST_ROWS = 1_048_575
# A cell holds 32 767 characters.
_LONGEST = 32_000
_CUT = "……（过长，已截断；cut: too long for a cell）"
# Two runs give the same bytes: no clock.
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_A3, _A4 = 8, 9
_WIDE = 150
"""Tables that are wider, in half-width characters, are printed on A3."""
_TONES = {Tone.OPEN: "#F8D7DA", Tone.PARTLY: "#FFF2CC", Tone.DONE: "#E2EFDA", Tone.APART: "#EDEDED"}
_BLANK = "#FFFFE5"


def workbook(tables: Iterable[Table]) -> bytes:
    """Return an XLSX file with a sheet for each table.

    Raises UsageError where a table has more rows than a sheet can hold.
    """
    target = BytesIO()
    # Temporary files are not needed, and would lie in a folder of the system.
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    shown = list(tables)
    by_name = {table.name: table for table in shown}
    formats = _Formats(book)
    for table in shown:
        _Sheet(book.add_worksheet(table.name), table, formats).fill(by_name)
    book.close()
    return target.getvalue()


class _Formats:
    """The looks of cells."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        # A quote prefix keeps =… a text even where a person edits the cell.
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
        text = {**cell, "quote_prefix": True, "num_format": 49}
        self.text = book.add_format(text)
        self.number = book.add_format({**cell, "align": "center"})
        self.share = book.add_format({**cell, "align": "center", "num_format": "0.00"})
        self.percent = book.add_format({**cell, "align": "center", "num_format": "0%"})
        self.head = book.add_format({**cell, "bold": True, "bg_color": "#DCE6F1"})
        self.blank = book.add_format({**cell, "num_format": 49, "bg_color": _BLANK})
        self.tones = {tone: book.add_format({**text, "bg_color": colour}) for tone, colour in _TONES.items()}


class _Sheet:
    """One sheet that is being filled."""

    def __init__(self, page: xlsxwriter.worksheet.Worksheet, table: Table, formats: _Formats) -> None:
        if len(table.rows) > _MOST_ROWS:
            raise UsageError(
                english("a sheet of a workbook cannot hold so many rows"),
                where=table.name,
                hint=english("use -f jsonl"),
            )
        self._page, self._table, self._formats = page, table, formats
        self._widths = widths(table)
        self._blanks: dict[tuple[int, Blank], list[int]] = {}

    def fill(self, tables: Mapping[str, Table]) -> None:
        """Write the header and all cells; `tables` are all of the workbook by name, for what they offer."""
        self._lay_out()
        for place, column in enumerate(self._table.columns):
            self._page.set_column(place, place, self._widths[place], None, {"hidden": column.hidden})
            self._page.write_string(0, place, column.name, self._formats.head)
        names = [column.name for column in self._table.columns]
        self._page.set_row(0, height(names, self._table.columns, self._widths))
        for index, row in enumerate(self._table.rows, start=1):
            self._page.set_row(index, height(row, self._table.columns, self._widths))
            for place, cell in enumerate(row):
                self._write(index, place, cell)
        for (place, blank), rows in self._blanks.items():
            self._offer(place, blank, rows, tables)

    def _lay_out(self) -> None:
        """Freeze and filter the header; print across the page, the header on each."""
        page, table = self._page, self._table
        page.freeze_panes(1, table.frozen)
        page.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        page.set_landscape()
        shown = zip(self._widths, table.columns, strict=True)
        page.set_paper(_A3 if sum(width for width, column in shown if not column.hidden) > _WIDE else _A4)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&L&A&R&P / &N")
        if table.hidden:
            page.hide()

    def _write(self, index: int, place: int, cell: Cell) -> None:
        if isinstance(cell, Blank):
            self._blanks.setdefault((place, cell), []).append(index)
            self._page.write_blank(index, place, None, self._formats.blank)
        elif isinstance(cell, Percent):
            self._page.write_number(index, place, cell.points / 100, self._formats.percent)
        elif isinstance(cell, int | float):
            form = self._formats.share if isinstance(cell, float) else self._formats.number
            self._page.write_number(index, place, cell, form)
        elif cell is None or not plain(cell):
            self._page.write_blank(index, place, None, self._formats.text)
        else:
            form = self._formats.tones[cell.tone] if isinstance(cell, Toned) else self._formats.text
            self._page.write_string(index, place, safe(plain(cell)), form)

    def _offer(self, place: int, blank: Blank, rows: list[int], tables: Mapping[str, Table]) -> None:
        """Offer what may be entered into some cells of a column, and say what is wanted."""
        hint = self._table.columns[place].hint
        rule: dict[str, Any] = {"validate": "any", "input_title": self._table.columns[place].name[:32]}
        if blank.choices:
            rule |= {"validate": "list", "source": list(blank.choices)}
        elif blank.listed:
            name, column = blank.listed
            letter = xl_col_to_name(column, col_abs=True)
            filled = sum(bool(plain(row[column])) for row in tables[name].rows)
            source = f"='{name}'!{letter}$2:{letter}${max(filled, 1) + 1}"
            rule |= {"validate": "list", "source": source, "show_error": False}
        spans = _runs(rows)
        rule |= {"input_message": hint, "other_cells": [[first, place, last, place] for first, last in spans[1:]]}
        if blank.choices or blank.listed or hint:
            self._page.data_validation(spans[0][0], place, spans[0][1], place, rule)


def safe(text: str) -> str:
    """Return text that a cell can hold: without control characters; what is too long is cut, and says so."""
    clean = _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + _CUT


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of rows that follow on one another."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
