"""Tables as CSV for a spreadsheet: UTF-8 with a mark that Excel needs, and nothing that it would calculate."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from planalign.report.scrub import one_line
from planalign.report.table_cells import plain

if TYPE_CHECKING:
    from planalign.report.table_cells import Table

MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""
# East Asian versions of spreadsheets take the full-width signs for the half-width ones.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def csv_text(table: Table) -> str:
    """Return the whole file."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(guarded(plain(cell)) if isinstance(cell, str | tuple) else plain(cell) for cell in row)
    return MARK + target.getvalue()


def guarded(text: str) -> str:
    """Return one safe line; what a spreadsheet would take for a formula gets an apostrophe in front."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
