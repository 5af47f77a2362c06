"""Word 97–2003 and WPS documents (.doc, .wps): turned into the elements of a .docx and read as one."""

from __future__ import annotations

import struct
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.doc_file import CUT_OFF, OldWordError, Region, Story, open_word_file
from planalign.readers.doc_numbering import numbering
from planalign.readers.doc_pieces import read_text
from planalign.readers.doc_story import StoryWriter
from planalign.readers.doc_styles import styles
from planalign.readers.docx import read_docx, read_parts
from planalign.readers.docx_package import Parts
from planalign.readers.libreoffice import to_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.config import Limits
    from planalign.readers.doc_file import WordFile
    from planalign.readers.markup import Element
    from planalign.readers.reading import Reading

# What reading beyond the end of a structure raises.
_BROKEN = (struct.error, IndexError, ReadError)
_SEPARATORS, _KINDS = 6, 6
_BESIDE = {"footnotes": Story.FOOTNOTES, "endnotes": Story.ENDNOTES, "comments": Story.COMMENTS}


def read_doc(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order, as read_docx does; LibreOffice converts older versions.

    Raises ReadError where the file is damaged, encrypted or without text, or LibreOffice is not allowed.
    """
    try:
        parts = _parts(open_word_file(data, limits))
    except OldWordError as error:
        return read_docx(to_docx(data, error.what, "doc", limits), limits)
    except (struct.error, IndexError) as error:
        raise ReadError(english("the Word document is damaged: a part of it is missing"), hint=CUT_OFF) from error
    return read_parts(parts, limits)


def _parts(word: WordFile) -> Parts:
    writer = StoryWriter(word, read_text(word))
    body = writer.story("body", Story.BODY)
    writer.signs.rest(body)
    beside: dict[str, list[Element]] = {}
    damaged = []
    for name, read in _RULES.items():
        try:
            beside[name] = [read(word)]
        except _BROKEN:
            damaged.append(name)
    for name, node in _around(word, writer):
        beside.setdefault(name, []).append(node)
    return Parts(body, beside, tuple(damaged))


def _around(word: WordFile, writer: StoryWriter) -> Iterator[tuple[str, Element]]:
    """Yield headers, footers, notes and comments."""
    table = word.region(Region.HEADERS)
    places = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
    # No place is before the last one, or a damaged table would repeat a text without end.
    # First come the separators of notes, then six headers and footers for each section: the third and fourth of
    # them and the last stand below the page.
    for index, (start, end) in enumerate(pairwise(accumulate(places, max))):
        kind = "footer" if (index - _SEPARATORS) % _KINDS in (2, 3, 5) else "header"
        if index >= _SEPARATORS and start < end:
            yield kind, writer.story(kind, Story.HEADERS, start, end)
    yield "header", writer.story("header", Story.HEADER_BOXES)
    for name, story in _BESIDE.items():
        yield name, writer.story(name, story)


_RULES: dict[str, Callable[[WordFile], Element]] = {"styles": styles, "numbering": numbering}
