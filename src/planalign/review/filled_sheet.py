"""Reads back what people wrote into the sheet 待复核 of a workbook: the columns to fill in, and nothing else."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import python_calamine

from planalign.errors import ReadError, UsageError
from planalign.guarded import Reading, reply
from planalign.model.sentence import english
from planalign.model.wording import Lang
from planalign.readers.package import open_package
from planalign.report.review_sheet import BY, ID, INSTEAD_END, INSTEAD_VALUE, KEY, REASON, REVIEW, VERDICT
from planalign.store.plain_file import require_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.config import Limits, Settings
    from planalign.model.wording import Wording

_COLUMNS = {
    "verdict": VERDICT, "end": INSTEAD_END, "value": INSTEAD_VALUE, "reason": REASON, "by": BY, "id": ID, "key": KEY
}  # fmt: skip
_MOST_ROWS = 200_000
_WORK = "planalign.review.filled_sheet:work"


class FilledRow(NamedTuple):
    """What stands in the columns of one row, as text."""

    number: int
    """Number of the row in the sheet, from 1."""
    verdict: str
    end: str
    value: str
    reason: str
    by: str
    id: str
    """The item, as it was called when the sheet was written."""
    key: str
    """What it said then, and after a space the decision that held then."""


def read_guarded(path: Path, settings: Settings) -> list[FilledRow]:
    """Return the rows in which a decision is entered; the workbook is read in a guarded child.

    Raises what `read_filled` raises, and ReadError where reading does not come to an end.
    """
    with Reading(_WORK, settings) as reading:
        return [FilledRow(*row) for row in json.loads(reading.answer(path))]


def work(request: bytes) -> bytes:
    """Read a workbook: the work of the child."""
    return reply(request, lambda path, settings, _: json.dumps(read_filled(path, settings.limits)).encode())


def read_filled(path: Path, limits: Limits) -> list[FilledRow]:
    """Return the rows in which a decision is entered.

    Raises ReadError where the file is damaged, UsageError where it holds no such sheet.
    """
    table = _table(_bytes(path, limits), limits, path)
    if not table:
        raise UsageError(
            english("the workbook holds no review sheet"), where=str(path), hint=english("planalign review export")
        )
    places = {name: _place(table[0], wording) for name, wording in _COLUMNS.items()}
    missing = [_COLUMNS[name].of(Lang.ZH) for name, place in places.items() if place < 0]
    if missing:
        raise UsageError(english("the review sheet lacks the column {column}", column=missing[0]), where=str(path))
    rows = (_row(number, cells, places) for number, cells in enumerate(table[1:], start=2))
    return [row for row in rows if row.verdict]


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        require_plain(path)
        if path.stat().st_size > limits.max_bytes:
            raise ReadError(english("the workbook is too large"), where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            english("the workbook cannot be read"), where=str(path), hint=english("check the path and its permissions")
        ) from error


def _table(content: bytes, limits: Limits, path: Path) -> list[list[object]]:
    """Return the cells of the review sheet; nothing where there is no such sheet."""
    names = {REVIEW.of(lang) for lang in Lang}
    try:
        # Sizes are checked before anything is unpacked.
        open_package(content, limits)
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        sheet = next((name for name in book.sheet_names if name in names), None)
        return [] if sheet is None else [[*row] for row in book.get_sheet_by_name(sheet).to_python(nrows=_MOST_ROWS)]
    except (python_calamine.CalamineError, ReadError) as error:
        hint = english("open it, save it anew as .xlsx, and import that")
        raise ReadError(english("this is no readable workbook"), where=str(path), hint=hint) from error


def _place(heads: Sequence[object], wording: Wording) -> int:
    """Return where a column stands, by its heading in either language; -1 where it is missing."""
    names = {wording.of(lang) for lang in Lang}
    return next((place for place, head in enumerate(heads) if str(head).strip() in names), -1)


def _row(number: int, cells: Sequence[object], places: dict[str, int]) -> FilledRow:
    return FilledRow(
        number, **{name: _text(cells[place] if place < len(cells) else "") for name, place in places.items()}
    )


def _text(cell: object) -> str:
    """Return a cell as it was typed; a program makes 3.0 of a 3."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
