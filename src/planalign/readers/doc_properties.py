"""Properties in a Word 97–2003 file: single modifiers (sprm) and the runs to which they apply ([MS-DOC] 2.6, 2.9)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planalign.readers.doc_file import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.readers.doc_file import WordFile

_PAGE = 512
# Bytes of an operand by the last three bits of its modifier; the seventh kind states its length.
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_VARIABLE = 6
TABLE_DEFINITION = 0xD608
_TABS = 0xC615


def modifiers(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each modifier and its operand, in order; what is cut off at the end is left out."""
    at = 0
    while at + 3 <= len(grpprl):
        (code,) = struct.unpack_from("<H", grpprl, at)
        begin, end = _operand(code, grpprl, at + 2)
        yield code, grpprl[begin:end]
        at = end


def _operand(code: int, grpprl: bytes, at: int) -> tuple[int, int]:
    """Return where an operand begins and ends."""
    if code >> 13 != _VARIABLE:
        return at, at + _SIZES[code >> 13]
    if code == TABLE_DEFINITION:
        # Two bytes, and one more than follow ([MS-DOC] 2.9.315).
        return at + 2, at + 1 + max(1, int.from_bytes(grpprl[at : at + 2], "little"))
    if code == _TABS and grpprl[at] == 255:
        deleted = at + 2 + 4 * int.from_bytes(grpprl[at + 1 : at + 2])
        return at, deleted + 1 + 3 * int.from_bytes(grpprl[deleted : deleted + 1])
    return at + 1, at + 1 + grpprl[at]


def number(operand: bytes) -> int:
    """Return an operand as an unsigned integer."""
    return int.from_bytes(operand, "little")


@dataclass(frozen=True, slots=True)
class Runs:
    """Properties by the offset in the main stream at which they begin to hold."""

    starts: list[int]
    values: list[bytes]

    def at(self, offset: int) -> bytes:
        """Return the properties of the character at an offset."""
        index = bisect_right(self.starts, offset) - 1
        return self.values[index] if index >= 0 else b""

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield begin, end and properties of the stretches of a range."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while start < end:
            stop = self.starts[index + 1] if index + 1 < len(self.starts) else end
            yield start, min(stop, end), self.values[index] if index < len(self.values) else b""
            start, index = max(start, min(stop, end)), index + 1


def paragraph_runs(word: WordFile) -> Runs:
    """Return the properties of paragraphs: style index (2 bytes), then modifiers."""
    return _runs(word, Region.PARAGRAPHS, 13, _paragraph_properties)


def character_runs(word: WordFile) -> Runs:
    """Return the properties of characters: modifiers."""
    return _runs(word, Region.CHARACTERS, 1, _character_properties)


def _runs(word: WordFile, region: Region, width: int, read: Callable[[bytes, int], bytes]) -> Runs:
    table = word.region(region)
    count = max(0, (len(table) - 4) // 8)
    numbers = struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
    found: dict[int, bytes] = {}
    # A page that is named twice holds nothing new.
    for number_of_page in dict.fromkeys(number & 0x3FFFFF for number in numbers):
        page = word.main[number_of_page * _PAGE : (number_of_page + 1) * _PAGE]
        if len(page) == _PAGE:
            found.update(_page_runs(page, width, read))
    starts = sorted(found)
    return Runs(starts, [found[start] for start in starts])


def _page_runs(page: bytes, width: int, read: Callable[[bytes, int], bytes]) -> Iterator[tuple[int, bytes]]:
    count = min(page[-1], (_PAGE - 5) // (4 + width))
    for index in range(count):
        (start,) = struct.unpack_from("<I", page, 4 * index)
        place = 2 * page[4 * (count + 1) + width * index]
        yield start, read(page, place) if place else b""
    yield struct.unpack_from("<I", page, 4 * count)[0], b""


def _paragraph_properties(page: bytes, at: int) -> bytes:
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""


def _character_properties(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]
