"""Rows of annex tables: items with their columns read, headings over several items, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.annex import AnnexRow, RowKind
from planalign.model.block import Cell, CellOrigin
from planalign.parse.annex_kind import row_kind
from planalign.parse.column import Role
from planalign.parse.facts import find_facts
from planalign.parse.line import strip_residue
from planalign.parse.measure_column import with_measure
from planalign.parse.unit import split_units
from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.model.block import Location

Row = tuple[Cell, ...]
_DOING = (Role.TARGET, Role.LEAD, Role.RESPONSIBLE)
_BLANK = compiled(r"[-—–－/／\\\s]*")
_HAN_NUMBER = compiled(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")


def text_in(cell: Cell) -> str:
    """Return the text of a cell without the residue of fields."""
    return strip_residue(cell.text).strip()


def flat(cell: Cell) -> str:
    """Return the text of a cell without its line breaks."""
    lines = [line.strip() for line in text_in(cell).split("\n")]
    result = ""
    for line in lines:
        latin = result[-1:].isascii() and line[:1].isascii() and result[-1:].isalpha() and line[:1].isalpha()
        result += (" " if latin else "") + line
    return result


def is_blank(text: str) -> bool:
    """Say whether a cell says nothing: it is empty, or holds only a dash."""
    return _BLANK.fullmatch(text) is not None


def read_rows(rows: list[Row], roles: tuple[Role, ...], name: str) -> tuple[AnnexRow, ...]:
    """Return the rows of a table as records, in order; `name` is the id of the table."""
    result: list[AnnexRow] = []
    for row, kind in zip(rows, kinds_of(rows, roles), strict=True):
        last = result[-1] if result else None
        above = last.name if last and last.kind is RowKind.ITEM else ""
        number = f"{name}.r{len(result) + 1}"
        made = _row(row, roles, number, above) if kind is RowKind.ITEM else _special(row, roles, kind, number)
        result.append(made)
    return tuple(result)


def kinds_of(rows: list[Row], roles: tuple[Role, ...]) -> list[RowKind]:
    """Return what each row of a table is: an item, a heading over several items, or a total."""
    grouped = _is_grouped(rows, roles)
    return [RowKind.GROUP if grouped and _is_numbered_group(row, roles) else row_kind(row) for row in rows]


def _is_grouped(rows: list[Row], roles: tuple[Role, ...]) -> bool:
    """Say whether a table numbers its groups 一, 二 and its items 1, 2."""
    if Role.SEQ not in roles:
        return False
    numbers = [text_in(row[roles.index(Role.SEQ)]) for row in rows]
    return any(number.isdecimal() for number in numbers) and any(map(_HAN_NUMBER.fullmatch, numbers))


def _is_numbered_group(row: Row, roles: tuple[Role, ...]) -> bool:
    """Say whether a row is numbered 一 and says neither what is to be done nor by whom."""
    said = [text_in(cell) for cell, role in zip(row, roles, strict=True) if role in _DOING]
    return _HAN_NUMBER.fullmatch(text_in(row[roles.index(Role.SEQ)])) is not None and not any(said)


def _special(row: Row, roles: tuple[Role, ...], kind: RowKind, number: str) -> AnnexRow:
    """Return a group heading or a total, whose number counts nothing."""
    texts = [text for text in map(flat, row) if text]
    # The number of a group may stand in a cell of its own before its name.
    own = flat(row[roles.index(Role.NAME)]) if Role.NAME in roles else ""
    name = own if kind is RowKind.GROUP and own else texts[0]
    return AnnexRow(
        id=number, kind=kind, seq=None, name=name, cells=_cells(row), origins=_origins(row), location=place_of(row)
    )


def place_of(row: Row) -> Location:
    """Return the place of a row: its first cell, with the span of its text, or the line that holds all of it."""
    place = spanned(row[0].location, row[0])
    ends = [cell.location.end for cell in row if (cell.location.line, cell.location.paragraph) == _line(place)]
    return place.model_copy(update={"end": max([place.end or 0, *(end for end in ends if end is not None)])})


def _line(place: Location) -> tuple[int | None, int | None]:
    return place.line, place.paragraph


def spanned(place: Location, cell: Cell) -> Location:
    """Return a place with the span of the text of a cell, where it has none."""
    return place if place.start is not None else place.model_copy(update={"start": 0, "end": len(cell.text)})


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(text_in(cell) for cell in row)


def _origins(row: Row) -> tuple[CellOrigin, ...]:
    return tuple(cell.origin for cell in row)


def _row(row: Row, roles: tuple[Role, ...], number: str, above: str) -> AnnexRow:
    by_role = {role: [cell for cell, each in zip(row, roles, strict=True) if each is role] for role in Role}
    name, inherited = _name(by_role[Role.NAME], by_role[Role.SEQ], above)
    target, targets = with_measure(_joined(by_role[Role.TARGET]), _joined(by_role[Role.MEASURE]))
    origins = list(_origins(row))
    if inherited and not text_in(by_role[Role.NAME][0]):
        origins[roles.index(Role.NAME)] = CellOrigin.FILLED
    return AnnexRow(
        id=number,
        seq=_seq(by_role[Role.SEQ]),
        name=name,
        name_inherited=inherited,
        target=target,
        targets=targets,
        facts=find_facts(target),
        lead_units=_units(by_role[Role.LEAD]),
        responsible_units=_units(by_role[Role.RESPONSIBLE]),
        remark=_joined(by_role[Role.REMARK]),
        cells=_cells(row),
        origins=tuple(origins),
        location=place_of(row),
    )


def _seq(cells: list[Cell]) -> int | None:
    return parse_numeral(text_in(cells[0]).rstrip(".．、")) if cells else None


def _name(cells: list[Cell], seq: list[Cell], above: str) -> tuple[str, bool]:
    """Return the name of a row and whether it was filled down: from a merge, or from a blank cell beside a 序号."""
    if not cells:
        return "", False
    text = flat(cells[0])
    if cells[0].origin is CellOrigin.VMERGE:
        return text or above, True
    if not text and above and (not seq or text_in(seq[0])):
        return above, True
    return text, False


def _joined(cells: list[Cell]) -> str:
    return "；".join(dict.fromkeys(text for text in map(flat, cells) if not is_blank(text)))


def _units(cells: list[Cell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for cell in cells for unit in split_units(text_in(cell))))
