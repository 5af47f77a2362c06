"""Annexes: tables with their titles, rows typed by column, names filled down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planalign.model.block import Cell, CellOrigin, Skipped, Table
from planalign.model.plan import Annex, AnnexRow
from planalign.parse.column import Role, is_header_word, roles_of
from planalign.parse.line import strip_residue
from planalign.parse.unit import split_units
from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = tuple[Cell, ...]
_CONTINUED = compiled(r"[（(]\s*续\s*\d*\s*[）)]|\s*续表?$|^续")
_FINAL = compiled(r"[。；;！？”）)]$")


@dataclass(frozen=True, slots=True)
class TitledTable:
    """A table and the line above it."""

    title: str
    table: Table


def read_annexes(tables: Sequence[TitledTable]) -> tuple[tuple[Annex, ...], tuple[Skipped, ...]]:
    """Return the annex tables, and what is no table of tasks or numbers."""
    annexes: list[Annex] = []
    skipped: list[Skipped] = []
    for titled in _merge_continued(tables):
        rows = [row for row in titled.table.rows if any(_text(cell) for cell in row)]
        if len(rows) < 2 or len(rows[0]) < 2:
            text = "\n".join("\t".join(_text(cell) for cell in row) for row in rows)
            reason = "a table of one row or one column: layout or a note, no annex rows"
            skipped.append(Skipped(location=titled.table.location, reason=reason, text=text))
            continue
        annex, left = _annex(titled, rows, f"a{len(annexes) + 1}")
        annexes.append(annex)
        skipped += left
    return tuple(annexes), tuple(skipped)


def _merge_continued(tables: Sequence[TitledTable]) -> list[TitledTable]:
    """Join a table titled （续） with the one above it."""
    merged: list[TitledTable] = []
    for titled in tables:
        width = len(titled.table.rows[0]) if titled.table.rows else 0
        above = merged[-1] if merged else None
        if above and _CONTINUED.search(titled.title) and above.table.rows and len(above.table.rows[0]) == width:
            rows = above.table.rows + titled.table.rows
            merged[-1] = TitledTable(above.title, above.table.model_copy(update={"rows": rows}))
        else:
            merged.append(titled)
    return merged


def _annex(titled: TitledTable, rows: list[Row], name: str) -> tuple[Annex, list[Skipped]]:
    first, count = _header(rows)
    columns = _columns(rows[first : first + count])
    roles = roles_of(columns)
    skipped = [_skip(row, "a line above the column headings") for row in rows[:first]]
    body = [row for row in rows[first + count :] if not _repeats(row, rows[first : first + count])]
    groups = [row for row in body if _is_group(row)]
    skipped += [_skip(row, "a heading over the whole width of the table") for row in groups]
    glued = _glue_split([row for row in body if row not in groups], roles)
    title = titled.title or (_text(rows[0][0]) if first == 1 else "")
    annex = Annex(id=name, title=title, columns=columns, rows=_rows(glued, roles, name), location=titled.table.location)
    return annex, skipped


def _text(cell: Cell) -> str:
    return strip_residue(cell.text).strip()


def _flat(cell: Cell) -> str:
    """Return a cell's text without its line breaks."""
    lines = [line.strip() for line in _text(cell).split("\n")]
    result = ""
    for line in lines:
        latin = result[-1:].isascii() and line[:1].isascii() and result[-1:].isalpha() and line[:1].isalpha()
        result += (" " if latin else "") + line
    return result


def _header(rows: list[Row]) -> tuple[int, int]:
    """Return the first header row and the number of header rows."""
    for index, row in enumerate(rows[:4]):
        words = sum(1 for cell in row if is_header_word(_text(cell)))
        if words >= 2:
            double = any(cell.origin is CellOrigin.HMERGE for cell in row) and index + 1 < len(rows)
            return index, 2 if double and _is_second(rows[index + 1]) else 1
    return 0, 1


def _is_second(row: Row) -> bool:
    """Say whether a row goes on with the headings above it: its first cell is merged with them."""
    return row[0].origin is CellOrigin.VMERGE


