"""XML from files that nobody vouches for, and the element type of lxml under a public name."""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the class

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)


def root_of(blob: bytes) -> Element | None:
    """Return the root of an XML document; None where it is not well-formed. Nothing outside of it is read."""
    try:
        return etree.fromstring(blob, _PARSER)
    except etree.XMLSyntaxError:
        return None
