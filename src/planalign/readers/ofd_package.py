"""The parts of an OFD package: found by the locations that other parts name, read as XML without names of spaces.

Real files name parts with wrong case, back slashes or paths from the wrong folder, use several name spaces or none, and
declare GB2312 for what is GB18030. GB/T 33190 clause 7 says how locations are meant.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.readers.markup import Element
    from planalign.readers.package import Package

_CHINESE = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["'](?:gb2312|gbk|cp936)["']""", re.IGNORECASE)
_DAMAGED = english("fetch it again, or open it in an OFD program and save it as PDF")


@dataclass(slots=True)
class Parts:
    """The parts of a package by their names in lower case."""

    package: Package
    names: dict[str, str]
    most: int
    """Bytes that may be read in all; parts that others use again and again count each time."""
    broken: set[str] = field(default_factory=set)
    """Parts that are no proper XML and were read as far as they make sense."""
    taken: int = 0
    """Bytes read so far."""

    def find(self, base: str, location: str | None) -> str | None:
        """Return the name of the part that a location written in `base` means; None where there is none."""
        plain = (location or "").strip().replace("\\", "/")
        if not plain:
            return None
        beside = posixpath.join(posixpath.dirname(base), plain)
        for candidate in (beside, plain):
            name = self.names.get(posixpath.normpath(candidate).lstrip("/").casefold())
            if name is not None:
                return name
        return None

    def xml(self, name: str) -> Element:
        """Return the root of a part.

        Raises ReadError where it holds no XML at all, or where far more was read than the package holds.
        """
        blob = self.package.read(name)
        self.taken += len(blob)
        if self.taken > self.most:
            raise ReadError(english("the parts of this OFD use one another too often"), hint=_DAMAGED)
        encoding = "gb18030" if _CHINESE.match(blob) else None
        try:
            return etree.fromstring(blob, _parser(encoding, recover=False))
        except etree.XMLSyntaxError:
            return self._recovered(name, blob, encoding)

    def _recovered(self, name: str, blob: bytes, encoding: str | None) -> Element:
        parser = _parser(encoding, recover=True)
        root = etree.fromstring(blob, parser)
        if root is None:
            raise ReadError(english("the part {name} is damaged", name=name), hint=_DAMAGED)
        # An undeclared prefix is a mere slip; anything else may have cost text.
        if any(entry.domain != etree.ErrorDomains.NAMESPACE for entry in parser.error_log):
            self.broken.add(name)
        return root


def open_parts(data: bytes, limits: Limits) -> Parts:
    """Return the parts of a package that keeps the limits.

    Raises ReadError where it is damaged, encrypted or too large.
    """
    package = open_package(data, limits)
    names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in package.names}
    return Parts(package, names, limits.max_unpacked)


def _parser(encoding: str | None, *, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def local(element: Element) -> str:
    """Return the name of an element without name space or prefix."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of a name."""
    return (child for child in element if local(child) == name) if element is not None else iter(())


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element on a path of names; None where it is missing."""
    for name in path:
        element = next(children(element, name), None)
    return element


def text_of(element: Element | None, *path: str) -> str | None:
    """Return the text of the first element on a path of names."""
    found = child(element, *path)
    return found.text if found is not None else None
