"""Annexes: tables with their titles, rows typed by column, names filled down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.annex import Annex, AnnexRow, RowKind
from planalign.model.block import Cell, CellOrigin, SkipKind, Skipped, Table
from planalign.model.sentence import english
from planalign.parse.annex_kind import annex_kind, row_kind
from planalign.parse.column import Role, is_header_word, roles_of
from planalign.parse.facts import find_facts
from planalign.parse.line import strip_residue
from planalign.parse.target import find_targets
from planalign.parse.unit import split_units
from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.block import Location

Row = tuple[Cell, ...]
_DOING = (Role.TARGET, Role.LEAD, Role.RESPONSIBLE)
_CONTINUED = compiled(r"[（(]\s*续\s*\d*\s*[）)]|\s*续表?$|^续")
_LAYOUT = english("a table of one row or one column: layout or a note, no annex rows")
_GOES_ON = english("the heading of a table that goes on from above")
_BLANK = compiled(r"[-—–－/／\\\s]*")
_HAN_NUMBER = compiled(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
_DITTO = compiled(r"[〃″”\"]|同\s*上")
_FINAL = compiled(r"[。；;！？”）)]$")


class TitledTable(NamedTuple):
    """A table and the line above it."""

    title: str
    table: Table
    number: str | None = None
    """Number of its 附件."""


def read_annexes(tables: Sequence[TitledTable]) -> tuple[tuple[Annex, ...], tuple[Skipped, ...]]:
    """Return the annex tables, and what is no table of tasks or numbers."""
    annexes: list[Annex] = []
    skipped: list[Skipped] = []
    for titled in _merge_continued(tables, skipped):
        rows = [row for row in titled.table.rows if any(_text(cell) for cell in row)]
        if len(rows) < 2 or len(rows[0]) < 2:
            lines = [titled.title, *("\t".join(_text(cell) for cell in row) for row in rows)]
            text = "\n".join(line for line in lines if line)
            if text:
                skipped.append(Skipped(location=titled.table.location, reason=_LAYOUT, text=text))
            continue
        annex, left = _annex(titled, rows, f"a{len(annexes) + 1}")
        annexes.append(annex)
        skipped += left
    return tuple(annexes), tuple(skipped)


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


def _annex(titled: TitledTable, rows: list[Row], name: str) -> tuple[Annex, list[Skipped]]:
    first, count = _header(rows)
    columns = _columns(rows[first : first + count])
    roles = roles_of(columns)
    skipped = [_skip(row, english("a line above the column headings")) for row in rows[:first]]
    headings = {_squeeze(row) for row in rows[first : first + count]}
    body = [row for row in rows[first + count :] if _squeeze(row) not in headings]
    title = titled.title or (_text(rows[0][0]) if first == 1 else "")
    lines = _rows(_without_dittos(_glue_split(body, roles)), roles, name)
    annex = Annex(
        id=name,
        title=title,
        kind=annex_kind(title, columns, [line.name for line in lines]),
        number=titled.number,
        columns=columns,
        rows=lines,
        location=_spanned(titled.table.location, rows[0][0]),
    )
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
    """Say whether a row goes on with the headings above it: one of its cells is merged with them."""
    return any(cell.origin is CellOrigin.VMERGE for cell in row)


def _columns(rows: list[Row]) -> tuple[str, ...]:
    parts = [list(dict.fromkeys(_flat(row[index]) for row in rows)) for index in range(len(rows[0]))]
    return tuple(" ".join(part for part in column if part) if len(column) > 1 else column[0] for column in parts)


def _squeeze(row: Row) -> tuple[str, ...]:
    return tuple("".join(_text(cell).split()) for cell in row)


def _skip(row: Row, reason: str) -> Skipped:
    text = "\t".join(dict.fromkeys(_text(cell) for cell in row))
    return Skipped(location=_place(row), reason=reason, text=text)


def _glue_split(rows: list[Row], roles: tuple[Role, ...]) -> list[Row]:
    """Glue a row without 序号 to the one above, where a page break cut that one in two."""
    if Role.SEQ not in roles:
        return rows
    seq = roles.index(Role.SEQ)
    glued: list[Row] = []
    for row in rows:
        if (
            glued
            and not _text(row[seq])
            and row[seq].origin is CellOrigin.OWN
            and row_kind(row) is row_kind(glued[-1]) is RowKind.ITEM
            and _is_rest(glued[-1], row, roles)
        ):
            glued[-1] = tuple(_add(above, below) for above, below in zip(glued[-1], row, strict=True))
        else:
            glued.append(row)
    return glued


def _without_dittos(rows: list[Row]) -> list[Row]:
    """Give a cell that holds only 〃 or 同上 the text of the cell above it."""
    filled: list[Row] = []
    for row in rows:
        filled.append(tuple(map(_filled, row, filled[-1])) if filled else row)
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
    begun = bool(_text(row[target])) and not _FINAL.search(_text(above[target]))
    return begun and not any(map(_names_again, roles, above, row))


def _names_again(role: Role, above: Cell, below: Cell) -> bool:
    """Say whether a row names units of its own: those above are named to the end."""
    named = role in (Role.LEAD, Role.RESPONSIBLE) and _text(below)
    return bool(named and _text(above)) and not _text(above).endswith(("、", "，"))


def _add(above: Cell, below: Cell) -> Cell:
    if below.origin is not CellOrigin.OWN or not below.text:
        return above
    return above.model_copy(update={"text": above.text + below.text})


def _rows(rows: list[Row], roles: tuple[Role, ...], name: str) -> tuple[AnnexRow, ...]:
    result: list[AnnexRow] = []
    grouped = _is_grouped(rows, roles)
    for row in rows:
        last = result[-1] if result else None
        above = last.name if last and last.kind is RowKind.ITEM else ""
        number = f"{name}.r{len(result) + 1}"
        kind = RowKind.GROUP if grouped and _is_numbered_group(row, roles) else row_kind(row)
        made = _row(row, roles, number, above) if kind is RowKind.ITEM else _special(row, roles, kind, number)
        result.append(made)
    return tuple(result)


def _is_grouped(rows: list[Row], roles: tuple[Role, ...]) -> bool:
    """Say whether a table numbers its groups 一, 二 and its items 1, 2."""
    if Role.SEQ not in roles:
        return False
    numbers = [_text(row[roles.index(Role.SEQ)]) for row in rows]
    return any(number.isdecimal() for number in numbers) and any(map(_HAN_NUMBER.fullmatch, numbers))


def _is_numbered_group(row: Row, roles: tuple[Role, ...]) -> bool:
    """Say whether a row is numbered 一 and says neither what is to be done nor by whom."""
    said = [_text(cell) for cell, role in zip(row, roles, strict=True) if role in _DOING]
    return _HAN_NUMBER.fullmatch(_text(row[roles.index(Role.SEQ)])) is not None and not any(said)


def _special(row: Row, roles: tuple[Role, ...], kind: RowKind, number: str) -> AnnexRow:
    """Return a group heading or a total, whose number counts nothing."""
    texts = [text for text in map(_flat, row) if text]
    # The number of a group may stand in a cell of its own before its name.
    own = _flat(row[roles.index(Role.NAME)]) if Role.NAME in roles else ""
    name = own if kind is RowKind.GROUP and own else texts[0]
    return AnnexRow(
        id=number, kind=kind, seq=None, name=name, cells=_cells(row), origins=_origins(row), location=_place(row)
    )


def _place(row: Row) -> Location:
    """Return the place of a row: its first cell, with the span of its text."""
    return _spanned(row[0].location, row[0])


def _spanned(place: Location, cell: Cell) -> Location:
    return place if place.start is not None else place.model_copy(update={"start": 0, "end": len(cell.text)})


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in row)


def _origins(row: Row) -> tuple[CellOrigin, ...]:
    return tuple(cell.origin for cell in row)


def _row(row: Row, roles: tuple[Role, ...], number: str, above: str) -> AnnexRow:
    by_role = {role: [cell for cell, each in zip(row, roles, strict=True) if each is role] for role in Role}
    name, inherited = _name(by_role[Role.NAME], by_role[Role.SEQ], above)
    target = _joined(by_role[Role.TARGET])
    origins = list(_origins(row))
    if inherited and not _text(by_role[Role.NAME][0]):
        origins[roles.index(Role.NAME)] = CellOrigin.FILLED
    return AnnexRow(
        id=number,
        seq=_seq(by_role[Role.SEQ]),
        name=name,
        name_inherited=inherited,
        target=target,
        targets=find_targets(target),
        facts=find_facts(target),
        lead_units=_units(by_role[Role.LEAD]),
        responsible_units=_units(by_role[Role.RESPONSIBLE]),
        remark=_joined(by_role[Role.REMARK]),
        cells=_cells(row),
        origins=tuple(origins),
        location=_place(row),
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
    return "；".join(dict.fromkeys(text for text in map(_flat, cells) if not _BLANK.fullmatch(text)))


def _units(cells: list[Cell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for cell in cells for unit in split_units(_text(cell))))
