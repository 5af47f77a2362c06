"""The few style properties that matter for reading, inherited along basedOn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.readers.docx_xml import W, find, switch, value

if TYPE_CHECKING:
    from planalign.readers.markup import Element


class Style(NamedTuple):
    """A style with what it inherits."""

    name: str = ""
    justification: str = ""
    num_id: str | None = None
    level: str | None = None
    numbered_by: str = ""
    """Id of the style that states the number: levels are tied to it by pStyle."""
    hidden: bool = False


class Styles:
    """The styles of a document, resolved on first use."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of styles.xml."""
        nodes = [] if root is None else root.findall(W + "style")
        self._nodes = {node.get(W + "styleId", ""): node for node in nodes}
        self._resolved: dict[str, Style] = {}
        self._default = next((key for key, node in self._nodes.items() if _is_default_paragraph(node)), "")

    def paragraph(self, properties: Element | None) -> Style:
        """Return the style of a paragraph with these properties."""
        return self.get(value(properties, "pStyle") or self._default)

    def get(self, key: str) -> Style:
        """Return a style by its id; an unknown id gives a style without properties."""
        chain: list[str] = []
        while key in self._nodes and key not in self._resolved and key not in chain:
            chain.append(key)
            key = value(self._nodes[key], "basedOn") or ""
        style = self._resolved.get(key, Style())
        for each in reversed(chain):
            style = self._resolved[each] = _derive(style, each, self._nodes[each])
        return style


def _is_default_paragraph(node: Element) -> bool:
    return node.get(W + "type") == "paragraph" and node.get(W + "default") in {"1", "true", "on"}


def _derive(base: Style, key: str, node: Element) -> Style:
    numbering = find(node, "pPr/numPr")
    style = base._replace(
        name=value(node, "name") or key,
        justification=value(node, "pPr/jc") or base.justification,
        hidden=_or(switch(find(node, "rPr"), "vanish"), base.hidden),
    )
    if numbering is None:
        return style
    return style._replace(
        num_id=value(numbering, "numId") or base.num_id,
        level=value(numbering, "ilvl") or base.level,
        numbered_by=key,
    )


def _or(stated: bool | None, inherited: bool) -> bool:
    return inherited if stated is None else stated
