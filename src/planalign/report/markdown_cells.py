"""Tables of records as Markdown: one table under its name, without the columns that are for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.escaping import escaped
from planalign.report.markdown_table import row, table
from planalign.report.table_cells import plain

if TYPE_CHECKING:
    from planalign.report.table_cells import Table


def markdown_text(shown: Table) -> str:
    """Return the whole file."""
    return f"# {escaped(shown.name)}\n\n{markdown_cells(shown)}\n"


def markdown_cells(shown: Table) -> str:
    """Return the table alone."""
    kept = [place for place, column in enumerate(shown.columns) if not column.hidden]
    rows = [row([escaped(plain(cells[place])) for place in kept]) for cells in shown.rows]
    return table([escaped(shown.columns[place].name) for place in kept], rows)
