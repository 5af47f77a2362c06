"""Builds WordprocessingML, so that other word-processor files go through the reader of .docx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from planalign.readers.docx_xml import W

if TYPE_CHECKING:
    from planalign.readers.markup import Element

_TWIP = 635
"""One twentieth of a point in the unit of drawings."""
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
# What XML cannot hold: control characters and halves of characters that stand alone.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def root(name: str) -> Element:
    """Return a new element without a parent."""
    return etree.Element(W + name)


def add(parent: Element, name: str, value: str | int | None = None) -> Element:
    """Append a child by its local name, with w:val where a value is given, and return it."""
    child = etree.SubElement(parent, W + name)
    if value is not None:
        child.set(W + "val", fit(str(value)))
    return child


def mark(node: Element, name: str, value: str | int) -> None:
    """Set an attribute by its local name."""
    node.set(W + name, fit(str(value)))


def fit(text: str) -> str:
    """Return text with joined halves of UTF-16 and without what XML cannot hold."""
    if not _UNFIT.search(text):
        return text
    return _UNFIT.sub("", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def add_text(run: Element, text: str) -> None:
    """Append a w:t that keeps its blanks."""
    node = add(run, "t")
    node.set(_XML_SPACE, "preserve")
    node.text = fit(text)


def add_picture(run: Element, width: int, height: int) -> None:
    """Append a picture of a size in twentieths of a point."""
    drawing = add(run, "drawing")
    extent = etree.SubElement(drawing, _EXTENT)
    extent.set("cx", str(width * _TWIP))
    extent.set("cy", str(height * _TWIP))
    etree.SubElement(drawing, _PICTURE)


def add_word_art(picture: Element, text: str) -> None:
    """Append the text of WordArt."""
    etree.SubElement(picture, _TEXT_PATH).set("string", fit(text))
