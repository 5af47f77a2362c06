"""Annexes: tables with their titles, rows typed by column, names filled down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.annex import Annex, RowKind
from planalign.model.block import Cell, CellOrigin, SkipKind, Skipped, Table
from planalign.model.sentence import english
from planalign.parse.annex_kind import annex_kind, row_kind
from planalign.parse.annex_row import Row, flat, kinds_of, place_of, read_rows, spanned, text_in
from planalign.parse.aside import SUFFIX
from planalign.parse.column import Role, is_header_word, roles_of
from planalign.parse.measure_column import holds_measures
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTINUED = compiled(r"[（(]\s*续\s*\d*\s*[）)]|\s*续表?$|^续")
_LAYOUT = english("a table of one row or one column: layout or a note, no annex rows")
_GOES_ON = english("the heading of a table that goes on from above")
_DITTO = compiled(r"[〃″”\"]|同\s*上")
_GOES_ON_BEHIND = ("，", "、", ",")
_FINAL = compiled(r"[。；;！？”）)]$")


class TitledTable(NamedTuple):
    """A table and the line above it."""

    title: str
    table: Table
    number: str | None = None
    """Number of its 附件."""


class Grid(NamedTuple):
    """An annex with the cells of its rows."""

    annex: Annex
    roles: tuple[Role, ...]
    """What its columns hold."""
    rows: tuple[Row, ...]
    """The cells of each row of the annex, in its order."""


def read_grids(tables: Sequence[TitledTable]) -> tuple[tuple[Grid, ...], tuple[Skipped, ...]]:
    """Return the annex tables, and what is no table of tasks or numbers."""
    grids: list[Grid] = []
    skipped: list[Skipped] = []
    for titled in _merge_continued(tables, skipped):
        rows = [row for row in titled.table.rows if any(text_in(cell) for cell in row)]
        if len(rows) < 2 or len(rows[0]) < 2:
            lines = [titled.title, *("\t".join(text_in(cell) for cell in row) for row in rows)]
            text = "\n".join(line for line in lines if line)
            if text:
                skipped.append(Skipped(location=titled.table.location, reason=_LAYOUT, text=text))
            continue
        grid, left = _grid(titled, rows, f"a{len(grids) + 1}")
        grids.append(grid)
        skipped += left
    return tuple(grids), tuple(skipped)


def _merge_continued(tables: Sequence[TitledTable], skipped: list[Skipped]) -> list[TitledTable]:
    """Join a table titled （续） with the one above it."""
    merged: list[TitledTable] = []
    for titled in tables:
        width = len(titled.table.rows[0]) if titled.table.rows else 0
        above = merged[-1] if merged else None
        if above and _CONTINUED.search(titled.title) and above.table.rows and len(above.table.rows[0]) == width:
            rows = above.table.rows + titled.table.rows
            place = titled.table.location
            skipped.append(Skipped(location=place, reason=_GOES_ON, kind=SkipKind.NO_TASK, text=titled.title))
            merged[-1] = above._replace(table=above.table.model_copy(update={"rows": rows}))
        else:
            merged.append(titled)
    return merged


def _grid(titled: TitledTable, rows: list[Row], name: str) -> tuple[Grid, list[Skipped]]:
    first, count = _header(rows)
    columns = _columns(rows[first : first + count])
    roles = roles_of(columns, _measures(columns, rows[first + count :]))
    skipped = [_skip(row, english("a line above the column headings")) for row in rows[:first]]
    headings = {_squeeze(row) for row in rows[first : first + count]}
    body = [row for row in rows[first + count :] if _squeeze(row) not in headings]
    title = titled.title or (text_in(rows[0][0]) if first == 1 else "")
    body = _without_dittos(_glue_split(body, roles), roles)
    lines = read_rows(body, roles, name)
    annex = Annex(
        id=name,
        title=title,
        kind=annex_kind(title, columns, [line.name for line in lines]),
        number=titled.number,
        columns=columns,
        rows=lines,
        location=spanned(titled.table.location, rows[0][0]),
    )
    return Grid(annex, roles, tuple(body)), skipped


def _measures(columns: tuple[str, ...], rows: list[Row]) -> list[int]:
    """Return which columns hold units of measure."""
    return [at for at, column in enumerate(columns) if holds_measures(column, [flat(row[at]) for row in rows])]


def _header(rows: list[Row]) -> tuple[int, int]:
    """Return the first header row and the number of header rows."""
    for index, row in enumerate(rows[:4]):
        words = sum(1 for cell in row if is_header_word(text_in(cell)))
        if words >= 2:
            double = any(cell.origin is CellOrigin.HMERGE for cell in row) and index + 1 < len(rows)
            return index, 2 if double and _is_second(rows[index + 1]) else 1
    return 0, 1


def _is_second(row: Row) -> bool:
    """Say whether a row goes on with the headings above it: one of its cells is merged with them."""
    return any(cell.origin is CellOrigin.VMERGE for cell in row)


def _columns(rows: list[Row]) -> tuple[str, ...]:
    parts = [list(dict.fromkeys(flat(row[index]) for row in rows)) for index in range(len(rows[0]))]
    return tuple(" ".join(part for part in column if part) if len(column) > 1 else column[0] for column in parts)


def _squeeze(row: Row) -> tuple[str, ...]:
    return tuple("".join(text_in(cell).split()) for cell in row)


def _skip(row: Row, reason: str) -> Skipped:
    text = "\t".join(dict.fromkeys(text_in(cell) for cell in row))
    return Skipped(location=place_of(row), reason=reason, text=text)


def _glue_split(rows: list[Row], roles: tuple[Role, ...]) -> list[Row]:
    """Glue a row without 序号 to the one above, where a page break cut that one in two."""
    if Role.SEQ not in roles:
        return rows
    seq = roles.index(Role.SEQ)
    glued: list[Row] = []
    for row in rows:
        if (
            glued
            and not text_in(row[seq])
            and row[seq].origin is CellOrigin.OWN
            and row_kind(row) is row_kind(glued[-1]) is RowKind.ITEM
            and _is_rest(glued[-1], row, roles)
        ):
            glued[-1] = tuple(_add(above, below) for above, below in zip(glued[-1], row, strict=True))
        else:
            glued.append(row)
    return glued


def _without_dittos(rows: list[Row], roles: tuple[Role, ...]) -> list[Row]:
    """Give a cell of an item that holds only 〃 or 同上 the text of that cell in the item above."""
    filled: list[Row] = []
    above: Row | None = None
    for row, kind in zip(rows, kinds_of(rows, roles), strict=True):
        item = kind is RowKind.ITEM
        filled.append(tuple(map(_filled, row, above)) if item and above else row)
        # A text over several columns is a heading, whatever else its row holds.
        if item and all(cell.origin is not CellOrigin.HMERGE for cell in row):
            above = filled[-1]
    return filled


def _filled(cell: Cell, above: Cell) -> Cell:
    if not _DITTO.fullmatch(cell.text.strip()) or not above.text:
        return cell
    return cell.model_copy(update={"text": above.text, "origin": CellOrigin.FILLED})


def _is_rest(above: Row, row: Row, roles: tuple[Role, ...]) -> bool:
    """Say whether a row is the rest of the one above: on a new page, or in the middle of a sentence."""
    pages = {cell.location.page for cell in (above[0], row[0])}
    if len(pages) == 2 and None not in pages:
        return True
    if Role.TARGET not in roles:
        return False
    target = roles.index(Role.TARGET)
    said = text_in(above[target])
    begun = bool(text_in(row[target])) and not _FINAL.search(said)
    return begun and (said.endswith(_GOES_ON_BEHIND) or not _names_again(above, row, roles))


def _names_again(above: Row, row: Row, roles: tuple[Role, ...]) -> bool:
    """Say whether a row names units of its own: those above are named to the end."""
    columns = zip(roles, map(text_in, above), map(text_in, row), strict=True)
    ends = [name for role, name, below in columns if role in (Role.LEAD, Role.RESPONSIBLE) and name and below]
    return bool(ends) and all(SUFFIX.search(name) for name in ends)


def _add(above: Cell, below: Cell) -> Cell:
    if below.origin is not CellOrigin.OWN or not below.text:
        return above
    return above.model_copy(update={"text": above.text + below.text})
