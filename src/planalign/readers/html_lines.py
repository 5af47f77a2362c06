"""A web page as a list of lines and tables in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lxml import etree

from planalign.readers.docx_numerals import format_number
from planalign.readers.html_tables import expand, is_data

if TYPE_CHECKING:
    from planalign.model.block import Cell
    from planalign.readers.markup import Element

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1"  # noqa: SIM905
    " h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
# What holds no text of a document, ever.
_SILENT = frozenset(
    [
        "applet",
        "audio",
        "base",
        "button",
        "canvas",
        "embed",
        "frame",
        "head",
        "iframe",
        "img",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "noscript",
        "object",
        "option",
        "rp",
        "rt",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_STRUCK = frozenset(("del", "s", "strike"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*(?:-webkit-)?center", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# A line end in the source between two Chinese characters is no space.
_CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_CHINESE_GAP = re.compile(rf"(?<={_CHINESE})[ \t]*[\r\n][ \t\r\n]*(?={_CHINESE})")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SHOWN = etree.XPath(".//text()[not(ancestor::script or ancestor::style)]")
_CUT = " \t\r\n\f\u00a0\u3000\u200b\ufeff"


@dataclass(slots=True)
class Line:
    """One line of text, or one data table, with what tells body from navigation."""

    owner: Element
    """The innermost block element around it."""
    text: str = ""
    label: str = ""
    linked: int = 0
    """Characters of its text that are links."""
    centred: bool = False
    heading: bool = False
    grid: list[list[Cell]] | None = None
    left_out: int = 0
    """Rows of the table that were left out because it is too large."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What a stretch of text inherits from the elements around it."""

    owner: Element
    linked: bool = False
    centred: bool = False
    heading: bool = False
    raised: bool = False
    ruled: bool = False
    """Whether line ends of the source count (pre)."""


@dataclass(slots=True)
class Page:
    """The lines of a page, and the text that is not shown or struck out."""

    lines: list[Line] = field(default_factory=list)
    aside: list[tuple[Literal["hidden", "deleted"], str]] = field(default_factory=list)


class _Flattener:
    """Walks a tree once; text gathers until a block begins or ends."""

    def __init__(self, max_cells: int) -> None:
        self.page = Page()
        self._max_cells = max_cells
        self._pieces: list[tuple[str, bool]] = []
        self._label = ""
        self._counts: dict[Element, int] = {}

    def walk(self, node: Element, place: _Place) -> None:
        """Add the lines of an element; depth is bounded by the parser."""
        tag = node.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if _is_hidden(node) or tag in _STRUCK:
            self.page.aside.append(("deleted" if tag in _STRUCK else "hidden", _plain_text(node)))
            return
        if tag == "br":
            self._break(place)
        elif tag == "table" and is_data(node):
            self._table(node, place)
        elif tag in _BLOCKS:
            self._block(node, place)
        else:
            self._children(node, _inner(node, place))

    def _block(self, node: Element, place: _Place) -> None:
        self.flush(place)
        inner = _inner(node, place)
        if node.tag == "li":
            self._label = self._list_label(node)
        self._children(node, inner)
        self.flush(inner)
        if node.tag == "li":
            self._label = ""

    def _children(self, node: Element, place: _Place) -> None:
        self._put(node.text, place)
        for child in node:
            self.walk(child, place)
            self._put(child.tail, place)

    def _put(self, text: str | None, place: _Place) -> None:
        if text and place.ruled:
            for line in text.splitlines():
                self._pieces.append((line, place.linked))
                self.flush(place)
        elif text:
            shown = text.translate(_RAISED) if place.raised and text.strip().isdecimal() else text
            self._pieces.append((shown, place.linked))

    def _break(self, place: _Place) -> None:
        # A title is wrapped by <br>; elsewhere <br> stands for a paragraph.
        if place.centred:
            self._pieces.append(("\v", False))
        else:
            self.flush(place)

    def flush(self, place: _Place) -> None:
        """End the line that is being gathered."""
        text = _tidy("".join(piece for piece, _ in self._pieces))
        linked = sum(len(piece.strip(_CUT)) for piece, is_link in self._pieces if is_link)
        self._pieces = []
        if text:
            line = Line(place.owner, text, self._label, linked, place.centred, place.heading)
            self.page.lines.append(line)
            self._label = ""

    def _list_label(self, item: Element) -> str:
        """Return the number that a browser shows before an item of a numbered list."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol" or "none" in (parent.get("style") or ""):
            return ""
        previous = self._counts.get(parent, _stated(parent.get("start"), 1) - 1)
        number = self._counts[parent] = _stated(item.get("value"), previous + 1)
        return format_number(number, _LIST_STYLES.get(parent.get("type") or "", "decimal")) + "."

    def _table(self, node: Element, place: _Place) -> None:
        self.flush(place)
        for caption in node.iterchildren("caption"):
            self.walk(caption, place)
        grid, left_out = expand(node, self._max_cells, self._cell_text)
        text = "\n".join(cell.text for row in grid for cell in row)
        if text.strip():
            linked = sum(len(_plain_text(link)) for link in node.iter("a"))
            self.page.lines.append(Line(node, text, linked=linked, grid=grid, left_out=left_out))

    def _cell_text(self, cell: Element) -> str:
        inner = _Flattener(self._max_cells)
        inner.walk(cell, _Place(cell))
        self.page.aside.extend(inner.page.aside)
        return "\n".join(line.label + line.text for line in inner.page.lines)


def flatten(body: Element, max_cells: int) -> Page:
    """Return the lines of a page in reading order."""
    flattener = _Flattener(max_cells)
    flattener.walk(body, _Place(body))
    flattener.flush(_Place(body))
    return flattener.page


def _inner(node: Element, place: _Place) -> _Place:
    tag = node.tag
    return _Place(
        owner=node if tag in _BLOCKS else place.owner,
        linked=place.linked or tag == "a",
        centred=_is_centred(node, inherited=place.centred),
        heading=place.heading or tag in _HEADINGS,
        raised=tag == "sup",
        ruled=place.ruled or tag == "pre",
    )


def _is_centred(node: Element, *, inherited: bool) -> bool:
    style, align = node.get("style") or "", (node.get("align") or "").lower()
    if node.tag == "center" or _CENTRED.search(style) or align == "center":
        # Alignment of a table places the table, not the text in it.
        return node.tag not in {"table", "tr"}
    if align or _ALIGNED.search(style):
        return False
    return inherited and node.tag not in {"td", "th"}


def _is_hidden(node: Element) -> bool:
    return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


def _plain_text(node: Element) -> str:
    texts = _SHOWN(node)
    return _tidy("".join(map(str, texts)) if isinstance(texts, list) else "")


def _stated(attribute: str | None, default: int) -> int:
    return int(attribute) if attribute and attribute.isdecimal() and len(attribute) < 6 else default


def _tidy(text: str) -> str:
    """Return text with source blanks collapsed and indentation cut; wrapped lines are newlines."""
    lines = (_BLANKS.sub(" ", _CHINESE_GAP.sub("", line)).strip(_CUT) for line in text.split("\v"))
    return "\n".join(line for line in lines if line)
