"""Names and shapes of WordprocessingML (ISO/IEC 29500-1, 17): tags, values, members behind transparent wrappers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.readers.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

P, R, T, TBL, TR, TC = (W + name for name in ("p", "r", "t", "tbl", "tr", "tc"))
SDT = W + "sdt"
TEXT_BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"
# Elements that only group what they hold. ins and moveTo hold text that stands; hyperlink and fldSimple their result.
WRAPPERS = frozenset(
    {
        W + name
        for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
    }
    | {SDT, MC + "Choice", MC + "Fallback"}
)
DELETED = frozenset({W + "del", W + "moveFrom"})
_OFF = frozenset({"0", "false", "off", "none"})


def value(node: Element | None, path: str) -> str | None:
    """Return w:val of the child at a path of local names, or None."""
    child = find(node, path)
    return None if child is None else child.get(W + "val")


def find(node: Element | None, path: str) -> Element | None:
    """Return the first element at a path of local names such as pPr/numPr, or None."""
    # Most is asked of properties that are not there.
    if node is None:
        return None
    for name in path.split("/"):
        node = next(node.iterchildren(W + name), None)
        if node is None:
            return None
    return node


def number(text: str | None, default: int = 0) -> int:
    """Return an attribute as an integer; what is no number counts as the default."""
    try:
        return int(text) if text else default
    except ValueError:
        return default


def switch(node: Element | None, name: str) -> bool | None:
    """Return whether an on/off property is on, or None where it is not stated."""
    child = find(node, name)
    return None if child is None else (child.get(W + "val") or "1").lower() not in _OFF


def members(node: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Yield the wanted elements of a container in order, through content controls and insertions."""
    for child in node:
        if child.tag in wanted:
            yield child
        elif child.tag == ALTERNATE:
            yield from members(branch(child), wanted)
        elif child.tag in WRAPPERS:
            yield from members(child, wanted)


def branch(alternate: Element) -> Element:
    """Return the one branch of mc:AlternateContent that is read: the first that holds text, else the last."""
    branches = list(alternate)
    for candidate in branches:
        if next(candidate.iter(T, TEXT_BOX), None) is not None:
            return candidate
    return branches[-1] if branches else alternate
