"""What the characters of a Word 97–2003 file stand for: signs, fields, pictures, drawn objects ([MS-DOC] 2.4.1)."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from planalign.readers.doc_file import Region, Story
from planalign.readers.doc_shapes import Shape, anchors, boxes, shapes
from planalign.readers.word_markup import add, add_picture, add_text, add_word_art, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.readers.doc_file import WordFile
    from planalign.readers.doc_format import CharacterFormat
    from planalign.readers.markup import Element

_CONTROL = re.compile("([\x00-\x1f])")
_NAMES = {"\t": "tab", "\v": "br", "\f": "br", "\x0e": "br", "\x1e": "noBreakHyphen", "\x1f": "softHyphen"}
_FIELDS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_PICTURE, _DRAWN = "\x01", "\x08"
_FONT_NAME = 40


class Signs:
    """Writes the characters of runs; each text box is written once, where it is anchored."""

    def __init__(self, word: WordFile, write_story: Callable[[Element, int, int], None]) -> None:
        """Read what hangs on anchors; write_story adds a stretch of text to an element."""
        self._data = word.data
        self._fonts = _fonts(word.region(Region.FONTS))
        self._write_story = write_story
        self._anchors = anchors(word)
        self._shapes = shapes(word)
        first = word.stories[Story.TEXT_BOXES][0]
        self._boxes = {key: (first + begin, first + end) for key, (begin, end) in boxes(word).items()}

    def write(self, run: Element, units: str, place: int, form: CharacterFormat) -> None:
        """Add the characters of a run that begins at a place."""
        if form.symbol is not None and form.special:
            self._symbols(run, len(units), form.symbol)
            return
        for part in _CONTROL.split(units):
            if part in _NAMES:
                add(run, _NAMES[part])
            elif part in _FIELDS:
                mark(add(run, "fldChar"), "fldCharType", _FIELDS[part])
            elif part == _DRAWN:
                self._drawn(run, place)
            elif part == _PICTURE:
                self._picture(run, form)
            elif part and not _CONTROL.match(part):
                add_text(run, part)
            place += len(part)

    def rest(self, container: Element) -> None:
        """Add the text boxes that hang on no anchor."""
        for key in list(self._boxes):
            self._box(container, key)

    def _symbols(self, run: Element, count: int, symbol: bytes) -> None:
        font, code = struct.unpack("<HH", symbol)
        for _ in range(count):
            node = add(run, "sym")
            mark(node, "font", self._fonts[font] if font < len(self._fonts) else "")
            mark(node, "char", f"{code:04X}")

    def _drawn(self, run: Element, place: int) -> None:
        anchor = self._anchors.get(place)
        if anchor is None:
            return
        shape = self._shapes.get(anchor.shape) or Shape([anchor.shape])
        for words in shape.words:
            add_word_art(add(run, "pict"), words)
        for member in shape.members:
            self._box(add(run, "pict"), member)
        if shape.picture:
            add_picture(run, anchor.width, anchor.height)

    def _box(self, container: Element, key: int) -> None:
        begin, end = self._boxes.pop(key, (0, 0))
        if begin < end:
            self._write_story(add(container, "txbxContent"), begin, end)

    def _picture(self, run: Element, form: CharacterFormat) -> None:
        if form.embedded:
            add(run, "object")
        elif form.picture is not None and form.picture + 36 <= len(self._data):
            # Size as drawn, and its scale in thousandths ([MS-DOC] 2.9.190, 2.9.192).
            width, height, across, down = struct.unpack_from("<hhHH", self._data, form.picture + 28)
            add_picture(run, width * across // 1000, height * down // 1000)


def _fonts(table: bytes) -> list[str]:
    """Return the names of the fonts by their index."""
    found, at = [], 4
    while at < len(table):
        name = table[at + _FONT_NAME : at + 1 + table[at]].decode("utf-16-le", "replace")
        found.append(name.partition("\0")[0])
        at += 1 + table[at]
    return found
