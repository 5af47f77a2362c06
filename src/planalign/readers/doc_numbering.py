"""Automatic numbering of a Word 97–2003 file as w:numbering ([MS-DOC] 2.9.131, 2.9.147, 2.9.150)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from planalign.readers.doc_file import Region
from planalign.readers.word_markup import add, mark, root

if TYPE_CHECKING:
    from planalign.readers.doc_file import WordFile
    from planalign.readers.markup import Element

_LEVELS = 9
_NO_STYLE = 0xFFF
_LIST_SIZE, _LEVEL_SIZE, _USE_SIZE = 28, 28, 16
# Number formats by their code (MSONFC, [MS-OSHARED] 2.2.1.3).
_FORMATS = dict(
    enumerate(
        (
            *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText"),
            *("ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha"),
            *("decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand"),
            *("decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero"),
            *("bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen"),
            *("decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac"),
            *("ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional"),
            *("taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified"),
            "chineseCountingThousand",
        )
    )
) | {57: "numberInDash", 255: "none"}


def numbering(word: WordFile) -> Element:
    """Return the lists of a file and their uses; w:numId is the index that paragraphs state."""
    numbers = root("numbering")
    _lists(numbers, word.onwards(Region.LISTS))
    _uses(numbers, word.onwards(Region.LIST_USES))
    return numbers


def _lists(numbers: Element, table: bytes) -> None:
    """Add one w:abstractNum a list; the levels of all lists follow the table of lists."""
    count = max(0, struct.unpack_from("<h", table)[0]) if table else 0
    at = 2 + count * _LIST_SIZE
    for index in range(count):
        identity, *tied, flags = struct.unpack_from("<i4x9HB", table, 2 + index * _LIST_SIZE)
        abstract = add(numbers, "abstractNum")
        mark(abstract, "abstractNumId", identity)
        for level in range(1 if flags & 1 else _LEVELS):
            node, at = _level(abstract, table, at, level)
            if tied[level] != _NO_STYLE:
                add(node, "pStyle", tied[level])


def _level(parent: Element, table: bytes, at: int, level: int) -> tuple[Element, int]:
    """Add a w:lvl; return it and where the next one begins."""
    start, code, flags = struct.unpack_from("<iBB", table, at)
    characters, paragraphs, restart = struct.unpack_from("<BBB", table, at + 24)
    places = table[at + 6 : at + 15]
    at += _LEVEL_SIZE + characters + paragraphs
    (length,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    node = add(parent, "lvl")
    mark(node, "ilvl", level)
    add(node, "start", start)
    add(node, "numFmt", _FORMATS.get(code, "decimal"))
    add(node, "lvlText", _pattern(text, places))
    if flags & 0x08:
        add(node, "lvlRestart", restart)
    if flags & 0x04:
        add(node, "isLgl")
    return node, at + 2 + 2 * length


def _pattern(text: str, places: bytes) -> str:
    """Return the text of a number with %1 … %9 where it shows the count of a level."""
    shown = {place - 1 for place in places if place}
    return "".join(
        f"%{ord(sign) + 1}" if index in shown and ord(sign) < _LEVELS else sign for index, sign in enumerate(text)
    )


def _uses(numbers: Element, table: bytes) -> None:
    """Add one w:num a use of a list, with the starts and levels that differ from those of the list."""
    count = max(0, struct.unpack_from("<i", table)[0]) if table else 0
    at = 4 + count * _USE_SIZE
    for index in range(count):
        identity, overrides = struct.unpack_from("<i8xB", table, 4 + index * _USE_SIZE)
        node = add(numbers, "num")
        mark(node, "numId", index + 1)
        add(node, "abstractNumId", identity)
        at += 4
        for _ in range(overrides):
            at = _override(node, table, at)


def _override(parent: Element, table: bytes, at: int) -> int:
    start, flags = struct.unpack_from("<iI", table, at)
    node = add(parent, "lvlOverride")
    mark(node, "ilvl", flags & 0xF)
    at += 8
    if flags & 0x20:
        # A level that is given anew states its start itself.
        (start,) = struct.unpack_from("<i", table, at)
        _, at = _level(node, table, at, flags & 0xF)
    if flags & 0x10:
        add(node, "startOverride", start)
    return at
