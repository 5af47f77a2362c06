"""A Word file: the package around the body, its template, and the bytes, which are the same for the same body."""

from __future__ import annotations

import io
import zipfile
from importlib.resources import files
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer.xml": "footer.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""The parts of the package and the files of the template; python-docx's own has Japanese fonts and 800 KB of styles."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every part: no clock. Earlier ones a zip cannot hold."""


def word_file(body: Iterable[BaseOxmlElement], *, title: str, header: str, language: str) -> bytes:
    """Return a Word file with this body; `header` stands at the head of every page."""
    document = docx.Document(_template())
    section = document.sections[0]
    # What is put before the properties of the section is the body.
    for element in body:
        document.element.body.insert_element_before(element, "w:sectPr")
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = header
    document.core_properties.title = title
    document.core_properties.language = language
    return _dateless(document)


def _template() -> io.BytesIO:
    folder = files("planalign.report").joinpath("docx_template")
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as parts:
        for name, file in _PARTS.items():
            parts.writestr(name, folder.joinpath(file).read_bytes())
    package.seek(0)
    return package


def _dateless(document: Document) -> bytes:
    """Save the document, each part with the same date and in the order of its name, the list of types first."""
    saved, written = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(written, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            # The system that packs a file leaves its mark in it otherwise.
            entry.create_system = 0
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
