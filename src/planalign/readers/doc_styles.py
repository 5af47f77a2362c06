"""The styles of a Word 97–2003 file as w:styles ([MS-DOC] 2.9.271, 2.9.260)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from planalign.readers.doc_file import Region
from planalign.readers.doc_format import character_format, paragraph_format
from planalign.readers.word_markup import add, mark, root

if TYPE_CHECKING:
    from planalign.readers.doc_file import WordFile
    from planalign.readers.markup import Element

_KINDS = {1: "paragraph", 2: "character"}
_NO_BASE = 0xFFF
# Built-in styles keep their index whatever Word calls them in its language.
_FIRST_CONTENTS, _LAST_CONTENTS = 19, 27


def styles(word: WordFile) -> Element:
    """Return the paragraph and character styles; w:styleId is the index that paragraphs state.

    Raises struct.error where the table is cut off.
    """
    found = root("styles")
    table = word.region(Region.STYLES)
    if not table:
        return found
    size, count, base = struct.unpack_from("<HHH", table)
    at = 2 + size
    for index in range(count):
        (length,) = struct.unpack_from("<H", table, at)
        if length:
            _style(found, index, table[at + 2 : at + 2 + length], base)
        # Every style begins at an even place.
        at += 2 + length + length % 2
    return found


def _style(parent: Element, index: int, std: bytes, base: int) -> None:
    built_in, kind, parts = struct.unpack_from("<HHH", std)
    if kind & 0xF not in _KINDS:
        return
    node = add(parent, "style")
    mark(node, "styleId", index)
    mark(node, "type", _KINDS[kind & 0xF])
    mark(node, "default", int(index == 0))
    (length,) = struct.unpack_from("<H", std, base)
    add(node, "name", _name(built_in & 0xFFF, std[base + 2 : base + 2 + 2 * length]))
    if kind >> 4 != _NO_BASE:
        add(node, "basedOn", kind >> 4)
    groups = _groups(std, base + 4 + 2 * length, parts & 0xF)
    if groups and _KINDS[kind & 0xF] == "paragraph":
        # The group of a paragraph begins with the index of its style.
        paragraph_format(groups.pop(0)[2:]).write(add(node, "pPr"))
    if groups:
        character_format(groups[0]).write(add(node, "rPr"))


def _name(built_in: int, name: bytes) -> str:
    if _FIRST_CONTENTS <= built_in <= _LAST_CONTENTS:
        return f"toc {built_in - _FIRST_CONTENTS + 1}"
    return name.decode("utf-16-le", "replace")


def _groups(std: bytes, at: int, count: int) -> list[bytes]:
    """Return the groups of modifiers of a style, each at an even place."""
    found = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", std, at)
        found.append(std[at + 2 : at + 2 + length])
        at += 2 + length + length % 2
    return found
