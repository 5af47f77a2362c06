"""The stories of a Word 97–2003 file as WordprocessingML: paragraphs, runs and tables ([MS-DOC] 2.4)."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from planalign.readers.doc_file import Region, Story
from planalign.readers.doc_format import character_format, paragraph_format
from planalign.readers.doc_properties import character_runs, modifiers, number, paragraph_runs
from planalign.readers.doc_rows import TableBuilder, row_shape
from planalign.readers.doc_signs import Signs
from planalign.readers.word_markup import add, root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.readers.doc_file import WordFile
    from planalign.readers.doc_format import CharacterFormat
    from planalign.readers.doc_pieces import Text
    from planalign.readers.markup import Element

_CELL, _SECTION = "\x07", "\x0c"
_ENDS = re.compile("[\r\x07\x0c]")
# Properties that did not fit lie in the data stream: of a paragraph, of a table.
_ELSEWHERE = (0x6646, 0x646B)
_ELSEWHERE_BYTES = tuple(struct.pack("<H", code) for code in _ELSEWHERE)


class StoryWriter:
    """Writes stories into elements, in reading order."""

    def __init__(self, word: WordFile, text: Text) -> None:
        """Read the tables of properties once."""
        self._word = word
        self._text = text
        self._paragraphs = paragraph_runs(word)
        self._characters = character_runs(word)
        self._section_ends = _section_ends(word)
        self.signs = Signs(word, self.write)

    def story(self, name: str, story: Story, start: int = 0, end: int | None = None) -> Element:
        """Return a story, or the part of it from start to end, in a new element."""
        first, last = self._word.stories[story]
        node = root(name)
        self.write(node, first + start, last if end is None else min(first + end, last))
        return node

    def write(self, container: Element, start: int, end: int) -> None:
        """Add the paragraphs and tables between two places to an element."""
        tables: list[TableBuilder] = []
        for begin, place in self._paragraph_ends(start, end):
            self._paragraph(container, tables, begin, place)
        _close(tables, 0)

    def _paragraph_ends(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield first character and closing sign of each paragraph; without a sign, the end."""
        begin = start
        for match in _ENDS.finditer(self._text.units, start, end):
            if match[0] != _SECTION or match.end() in self._section_ends:
                yield begin, match.start()
                begin = match.end()
        if begin < end:
            yield begin, end

    def _paragraph(self, container: Element, tables: list[TableBuilder], begin: int, place: int) -> None:
        properties = self._properties(place)
        form = paragraph_format(properties[2:])
        is_cell_end = self._text.units[place : place + 1] == _CELL
        depth = max(form.depth, int(is_cell_end))
        _enter(tables, depth, container)
        is_deleted = self._character(place).deleted
        if form.ends_row and tables:
            tables[-1].end_row(row_shape(properties[2:]), deleted=is_deleted)
            return
        node = add(tables[-1].cell if tables else container, "p")
        stated = add(node, "pPr")
        add(stated, "pStyle", number(properties[:2]))
        form.write(stated)
        if is_deleted:
            add(add(stated, "rPr"), "del")
        self._runs(node, begin, place)
        if tables and (form.ends_cell or (is_cell_end and depth == 1)):
            tables[-1].end_cell()

    def _properties(self, place: int) -> bytes:
        """Return style index and modifiers of the paragraph that ends at a place."""
        found = self._text.properties(self._paragraphs, place)
        if any(code in found for code in _ELSEWHERE_BYTES):
            operands = dict(modifiers(found[2:]))
            for code in _ELSEWHERE:
                if code in operands:
                    found += _counted(self._word.data, number(operands[code]))
        return found

    def _character(self, place: int) -> CharacterFormat:
        return character_format(self._text.properties(self._characters, place))

    def _runs(self, paragraph: Element, start: int, end: int) -> None:
        for begin, stop, properties in self._text.stretches(self._characters, start, end):
            form = character_format(properties)
            run = add(add(paragraph, "del") if form.deleted else paragraph, "r")
            form.write(add(run, "rPr"))
            self.signs.write(run, self._text.units[begin:stop], begin, form)


def _enter(tables: list[TableBuilder], depth: int, container: Element) -> None:
    """Close the tables that end here and open those that begin, each in the open cell of the one around it."""
    _close(tables, depth)
    while len(tables) < depth:
        inner = TableBuilder()
        (tables[-1].cell if tables else container).append(inner.node)
        tables.append(inner)


def _close(tables: list[TableBuilder], depth: int) -> None:
    while len(tables) > depth:
        tables.pop().close()


def _section_ends(word: WordFile) -> frozenset[int]:
    table = word.region(Region.SECTIONS)
    count = max(0, (len(table) - 4) // 16)
    return frozenset(struct.unpack_from(f"<{count + 1}I", table)) if count else frozenset()


def _counted(data: bytes, at: int) -> bytes:
    """Return bytes that are preceded by their number."""
    return data[at + 2 : at + 2 + int.from_bytes(data[at : at + 2], "little")]
