"""Reads back what a workbook holds, without another library."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO
from typing import NamedTuple

_TEXT = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"[^>]*?(?: t="(\w+)")?(?:/>|>(?:<v>([^<]*)</v>)?</c>)')


class Read(NamedTuple):
    """One sheet."""

    xml: str
    rows: list[list[str]]
    """Cells as text, the header first; only cells with a value."""


def part(content: bytes, name: str) -> str:
    """Return one part of the package as text."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(f"xl/{name}").decode()


def names(content: bytes) -> list[str]:
    """Return the names of the sheets in order."""
    return [unescape(name) for name in re.findall(r'<sheet name="([^"]*)"', part(content, "workbook.xml"))]


def sheet(content: bytes, name: str) -> Read:
    """Return the sheet of a name."""
    xml = part(content, f"worksheets/sheet{names(content).index(name) + 1}.xml")
    texts = [unescape(re.sub(r"<[^>]+>", "", text)) for text in _TEXT.findall(part(content, "sharedStrings.xml"))]
    rows: dict[int, list[str]] = {}
    for _, row, kind, value in _CELL.findall(xml):
        if value:
            rows.setdefault(int(row), []).append(texts[int(value)] if kind == "s" else value)
    return Read(xml, [rows[row] for row in sorted(rows)])
