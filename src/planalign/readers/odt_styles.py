"""The styles of an OpenDocument text as w:styles; names become numbers, since paragraphs and characters share them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.readers.odt_package import FO, STYLE, TEXT
from planalign.readers.word_markup import add, mark, root

if TYPE_CHECKING:
    from planalign.readers.markup import Element
    from planalign.readers.odt_package import OpenDocument

_JUSTIFICATIONS = {"center": "center", "end": "right", "right": "right", "justify": "both", "start": "left"}
_KINDS = {"paragraph": "paragraph", "text": "character"}


@dataclass(slots=True)
class OdtStyles:
    """The styles by family and name."""

    nodes: dict[tuple[str, str], Element] = field(default_factory=dict)

    def list_style(self, family: str, name: str) -> str:
        """Return the list style that a style names, or that it inherits; empty where there is none."""
        seen = set()
        while (family, name) in self.nodes and name not in seen:
            seen.add(name)
            node = self.nodes[family, name]
            stated = node.get(STYLE + "list-style-name")
            if stated is not None:
                return stated
            name = node.get(STYLE + "parent-style-name") or ""
        return ""

    def write(self) -> Element:
        """Return the styles of paragraphs and characters."""
        found = root("styles")
        for (family, name), style in self.nodes.items():
            if family in _KINDS:
                node = add(found, "style")
                mark(node, "styleId", f"{family} {name}")
                mark(node, "type", _KINDS[family])
                add(node, "name", name)
                if style.get(STYLE + "parent-style-name"):
                    add(node, "basedOn", f"{family} {style.get(STYLE + 'parent-style-name')}")
                _properties(node, style)
        return found


def read_styles(document: OpenDocument) -> OdtStyles:
    """Return the styles of both parts; those of the content go before automatic ones of headers."""
    styles = OdtStyles()
    for node in document.styling():
        if node.tag == STYLE + "style":
            styles.nodes[node.get(STYLE + "family") or "", node.get(STYLE + "name") or ""] = node
    return styles


def _properties(node: Element, style: Element) -> None:
    for each in style.iterfind(STYLE + "paragraph-properties"):
        justification = _JUSTIFICATIONS.get(each.get(FO + "text-align") or "")
        if justification:
            add(add(node, "pPr"), "jc", justification)
    for each in style.iterfind(STYLE + "text-properties"):
        display = each.get(TEXT + "display")
        if display:
            add(add(node, "rPr"), "vanish", int(display == "none"))
