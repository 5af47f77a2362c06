"""Text files: one paragraph a line, table cells between tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rendering.grid import ABOVE, LEFT, Grid
from rendering.source import items

if TYPE_CHECKING:
    from rendering.source import Line, Source


@dataclass(frozen=True)
class TextOptions:
    """Encoding, indent before body paragraphs and line ends of a text file."""

    encoding: str = "utf-8"
    indent: bool = False
    crlf: bool = False


def render(source: Source, options: TextOptions) -> bytes:
    """Write the document as a text file; characters that the encoding lacks raise UnicodeEncodeError."""
    lines = [line for item in items(source) for line in _lines(item, options)]
    end = "\r\n" if options.crlf else "\n"
    return (end.join(lines) + end).encode(options.encoding)


def _lines(item: Line | Grid, options: TextOptions) -> list[str]:
    if isinstance(item, Grid):
        return ["\t".join(_cell(cell) for cell in row).rstrip("\t") for row in item.rows]
    return [("　　" if options.indent and item.role in ("body", "notice") else "") + item.text]


def _cell(text: str) -> str:
    return "" if text in (ABOVE, LEFT) else text.replace("\n", " ")
