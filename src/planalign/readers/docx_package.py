"""Opens a DOCX package: its main part and the parts beside it that hold text or rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from planalign.errors import ReadError
from planalign.readers.docx_repair import repaired
from planalign.readers.package import open_package

if TYPE_CHECKING:
    from docx.document import Document as OpenedDocument

    from planalign.config import Limits
    from planalign.readers.markup import Element

_HINT = "open it, save it anew as .docx and read that"
# What python-docx throws over relationships that lead nowhere, wrong content types and malformed parts.
_BROKEN = (KeyError, ValueError, AttributeError, AssertionError, SyntaxError, OpcError)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a document by what they are; a part that is missing is None or empty."""

    body: Element
    beside: dict[str, list[Element]] = field(default_factory=dict)
    """Roots of the related parts by the last word of their relationship type, in order of their names."""
    damaged: tuple[str, ...] = ()
    """Names of related parts that are not well-formed."""

    def first(self, kind: str) -> Element | None:
        """Return the only part of a kind, or None."""
        return next(iter(self.beside.get(kind, ())), None)


def open_parts(data: bytes, limits: Limits) -> Parts:
    """Return the parts of a DOCX file.

    Raises ReadError where the package is damaged, too large or without a document.
    """
    package = open_package(data, limits)
    package.check_members()
    document = _open(data)
    damaged: tuple[str, ...] = ()
    if document is None:
        copy, damaged = repaired(package)
        document = _open(copy)
    if document is None or document.element.body is None:
        raise ReadError("the Word document is damaged: it has no readable main part", hint=_HINT)
    return Parts(document.element.body, _related(document), damaged)


def _open(data: bytes) -> OpenedDocument | None:
    try:
        return docx.Document(BytesIO(data))
    except _BROKEN:
        return None


def _related(document: OpenedDocument) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    relations = [relation for relation in document.part.rels.values() if not relation.is_external]
    for relation in sorted(relations, key=lambda each: str(each.target_part.partname)):
        kind = (relation.reltype or "").rsplit("/", 1)[-1]
        if kind in {"styles", "numbering", "header", "footer", "footnotes", "endnotes", "comments"}:
            root = _root(relation.target_part)
            found.setdefault(kind, []).extend([] if root is None else [root])
    return found


def _root(part: object) -> Element | None:
    """Return the root element of a part that python-docx parsed, or that it keeps as bytes."""
    element: Element | None = getattr(part, "element", None)
    if element is not None:
        return element
    try:
        return etree.fromstring(getattr(part, "blob", b""), _PARSER)
    except etree.XMLSyntaxError:
        return None
