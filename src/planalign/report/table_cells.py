"""Tables of records for spreadsheets, CSV and Markdown alike: columns, and rows of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.wording import Lang, Wording
    from planalign.report.table_row import Tone


class Toned(NamedTuple):
    """Text with how much it asks for."""

    text: str
    tone: Tone


class Percent(NamedTuple):
    """A share, which a workbook holds as a number."""

    points: int
    """50 for 50%."""


class Blank(NamedTuple):
    """An empty cell for a person to fill in."""

    choices: tuple[str, ...] = ()
    """What may be entered; anything where there are none."""
    listed: tuple[str, int] | None = None
    """The table and the column of it that hold what is offered; other words may be entered too."""


Cell = str | int | float | Toned | Percent | Blank | None
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """One column of a table."""

    name: str
    """Its heading."""
    hidden: bool = False
    """Whether it is for programs: folded away in a workbook, left out of Markdown."""
    hint: str = ""
    """What to enter below it, for whoever is to fill it in."""


class Table(NamedTuple):
    """A table under a name."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    frozen: int = 0
    """So many columns stay in sight."""
    hidden: bool = False
    """Whether it only serves other tables of a workbook."""


def columns(names: Iterable[Wording], lang: Lang, **sides: str) -> tuple[Column, ...]:
    """Return columns of these names; `sides` fills in what both plans are called."""
    return tuple(Column(name.of(lang).format(**sides)) for name in names)


def hidden(names: Iterable[Wording], lang: Lang, **sides: str) -> tuple[Column, ...]:
    """Return columns for programs."""
    return tuple(column._replace(hidden=True) for column in columns(names, lang, **sides))


def plain(cell: Cell) -> str:
    """Return a cell as text: numbers with two decimals where they have any."""
    if isinstance(cell, Toned):
        return cell.text
    if isinstance(cell, Percent):
        return f"{cell.points}%"
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return "" if cell is None or isinstance(cell, Blank) else str(cell)
