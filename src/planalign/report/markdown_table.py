"""Tables of Markdown; cells come escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def row(cells: Sequence[str]) -> str:
    """Return one row."""
    return f"| {' | '.join(cells)} |"


def table(columns: Sequence[str], rows: Sequence[str]) -> str:
    """Return a table with its head."""
    return "\n".join([row(columns), row(["---"] * len(columns)), *rows])
