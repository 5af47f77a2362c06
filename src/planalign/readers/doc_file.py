"""A Word 97–2003 file: its OLE streams and the File Information Block that says what lies where ([MS-DOC] 2.5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from io import BytesIO
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import olefile

from planalign.errors import ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.config import Limits

CUT_OFF = english("the file was probably cut off on its way: fetch it again, or open it and save it anew")
_SAVE_AS = english("save it as .docx or PDF and read that")
_WORD_97, _OLDER = 0xA5EC, (0xA5DB, 0xA5DC)
_FIRST_NFIB = 0xC0
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200


class OldWordError(ReadError):
    """The file is of a version before Word 97, which is built otherwise."""


class Region(IntEnum):
    """Structures in the table stream, by their place in FibRgFcLcb97."""

    STYLES = 1
    SECTIONS = 6
    HEADERS = 11
    CHARACTERS = 12
    PARAGRAPHS = 13
    FONTS = 15
    PIECES = 33
    ANCHORS = 40
    DRAWINGS = 50
    TEXT_BOXES = 56
    LISTS = 73
    LIST_USES = 74


class Story(IntEnum):
    """The texts of a file, in the order in which they follow one another."""

    BODY = 0
    FOOTNOTES = 1
    HEADERS = 2
    MACROS = 3
    COMMENTS = 4
    ENDNOTES = 5
    TEXT_BOXES = 6
    HEADER_BOXES = 7


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams of a file and the places of its structures."""

    main: bytes
    table: bytes
    data: bytes
    places: tuple[tuple[int, int], ...]
    """Offset in the table stream and size of each region."""
    stories: tuple[tuple[int, int], ...]
    """First and last-but-one character of each story."""

    def region(self, region: Region) -> bytes:
        """Return the bytes of a structure, empty where the file has none.

        Raises ReadError where it lies outside the stream.
        """
        return self.onwards(region)[: self.places[region][1]] if region < len(self.places) else b""

    def onwards(self, region: Region) -> bytes:
        """Return everything from the begin of a structure: some are longer than they state.

        Raises ReadError where it lies outside the stream.
        """
        offset, size = self.places[region] if region < len(self.places) else (0, 0)
        if offset + size > len(self.table):
            raise ReadError(english("the Word document is damaged: a part of it is missing"), hint=CUT_OFF)
        return self.table[offset:] if size else b""


def open_word_file(data: bytes, limits: Limits) -> WordFile:
    """Return the streams of a Word 97–2003 file.

    Raises ReadError where it is damaged, encrypted or holds no Word document, OldWordError where it is older.
    """
    streams = _streams(data)
    main = streams.get("WordDocument", b"")
    if len(main) < 34:
        raise ReadError(english("the Word document is damaged: it has no readable main part"), hint=CUT_OFF)
    ident, version = struct.unpack_from("<HH", main)
    if ident in _OLDER or (ident == _WORD_97 and version < _FIRST_NFIB):
        raise OldWordError(english("this is a Word 6 or Word 95 document"), hint=_SAVE_AS)
    (flags,) = struct.unpack_from("<H", main, 10)
    if flags & _ENCRYPTED:
        raise ReadError(
            english("this Office document is encrypted"),
            hint=english("open it with its password and save it without one"),
        )
    table = streams.get("1Table" if flags & _SECOND_TABLE else "0Table", b"")
    if ident != _WORD_97 or not table:
        raise ReadError(english("the Word document is damaged: it has no readable main part"), hint=CUT_OFF)
    stories, places = _contents(main, limits)
    return WordFile(main, table, streams.get("Data", b""), places, stories)


def _streams(data: bytes) -> dict[str, bytes]:
    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            names = [name for name in ("WordDocument", "0Table", "1Table", "Data") if ole.exists(name)]
            if "WordDocument" not in names:
                raise ReadError(english("this is an old Office file (OLE)"), hint=_SAVE_AS)
            return {name: ole.openstream(name).read() for name in names}
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise ReadError(english("the Word document is damaged: a part of it is missing"), hint=CUT_OFF) from error


def _contents(main: bytes, limits: Limits) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Return the bounds of the stories and the places of the regions; the three tables before state their sizes."""
    (words,) = struct.unpack_from("<H", main, 32)
    longs_at = 34 + 2 * words
    (longs,) = struct.unpack_from("<H", main, longs_at)
    lengths = struct.unpack_from("<8i", main, longs_at + 2 + 12)
    pairs_at = longs_at + 2 + 4 * longs
    (pairs,) = struct.unpack_from("<H", main, pairs_at)
    numbers = struct.unpack_from(f"<{2 * pairs}I", main, pairs_at + 2)
    if min(lengths) < 0 or 2 * sum(lengths) > limits.max_entry:
        raise ReadError(english("the Word document is damaged: it states an impossible length"), hint=CUT_OFF)
    return tuple(pairwise(accumulate(lengths, initial=0))), tuple(zip(numbers[::2], numbers[1::2], strict=True))
