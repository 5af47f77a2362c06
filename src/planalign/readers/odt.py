"""OpenDocument texts (.odt): turned into the elements of a .docx and read as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.readers.docx import read_parts
from planalign.readers.docx_package import Parts
from planalign.readers.odt_package import STYLE, open_document
from planalign.readers.odt_story import OdtStory
from planalign.readers.word_markup import root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.readers.markup import Element
    from planalign.readers.odt_package import OpenDocument
    from planalign.readers.reading import Reading


def read_odt(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order, as read_docx does.

    Raises ReadError where the package is damaged, encrypted, too large or without text.
    """
    document = open_document(data, limits)
    story = OdtStory(document, limits)
    body = root("body")
    story.write(document.body, body)
    beside = {kind: list(_around(document, story, kind)) for kind in ("header", "footer")}
    beside |= {"footnotes": _written(story, story.text.notes), "comments": _written(story, story.text.comments)}
    beside |= {"styles": [story.styles.write()], "numbering": [story.lists.node]}
    return read_parts(Parts(body, beside), limits)


def _around(document: OpenDocument, story: OdtStory, kind: str) -> Iterator[Element]:
    """Yield headers or footers: of all pages, of left ones and of the first."""
    for node in document.styles.iter() if document.styles is not None else ():
        if isinstance(node.tag, str) and node.tag.startswith(STYLE + kind) and node.tag != f"{STYLE}{kind}-style":
            target = root(kind)
            story.write(node, target)
            yield target


def _written(story: OdtStory, sources: list[Element]) -> list[Element]:
    target = root("notes")
    for source in sources:
        story.write(source, target)
    return [target]
