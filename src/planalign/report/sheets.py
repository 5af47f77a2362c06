"""Sheets of a workbook: tables with a frozen, filtered header, safe cells and widths that suit Chinese."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import xlsxwriter

from planalign.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What XML 1.0 cannot hold, and marks that turn or hide text.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MOST_ROWS = 1_048_575
# A cell holds 32 767 characters.
_LONGEST = 32_000
_CUT = "……（过长，已截断；cut: too long for a cell）"
_NARROWEST, _WIDEST = 6, 50
_SEEN_ROWS = 200
# Two runs give the same bytes: no clock.
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Sheet(NamedTuple):
    """A table of a workbook; a number stays a number, anything else is text."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | int | None]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return an XLSX file of these sheets.

    Raises UsageError where a sheet has more rows than a workbook can hold.
    """
    target = BytesIO()
    # Temporary files are not needed, and would lie in a folder of the system.
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    # A quote prefix keeps =… a text even where a person edits the cell.
    text = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True, "num_format": 49})
    number = book.add_format({"valign": "top"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1})
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, head, text, number)
    book.close()
    return target.getvalue()


def _fill(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, head: object, text: object, number: object) -> None:
    if len(sheet.rows) > _MOST_ROWS:
        raise UsageError("a sheet of a workbook cannot hold so many rows", where=sheet.name, hint="use -f jsonl")
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    for column, name in enumerate(sheet.columns):
        page.set_column(column, column, _width(sheet, column))
        page.write_string(0, column, name, head)
    for index, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(index, column, value, number)
            elif value:
                page.write_string(index, column, safe(value), text)


def safe(text: str) -> str:
    """Return text that a cell can hold: without control characters; what is too long is cut, and says so."""
    clean = _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + _CUT


def _width(sheet: Sheet, column: int) -> int:
    """Return the width of a column in half-width characters: that of its longest line among the first rows."""
    texts = [sheet.columns[column], *(str(row[column] or "") for row in sheet.rows[:_SEEN_ROWS])]
    longest = max(_length(line) for text in texts for line in text.split("\n"))
    # The mark of the filter covers two characters.
    return min(max(round(longest) + 3, _NARROWEST), _WIDEST)


def _length(text: str) -> float:
    # Chinese type is a little wider than two of the figures by which a workbook measures.
    return sum(2.2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
