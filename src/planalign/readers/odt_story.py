"""The body of an OpenDocument text as WordprocessingML: paragraphs, lists, sections and tables in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.docx_xml import number
from planalign.readers.odt_lists import OdtLists
from planalign.readers.odt_package import DRAW, TABLE, TEXT
from planalign.readers.odt_styles import read_styles
from planalign.readers.odt_tables import write_table
from planalign.readers.odt_text import OdtText
from planalign.readers.word_markup import add, root

if TYPE_CHECKING:
    from planalign.config import Limits
    from planalign.readers.markup import Element
    from planalign.readers.odt_package import OpenDocument

_PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
_ITEMS = frozenset({TEXT + "list-item", TEXT + "list-header"})
_INDEXES = frozenset(
    {TEXT + name for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")}
    | {TEXT + name for name in ("alphabetical-index", "bibliography")}
)


@dataclass(slots=True)
class _List:
    """The list around a paragraph."""

    style: str
    use: int
    level: int
    fresh: bool = False
    """Whether the next paragraph begins an item, and so bears a number."""


class OdtStory:
    """Writes blocks into elements."""

    def __init__(self, document: OpenDocument, limits: Limits) -> None:
        """Read styles, lists and what was deleted."""
        self._max_cells = limits.max_cells
        self._cells = 0
        self.styles = read_styles(document)
        self.lists = OdtLists(document)
        self.text = OdtText(_deletions(document), self.write)

    def write(self, source: Element, target: Element, around: _List | None = None, *, hidden: bool = False) -> None:
        """Add the blocks of a container to an element."""
        for node in source:
            tag = node.tag
            if tag in _PARAGRAPHS:
                self._paragraph(node, target, around, hidden=hidden)
            elif tag == TEXT + "list":
                self._list(node, target, around, hidden=hidden)
            elif tag == TABLE + "table":
                write_table(node, add(target, "tbl"), lambda cell, tc: self._cell(cell, tc, hidden=hidden))
            elif tag == TEXT + "section":
                gone = node.get(TEXT + "display") == "none"
                self.write(node, target, around, hidden=hidden or gone)
            elif tag in _INDEXES:
                self._index(node, target)
            elif isinstance(tag, str) and tag.startswith(DRAW):
                # Drawn objects of a page stand before its text.
                holder = root("p")
                holder.append(node)
                self._paragraph(holder, target, None, hidden=hidden)

    def _cell(self, cell: Element, target: Element, *, hidden: bool) -> None:
        # A few repeated rows and cells inside one another state billions of them.
        self._cells += 1
        if self._cells > self._max_cells:
            raise ReadError(
                english("the tables of this document have more than {most} cells", most=self._max_cells),
                hint=english("split it and read the part with the plan"),
            )
        self.write(cell, target, hidden=hidden)

    def _paragraph(self, node: Element, target: Element, around: _List | None, *, hidden: bool) -> None:
        paragraph = add(target, "p")
        properties = add(paragraph, "pPr")
        style = node.get(TEXT + "style-name") or ""
        add(properties, "pStyle", f"paragraph {style}")
        use, level = self._number(node, around, style)
        if use:
            numbers = add(properties, "numPr")
            add(numbers, "ilvl", level)
            add(numbers, "numId", use)
        self.text.write(node, paragraph, hidden=hidden)

    def _number(self, node: Element, around: _List | None, style: str) -> tuple[int, int]:
        """Return list and level by which a paragraph is numbered; list 0 where it is not."""
        if around is not None:
            fresh, around.fresh = around.fresh, False
            if fresh and not around.use:
                around.style = self.styles.list_style("paragraph", style)
                around.use = self.lists.begin(around.style)
            return (around.use if fresh else 0), around.level
        if node.tag == TEXT + "h" and node.get(TEXT + "is-list-header") != "true":
            return self.lists.outline(), number(node.get(TEXT + "outline-level"), 1) - 1
        return 0, 0

    def _list(self, node: Element, target: Element, around: _List | None, *, hidden: bool) -> None:
        if around is None:
            style = self.lists.style_of(node)
            inner = _List(style, self.lists.use(node, style), 0)
        else:
            inner = replace(around, level=around.level + 1)
        for item in node:
            if item.tag in _ITEMS:
                start = item.get(TEXT + "start-value")
                if start:
                    inner.use = self.lists.begin(inner.style, inner.level, number(start, 1)) or inner.use
                inner.fresh = item.tag == TEXT + "list-item"
                self.write(item, target, inner, hidden=hidden)

    def _index(self, node: Element, target: Element) -> None:
        """Add a table of contents as the content control that Word puts around one."""
        control = add(target, "sdt")
        add(add(add(control, "sdtPr"), "docPartObj"), "docPartGallery", "Table of Contents")
        content = add(control, "sdtContent")
        for body in node.iterfind(TEXT + "index-body"):
            for title in body.iterfind(TEXT + "index-title"):
                self.write(title, content)
            self.write(body, content)


def _deletions(document: OpenDocument) -> dict[str, str]:
    """Return the text of each deletion by its name; insertions stand in the text."""
    found = {}
    for region in document.content.iter(TEXT + "changed-region"):
        for deletion in region.iterfind(TEXT + "deletion"):
            lines = ["".join(map(str, node.itertext())) for node in deletion.iter(*_PARAGRAPHS)]
            found[region.get(TEXT + "id") or ""] = "\n".join(lines)
    return found
