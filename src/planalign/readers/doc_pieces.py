"""The text of a Word 97–2003 file, put together from its pieces ([MS-DOC] 2.4.1, 2.9.38)."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.doc_file import CUT_OFF, Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.readers.doc_file import WordFile
    from planalign.readers.doc_properties import Runs

_COMPRESSED = 0x40000000
_MODIFIERS, _TABLE = 1, 2
# What the short form of a piece's modifier stands for ([MS-DOC] 2.9.215), as far as it matters for reading.
_SHORT = {0x05: 0x2403, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x5C: 0x083C}
# Text with its reading above it (注音) is a formula field without a result; the bounds keep a hostile one cheap.
_RUBY = re.compile(
    r"\x13\s{0,9}EQ\b[^\x13-\x15]{0,200}\\up[^\x13-\x15()]{0,40}\([^()]{0,100}\)\s{0,9}[,，]([^()\x13-\x15]{0,100})\)"
    r"\s{0,9}\x14?\x15"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that lies in one place of the main stream."""

    start: int
    """Its first character."""
    end: int
    offset: int
    """Where it lies in the main stream."""
    width: int
    """Bytes a character: 1 (Windows-1252) or 2 (UTF-16)."""
    modifiers: bytes
    """What holds for the whole piece, beyond the properties of its characters."""

    def offset_of(self, place: int) -> int:
        """Return where a character lies in the main stream."""
        return self.offset + (place - self.start) * self.width


@dataclass(frozen=True, slots=True)
class Text:
    """All stories of a file as one string; a place in it counts UTF-16 units, as the file does."""

    units: str
    pieces: list[Piece]
    starts: list[int]

    def properties(self, runs: Runs, place: int) -> bytes:
        """Return the properties of the character at a place."""
        piece = self.pieces[max(0, bisect_right(self.starts, place) - 1)]
        return runs.at(piece.offset_of(place)) + piece.modifiers

    def stretches(self, runs: Runs, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield begin, end and properties of the stretches of a range that have the same properties."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while start < end and index < len(self.pieces):
            piece = self.pieces[index]
            stop = min(piece.end, end)
            for first, last, found in runs.between(piece.offset_of(start), piece.offset_of(stop)):
                begin = piece.start + (first - piece.offset) // piece.width
                yield begin, piece.start + (last - piece.offset) // piece.width, found + piece.modifiers
            start, index = stop, index + 1


def read_text(word: WordFile) -> Text:
    """Return the text of a file.

    Raises ReadError where a piece lies outside the file.
    """
    pieces = list(_pieces(word))
    units = "".join(_units(word.main, piece) for piece in pieces)
    return Text(_RUBY.sub(_base, units) if "EQ" in units else units, pieces, [piece.start for piece in pieces])


def _base(ruby: re.Match[str]) -> str:
    """Return a ruby as its base, at its place and as long as before; zero characters are nothing."""
    return "\0" * (ruby.start(1) - ruby.start()) + ruby[1] + "\0" * (ruby.end() - ruby.end(1))


def _pieces(word: WordFile) -> Iterator[Piece]:
    groups, table = _parts(word.region(Region.PIECES))
    count = (len(table) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", table)
    last = word.stories[-1][1] + 1
    if places[0] or sorted(places) != list(places):
        raise ReadError(english("the Word document is damaged: a part of it is missing"), hint=CUT_OFF)
    for index, (start, end) in enumerate(pairwise(min(place, last) for place in places)):
        offset, modifier = struct.unpack_from("<IH", table, 4 * (count + 1) + 8 * index + 2)
        if start < end:
            narrow = bool(offset & _COMPRESSED)
            offset = (offset & ~_COMPRESSED) // 2 if narrow else offset
            yield Piece(start, end, offset, 1 if narrow else 2, _modifiers(modifier, groups))


def _parts(clx: bytes) -> tuple[list[bytes], bytes]:
    """Return the groups of modifiers and the piece table."""
    groups: list[bytes] = []
    at = 0
    while at < len(clx) and clx[at] == _MODIFIERS:
        (size,) = struct.unpack_from("<H", clx, at + 1)
        groups.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if clx[at : at + 1] != bytes([_TABLE]):
        raise ReadError(english("the Word document is damaged: a part of it is missing"), hint=CUT_OFF)
    return groups, clx[at + 5 :]


def _modifiers(modifier: int, groups: list[bytes]) -> bytes:
    if modifier & 1:
        index = modifier >> 1
        return groups[index] if index < len(groups) else b""
    code = _SHORT.get(modifier >> 1 & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, modifier >> 8)


def _units(main: bytes, piece: Piece) -> str:
    count = piece.end - piece.start
    raw = main[piece.offset : piece.offset + count * piece.width]
    if len(raw) < count * piece.width:
        raise ReadError(english("the Word document is damaged: a part of it is missing"), hint=CUT_OFF)
    if piece.width == 1:
        return raw.decode("cp1252", "replace")
    text = raw.decode("utf-16-le", "replace")
    # A character beyond the first plane takes two places: its halves are joined when the text is used.
    return text if len(text) == count else "".join(map(chr, struct.unpack(f"<{count}H", raw)))
