"""Reads the table of shares that planalign.toml names: a CSV file with one share a line."""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from typing import TYPE_CHECKING

from planalign.errors import UsageError
from planalign.model.allocation import Allocation
from planalign.model.sentence import english
from planalign.store.toml_file import short, suggestion
from planalign.text.amounts import WIDE, amount
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = {"上级事项": "parent", "下级": "child", "数值": "value", "单位": "unit"}
"""The columns in Chinese and in English; either may head the table, in any order."""
_NEEDED = ("parent", "child", "value")
LEAST_WORDS = 4
"""Fewer characters of the parent would stand in too many clauses."""
_VALUE = compiled(r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万亿|千万|百万|[万亿千百])?")


def read_allocations(path: Path) -> tuple[Allocation, ...]:
    """Return the shares of a file in UTF-8, with or without a byte order mark.

    Raises UsageError that names all problems of the file with their lines.
    """
    lines = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    found: list[Allocation] = []
    problems: list[str] = []
    try:
        columns = _columns(next(lines, []))
        for cells in lines:
            if any(map(str.strip, cells)):
                share = _share(cells, columns)
                slips = [*_slips(share, len(cells), len(columns)), *_double(share, found)]
                problems += [english("line {line}: {problem}", line=lines.line_num, problem=slip) for slip in slips]
                found += [] if problems else [_allocation(share)]
    except ValueError as error:
        problems.append(f"line 1: {error}")
    except csv.Error:
        problems.append(
            english("line {line}: {problem}", line=lines.line_num, problem=english("a quotation mark is out of place"))
        )
    if problems:
        raise UsageError("\n".join(problems), where=str(path))
    return tuple(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(
            english("the shares cannot be read"), where=str(path), hint=english("check the path and its permissions")
        ) from error
    except UnicodeDecodeError as error:
        hint = english("save it as CSV in UTF-8")
        raise UsageError(
            english("this is no CSV in UTF-8 (byte {byte})", byte=error.start), where=str(path), hint=hint
        ) from error


def _columns(head: list[str]) -> list[str]:
    """Return the English names of the columns; ValueError where one is unknown, missing or stands twice."""
    names = [COLUMNS.get(name.strip(), name.strip()) for name in head]
    for name in names:
        if name not in COLUMNS.values():
            raise ValueError(_unknown(name))
        if names.count(name) > 1:
            raise ValueError(english("the column {column!r} stands twice", column=name))
    for name in _NEEDED:
        if name not in names:
            raise ValueError(english("the column {column!r} is missing", column=name))
    return names


def _unknown(name: str) -> str:
    """Quote the heading of a column only where one of ours may be meant: the file may be anybody's, and private."""
    known = [*COLUMNS, *COLUMNS.values()]
    if get_close_matches(short(name), known, n=1):
        return f"unknown column {name!r}{suggestion(name, known)}"
    return english("a column has another heading than these: {known}", known=" ".join(known))


def _share(cells: list[str], columns: list[str]) -> dict[str, str]:
    return {"unit": ""} | {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}


def _slips(share: dict[str, str], cells: int, columns: int) -> Iterator[str]:
    """Yield what is wrong with one line."""
    if cells != columns:
        yield english("it has {cells} cells, the heading has {columns}", cells=cells, columns=columns)
        return
    if len(share["parent"]) < LEAST_WORDS:
        yield english("the words {words!r} are too short to tell one clause from another", words=share["parent"])
    if not share["child"]:
        yield english("it names no child")
    if _value(share["value"]) is None:
        yield english("{key!r} is no number", key=share["value"])


def _allocation(share: dict[str, str]) -> Allocation:
    value = _value(share["value"])
    return Allocation(share["parent"], share["child"], 0.0 if value is None else value, share["unit"])


def _value(cell: str) -> float | None:
    match = _VALUE.fullmatch(cell.translate(WIDE))
    return amount(match[1], match[2] or "") if match else None


def _double(share: dict[str, str], found: list[Allocation]) -> Iterator[str]:
    """Yield that a share is given twice with different values."""
    for other in found:
        same = (other.parent, other.child, other.unit) == (share["parent"], share["child"], share["unit"])
        if same and other.value != _value(share["value"]):
            yield english("{child} has two shares of {parent!r}", child=other.child, parent=other.parent)
