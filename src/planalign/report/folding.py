"""Breaks text into lines of a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Opening marks stay with what follows, closing marks with what precedes; numbers and Latin words stay whole.
_PIECE = re.compile(
    r"[（“《〔【‘(\[]*"
    r"(?:第\d+[页行段]|[A-Za-z0-9.%‰+/_-]+|\s+|.)"
    r"[，。；：、？！．）〕】》”’…,;:?!)\]]*",
    re.DOTALL,
)


def width(text: str) -> int:
    """Return the number of columns that a text takes."""
    return sum(_char_width(char) for char in text)


def fold(text: str, columns: int) -> list[str]:
    """Break text into lines of at most so many columns, where a reader of Chinese expects it."""
    lines, taken = [""], 0
    for piece in _pieces(text, columns):
        if taken + width(piece.rstrip()) <= columns:
            lines[-1] += piece
            taken += width(piece)
        else:
            lines.append(piece.lstrip())
            taken = width(lines[-1])
    return [line.rstrip() for line in lines]


def _pieces(text: str, columns: int) -> list[str]:
    """Cut text where a line may break; a piece longer than a line is cut to fit."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        pieces += [piece] if width(piece) <= columns else list(piece)
    return pieces


@cache
def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
