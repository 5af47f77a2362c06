"""Opens a DOCX package: its main part and the parts beside it that hold text or rules.

Opened here and not with python-docx, which takes a tenth of a cold comparison and refuses relationships that lead
nowhere, wrong content types and the strict flavour, all of which office programs write.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.docx_xml import W
from planalign.readers.markup import root_of
from planalign.readers.package import open_package

if TYPE_CHECKING:
    from planalign.config import Limits
    from planalign.readers.markup import Element
    from planalign.readers.package import Package

_KINDS = frozenset({"styles", "numbering", "header", "footer", "footnotes", "endnotes", "comments"})
_WANTED = _KINDS | {"officeDocument"}
# The strict flavour of the format differs by its namespaces only, as far as text goes.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_SPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (_STRICT, b"http://schemas.openxmlformats.org/"),
)


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
    package.check_markup()
    main = _main_part(package)
    root = _parse(package, main) if main else None
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise ReadError(
            english("the Word document is damaged: it has no readable main part"),
            hint=english("open it, save it anew as .docx and read that"),
        )
    beside: dict[str, list[Element]] = {}
    damaged = []
    for name, kind in sorted(_related(package, main).items()):
        part = _parse(package, name)
        if part is None:
            damaged.append(name)
        elif kind in _KINDS:
            beside.setdefault(kind, []).append(part)
    return Parts(body, beside, tuple(damaged))


def _main_part(package: Package) -> str:
    """Return the name of the main part by its relationship, else by its usual name; empty where there is none."""
    stated = [name for name, kind in _related(package, "").items() if kind == "officeDocument"]
    usual = [name for name in sorted(package.names) if re.fullmatch(r"word/document\d*\.xml", name)]
    return next(iter([*stated, *usual]), "")


def _related(package: Package, name: str) -> dict[str, str]:
    """Return the parts to which a part (or, without a name, the package) is related, with what they are to it.

    Its relationships are themselves a part; where they are damaged, they are all that is returned.
    """
    folder, file = posixpath.split(name)
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    if relations not in package.names:
        return {}
    root = _parse(package, relations)
    if root is None:
        return {relations: "relationships"}
    found = {_place(folder, node.get("Target", "")): node.get("Type", "").rsplit("/", 1)[-1] for node in root}
    return {place: kind for place, kind in found.items() if place in package.names and kind in _WANTED}


def _place(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def _parse(package: Package, name: str) -> Element | None:
    """Return the root of a part; None where it is not well-formed."""
    blob = package.read(name)
    if _STRICT in blob:
        for strict, usual in _STRICT_SPACES:
            blob = blob.replace(strict, usual)
    return root_of(blob)
