"""A copy of a DOCX package that can be opened: relationships that lead nowhere are dropped, types set right."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from planalign.errors import ReadError

if TYPE_CHECKING:
    from planalign.readers.markup import Element
    from planalign.readers.package import Package

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The strict flavour of the format differs by its namespaces only, as far as text goes.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),
    (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"),
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
)


def repaired(package: Package) -> tuple[bytes, tuple[str, ...]]:
    """Return a copy of the package for opening, and the names of the parts that had to be left out.

    Raises ReadError where there is no main part.
    """
    parts = {name: _transitional(name, package.read(name)) for name in sorted(package.names) if not name.endswith("/")}
    damaged = tuple(name for name, blob in parts.items() if _is_xml(name) and not _well_formed(blob))
    kept = {name: blob for name, blob in parts.items() if name not in damaged}
    main = _main_part(kept)
    kept["[Content_Types].xml"] = _content_types(kept.get("[Content_Types].xml"), main)
    for name in [name for name in kept if name.endswith(".rels")]:
        kept[name] = _living(name, kept)
    kept["_rels/.rels"] = _package_relations(main)
    return _packed(kept), damaged


def _transitional(name: str, blob: bytes) -> bytes:
    if _is_xml(name) and b"http://purl.oclc.org/ooxml/" in blob:
        for strict, usual in _STRICT:
            blob = blob.replace(strict, usual)
    return blob


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _well_formed(blob: bytes) -> bool:
    return _parse(blob) is not None


def _parse(blob: bytes) -> Element | None:
    try:
        return etree.fromstring(blob, _PARSER)
    except etree.XMLSyntaxError:
        return None


def _main_part(parts: dict[str, bytes]) -> str:
    names = [target for target in _targets(parts.get("_rels/.rels"), "/officeDocument") if target in parts]
    names += [name for name in parts if re.fullmatch(r"word/document\d*\.xml", name)]
    if not names:
        raise ReadError("the Word document is damaged: it has no readable main part", hint="fetch it again")
    return names[0]


def _targets(relations: bytes | None, ending: str) -> list[str]:
    root = _parse(relations or b"")
    nodes = [] if root is None else list(root)
    return [node.get("Target", "").lstrip("/") for node in nodes if node.get("Type", "").endswith(ending)]


def _content_types(blob: bytes | None, main: str) -> bytes:
    root = _parse(blob or b"")
    if root is None:
        root = etree.Element(_CONTENT_TYPES + "Types")
    for node in [each for each in root if each.get("PartName") == f"/{main}"]:
        root.remove(node)
    etree.SubElement(root, _CONTENT_TYPES + "Override", PartName=f"/{main}", ContentType=_MAIN_TYPE)
    stated = {node.get("Extension", "").lower() for node in root}
    for extension in {"rels", "xml"} - stated:
        etree.SubElement(root, _CONTENT_TYPES + "Default", Extension=extension, ContentType="application/xml")
    return etree.tostring(root)


def _living(name: str, parts: dict[str, bytes]) -> bytes:
    """Return relationships without those whose target is not in the package, and without external ones."""
    root = etree.fromstring(parts[name], _PARSER)
    folder = posixpath.dirname(posixpath.dirname(name))
    for node in list(root):
        target = node.get("Target") or ""
        place = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        if place not in parts or not node.get("Id"):
            root.remove(node)
    return etree.tostring(root)


def _package_relations(main: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = etree.Element(f"{{{space}}}Relationships")
    etree.SubElement(root, f"{{{space}}}Relationship", Id="rId1", Type=f"{_RELATIONS}/officeDocument", Target=main)
    return etree.tostring(root)


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, blob in parts.items():
            archive.writestr(zipfile.ZipInfo(name), blob)
    return stream.getvalue()
