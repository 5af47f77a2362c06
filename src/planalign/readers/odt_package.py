"""Opens an OpenDocument text: its content and its styles (ISO/IEC 26300-3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.markup import root_of
from planalign.readers.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.readers.markup import Element

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE = (_SPACE % name for name in ("office", "text", "table", "style"))
DRAW, FO, SVG = (_SPACE % name for name in ("drawing", "xsl-fo-compatible", "svg-compatible"))
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """The parts of an OpenDocument text that are read."""

    body: Element
    """The text."""
    content: Element
    """The whole part that holds the text."""
    styles: Element | None

    def styling(self) -> Iterator[Element]:
        """Yield what styles are defined: named and automatic ones, those of the content last."""
        parts = [self.content] if self.styles is None else [self.styles, self.content]
        for part in parts:
            for group in ("styles", "automatic-styles"):
                yield from part.iterfind(f"{OFFICE}{group}/*")


def open_document(data: bytes, limits: Limits) -> OpenDocument:
    """Return the parts of an OpenDocument text.

    Raises ReadError where the package is damaged, encrypted, too large or without content.
    """
    package = open_package(data, limits)
    names = package.names
    if "META-INF/manifest.xml" in names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise ReadError(
            english("this OpenDocument text is encrypted"),
            hint=english("open it with its password and save it without one"),
        )
    content = root_of(package.read("content.xml")) if "content.xml" in names else None
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise ReadError(
            english("the OpenDocument text is damaged: it has no readable content"),
            hint=english("open it and save it anew"),
        )
    return OpenDocument(body, content, root_of(package.read("styles.xml")) if "styles.xml" in names else None)