def _columns(rows: list[Row]) -> tuple[str, ...]:
    parts = [list(dict.fromkeys(_flat(row[index]) for row in rows)) for index in range(len(rows[0]))]
    return tuple(" ".join(part for part in column if part) if len(column) > 1 else column[0] for column in parts)


def _squeeze(row: Row) -> tuple[str, ...]:
    return tuple(re.sub(r"\s+", "", _text(cell)) for cell in row)


def _repeats(row: Row, header: list[Row]) -> bool:
    return any(_squeeze(row) == _squeeze(head) for head in header)


def _is_group(row: Row) -> bool:
    """Say whether one text covers the whole row."""
    texts = {_text(cell) for cell in row}
    return len(texts) == 1 and all(cell.origin is CellOrigin.HMERGE for cell in row[1:])


def _skip(row: Row, reason: str) -> Skipped:
    text = "\t".join(dict.fromkeys(_text(cell) for cell in row))
    return Skipped(location=row[0].location, reason=reason, text=text)


def _glue_split(rows: list[Row], roles: tuple[Role, ...]) -> list[Row]:
    """Glue a row without 序号 to the one above, where a page break cut that one in two."""
    if Role.SEQ not in roles:
        return rows
    seq = roles.index(Role.SEQ)
    glued: list[Row] = []
    for row in rows:
        if glued and not _text(row[seq]) and row[seq].origin is CellOrigin.OWN and _is_rest(glued[-1], row, roles):
            glued[-1] = tuple(_add(above, below) for above, below in zip(glued[-1], row, strict=True))
        else:
            glued.append(row)
    return glued


def _is_rest(above: Row, row: Row, roles: tuple[Role, ...]) -> bool:
    """Say whether a row is the rest of the one above: on a new page, or in the middle of a sentence."""
    pages = {cell.location.page for cell in (above[0], row[0])}
    if len(pages) == 2 and None not in pages:
        return True
    if Role.TARGET not in roles:
        return False
    target = roles.index(Role.TARGET)
    return bool(_text(row[target])) and not _FINAL.search(_text(above[target]))


def _add(above: Cell, below: Cell) -> Cell:
    if below.origin is not CellOrigin.OWN or not below.text:
        return above
    return above.model_copy(update={"text": above.text + below.text})


def _rows(rows: list[Row], roles: tuple[Role, ...], name: str) -> tuple[AnnexRow, ...]:
    result: list[AnnexRow] = []
    for row in rows:
        above = result[-1].name if result else ""
        result.append(_row(row, roles, f"{name}.r{len(result) + 1}", above))
    return tuple(result)


def _row(row: Row, roles: tuple[Role, ...], number: str, above: str) -> AnnexRow:
    by_role = {role: [cell for cell, each in zip(row, roles, strict=True) if each is role] for role in Role}
    name, inherited = _name(by_role[Role.NAME], by_role[Role.SEQ], above)
    return AnnexRow(
        id=number,
        seq=_seq(by_role[Role.SEQ]),
        name=name,
        name_inherited=inherited,
        target=_joined(by_role[Role.TARGET]),
        lead_units=_units(by_role[Role.LEAD]),
        responsible_units=_units(by_role[Role.RESPONSIBLE]),
        remark=_joined(by_role[Role.REMARK]),
        cells=tuple(_text(cell) for cell in row),
        origins=tuple(cell.origin for cell in row),
        location=row[0].location,
    )


def _seq(cells: list[Cell]) -> int | None:
    return parse_numeral(_text(cells[0]).rstrip(".．、")) if cells else None


def _name(cells: list[Cell], seq: list[Cell], above: str) -> tuple[str, bool]:
    """Return the name of a row and whether it was filled down: from a merge, or from a blank cell beside a 序号."""
    if not cells:
        return "", False
    text = _flat(cells[0])
    if cells[0].origin is CellOrigin.VMERGE:
        return text or above, True
    if not text and above and (not seq or _text(seq[0])):
        return above, True
    return text, False


def _joined(cells: list[Cell]) -> str:
    return "；".join(dict.fromkeys(text for text in map(_flat, cells) if text))


def _units(cells: list[Cell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for cell in cells for unit in split_units(_text(cell))))
