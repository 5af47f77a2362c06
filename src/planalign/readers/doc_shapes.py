"""Drawn objects of a Word 97–2003 file: which text boxes hang on which anchor ([MS-ODRAW], [MS-DOC] 2.8.37, 2.8.32)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from planalign.readers.doc_file import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.readers.doc_file import WordFile

_HEADER = 8
_DRAWING, _GROUP, _SHAPE, _IDENTITY, _OPTIONS = 0xF002, 0xF003, 0xF004, 0xF00A, 0xF00B
_PICTURE_FRAME = 75
_WORD_ART_TEXT = 0x00C0
_COMPLEX = 0x8000
# Groups inside groups deeper than this are an error in the file.
_DEEPEST = 32
_ANCHOR_SIZE, _BOX_SIZE = 26, 22


@dataclass(slots=True)
class Shape:
    """One drawn object on the page, with everything that is grouped in it."""

    members: list[int] = field(default_factory=list)
    """Identities; the first is that of the anchor."""
    words: list[str] = field(default_factory=list)
    """Texts of WordArt."""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a drawn object hangs in the text."""

    shape: int
    width: int
    """In twentieths of a point."""
    height: int


def anchors(word: WordFile) -> dict[int, Anchor]:
    """Return the anchors by their place in the body."""
    table = word.region(Region.ANCHORS)
    count = max(0, (len(table) - 4) // (4 + _ANCHOR_SIZE))
    places = struct.unpack_from(f"<{count}I", table)
    found = {}
    for index, place in enumerate(places):
        identity, left, top, right, bottom = struct.unpack_from("<5i", table, 4 * (count + 1) + _ANCHOR_SIZE * index)
        found[place] = Anchor(identity, right - left, bottom - top)
    return found


def boxes(word: WordFile) -> dict[int, tuple[int, int]]:
    """Return begin and end of each text box inside the story of text boxes, by the identity of its shape."""
    table = word.region(Region.TEXT_BOXES)
    count = max(0, (len(table) - 4) // (4 + _BOX_SIZE))
    stated = struct.unpack_from(f"<{count + 1}I", table) if count else (0,)
    # No place is before the last one, so that no two boxes share a text; the last entry is the end of the story.
    places = list(accumulate(stated, max))
    return {
        struct.unpack_from("<i", table, 4 * (count + 1) + _BOX_SIZE * index + 14)[0]: (places[index], places[index + 1])
        for index in range(count - 1)
    }


def shapes(word: WordFile) -> dict[int, Shape]:
    """Return the drawn objects by the identity of their anchor."""
    found: dict[int, Shape] = {}
    for kind, _, content in _records(word.region(Region.DRAWINGS), gap=1):
        if kind == _DRAWING:
            for top in _objects(content):
                if top.members:
                    found[top.members[0]] = top
    return found


def _objects(drawing: bytes) -> Iterator[Shape]:
    """Yield the objects of a drawing: all shapes lie in one group that is the page."""
    for kind, _, page in _records(drawing):
        if kind != _GROUP:
            continue
        for part, instance, content in _records(page):
            if part in (_GROUP, _SHAPE):
                shape = Shape()
                _collect(part, instance, content, shape)
                yield shape


def _collect(kind: int, instance: int, content: bytes, shape: Shape) -> None:
    """Add a record and, level by level, what it holds to a shape."""
    level = [(kind, instance, content)]
    for _ in range(_DEEPEST):
        deeper: list[tuple[int, int, bytes]] = []
        for part, number, inside in level:
            if part in (_GROUP, _SHAPE):
                deeper.extend(_records(inside))
            elif part == _IDENTITY:
                shape.members.append(struct.unpack_from("<i", inside)[0])
                shape.picture = shape.picture or number == _PICTURE_FRAME
            elif part == _OPTIONS:
                shape.words.extend(_word_art(inside, number))
        level = deeper


def _word_art(options: bytes, count: int) -> Iterator[str]:
    """Yield the text of WordArt; long values follow the table of options in its order."""
    at = 6 * count
    for index in range(count):
        code, size = struct.unpack_from("<HI", options, 6 * index)
        if code & _COMPLEX:
            if code & 0x3FFF == _WORD_ART_TEXT:
                yield options[at : at + size].decode("utf-16-le", "replace").rstrip("\0")
            at += size


def _records(data: bytes, gap: int = 0) -> Iterator[tuple[int, int, bytes]]:
    """Yield kind, instance and content of the records that follow one another; after the first, gap bytes apart."""
    at = 0
    while at + _HEADER <= len(data):
        version, kind, size = struct.unpack_from("<HHI", data, at)
        yield kind, version >> 4, data[at + _HEADER : at + _HEADER + size]
        at += _HEADER + size + gap
