"""Word documents: paragraphs with their automatic numbers and tables in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planalign.errors import ReadError
from planalign.model.block import Block, Furniture, Location, Paragraph, SkipKind, Skipped, Table
from planalign.model.sentence import english
from planalign.readers.docx_numbering import Numbering
from planalign.readers.docx_package import open_parts
from planalign.readers.docx_styles import Styles
from planalign.readers.docx_tables import read_grid
from planalign.readers.docx_text import Inline, InlineReader
from planalign.readers.docx_xml import SDT, TBL, TC, TR, P, W, find, members, switch, value
from planalign.readers.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.readers.docx_package import Parts
    from planalign.readers.docx_styles import Style
    from planalign.readers.markup import Element

_Role = Literal["header", "footer", "hidden", "deleted", "comment", "contents", "note"]
_BLOCKS = frozenset({P, TBL, SDT, W + "altChunk"})
_CONTENTS_STYLE = re.compile(r"toc\s?\d", re.IGNORECASE)
_BESIDE: tuple[tuple[str, _Role], ...] = (
    ("header", "header"),
    ("footer", "footer"),
    ("footnotes", "note"),
    ("endnotes", "note"),
    ("comments", "comment"),
)


def read_docx(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order, what stands around them apart.

    Raises ReadError where the package is damaged, too large or without text.
    """
    return read_parts(open_parts(data, limits), limits)


def read_parts(parts: Parts, limits: Limits) -> Reading:
    """Return the same of parts that are open; readers of other word processors bring theirs.

    Raises ReadError where they hold no text.
    """
    story = _Story(parts, limits)
    story.walk(parts.body)
    if not story.blocks:
        raise ReadError(english("the document holds no text"), hint=_no_text_hint(parts.body))
    story.furniture.extend(_around(parts))
    return Reading(tuple(story.blocks), furniture=tuple(story.furniture), skipped=tuple(story.skipped))


def _no_text_hint(body: Element) -> str:
    if next(body.iter(W + "drawing", W + "pict"), None) is not None:
        return english("it holds pictures only: recognise their text first (OCR)")
    return english("check that it is the right file")


class _Story:
    """The body of a document as it is walked; lists grow in reading order."""

    def __init__(self, parts: Parts, limits: Limits) -> None:
        self.blocks: list[Block] = []
        self.furniture: list[Furniture] = []
        self.skipped = [_damaged(name) for name in parts.damaged]
        self._limits = limits
        self._styles = Styles(parts.first("styles"))
        self._numbering = Numbering(parts.first("numbering"))
        self._inline = InlineReader(self._styles)
        self._paragraphs = 0
        self._tables = 0
        self._joined: list[str] = []

    def walk(self, container: Element, *, contents: bool = False) -> None:
        """Add the blocks of a container; those of a table of contents go to the furniture."""
        for node in members(container, _BLOCKS):
            if node.tag == P:
                self._paragraph(node, contents=contents)
            elif node.tag == TBL:
                self._table(node)
            elif node.tag == SDT:
                self.walk(node, contents=contents or _is_contents(node))
            else:
                self._skip(english("an inserted file (altChunk) was not read"), "")

    def _paragraph(self, node: Element, *, contents: bool) -> None:
        style, inline, label = self._open(node)
        for box in inline.boxes:
            self._box(box)
        if inline.contents or contents or _CONTENTS_STYLE.match(style.name):
            self._aside("contents", [label + inline.text])
        elif inline.text.strip():
            centred = (value(node, "pPr/jc") or style.justification) == "center"
            self._add(inline.text, label, centred=centred)
        self._asides(inline)

    def _open(self, node: Element) -> tuple[Style, Inline, str]:
        """Return style, content and number of a paragraph, joined to one before it whose end was deleted."""
        properties = find(node, "pPr")
        style = self._styles.paragraph(properties)
        inline = self._inline.read(node, style)
        if _mark_is_deleted(properties):
            self._joined.extend(inline.pieces)
            inline.pieces = []
            return style, inline, ""
        inline.pieces = [*self._joined, *inline.pieces]
        self._joined = []
        gone = bool(inline.hidden) and not inline.text.strip()
        return style, inline, "" if gone else self._numbering.label(properties, style)

    def _add(self, text: str, label: str = "", *, centred: bool) -> None:
        self._paragraphs += 1
        place = Location(paragraph=self._paragraphs)
        self.blocks.append(Paragraph(text=text, label=label, centred=centred, location=place))

    def _box(self, box: Element | str) -> None:
        if not isinstance(box, str):
            self.walk(box)
        elif box.strip():
            self._add(box, centred=True)

    def _table(self, node: Element) -> None:
        cells = [cell for row in members(node, frozenset({TR})) for cell in members(row, frozenset({TC}))]
        if len(cells) == 1:
            # A single cell is a frame around text, not a table.
            self.walk(cells[0])
            return
        self._tables += 1
        location = Location(table=self._tables)
        self._remove_deleted_rows(node)
        grid = read_grid(node, location, self._limits.max_cells, self._cell)
        if any(cell.text for row in grid.rows for cell in row):
            self.blocks.append(Table(rows=tuple(grid.rows), location=location))
        if grid.left_out:
            self._skip(
                english("{number} rows of a table with too many cells were left out", number=grid.left_out),
                "",
                location,
            )

    def _remove_deleted_rows(self, table: Element) -> None:
        for row in list(members(table, frozenset({TR}))):
            properties = find(row, "trPr")
            parent = row.getparent()
            if parent is not None and (find(properties, "del") is not None or switch(properties, "hidden")):
                texts = [line for cell in members(row, frozenset({TC})) for line in self._lines(cell)]
                self._aside("hidden" if find(properties, "del") is None else "deleted", texts)
                parent.remove(row)

    def _cell(self, cell: Element) -> str:
        return "\n".join(self._lines(cell))

    def _lines(self, container: Element) -> Iterator[str]:
        """Yield the lines of a cell: paragraphs with their numbers, text boxes, rows of nested tables."""
        for node in members(container, _BLOCKS):
            if node.tag == P:
                yield from self._cell_paragraph(node)
            elif node.tag == SDT:
                yield from self._lines(node)
            elif node.tag == TBL:
                for row in members(node, frozenset({TR})):
                    yield "\t".join(" ".join(self._lines(cell)) for cell in members(row, frozenset({TC})))

    def _cell_paragraph(self, node: Element) -> Iterator[str]:
        _, inline, label = self._open(node)
        for box in inline.boxes:
            yield from [box] if isinstance(box, str) else self._lines(box)
        if (label + inline.text).strip():
            yield label + inline.text
        self._asides(inline)

    def _asides(self, inline: Inline) -> None:
        self._aside("deleted", ["".join(inline.deleted)])
        self._aside("hidden", ["".join(inline.hidden)])
        for reason in inline.unread:
            self._skip(reason, "")

    def _aside(self, role: _Role, texts: list[str]) -> None:
        text = "\n".join(texts).strip()
        if text:
            place = Location(paragraph=self._paragraphs or None, table=self._tables or None)
            self.furniture.append(Furniture(role=role, text=text, location=place))

    def _skip(self, reason: str, text: str, location: Location | None = None) -> None:
        place = location or Location(paragraph=self._paragraphs or None)
        self.skipped.append(Skipped(location=place, reason=reason, kind=SkipKind.UNREAD, text=text))


def _damaged(name: str) -> Skipped:
    reason = english("the part {name} of the package is damaged and was left out", name=name)
    return Skipped(location=Location(), reason=reason, kind=SkipKind.UNREAD)


def _is_contents(control: Element) -> bool:
    return (value(control, "sdtPr/docPartObj/docPartGallery") or "") == "Table of Contents"


def _mark_is_deleted(properties: Element | None) -> bool:
    mark = find(properties, "rPr")
    return mark is not None and (find(mark, "del") is not None or find(mark, "moveFrom") is not None)


def _around(parts: Parts) -> Iterator[Furniture]:
    """Yield headers, footers, notes and comments, each text once."""
    styles = Styles(parts.first("styles"))
    seen: set[tuple[str, str]] = set()
    for kind, role in _BESIDE:
        for root in parts.beside.get(kind, ()):
            for text in _texts(root, styles):
                if (role, text) not in seen:
                    seen.add((role, text))
                    yield Furniture(role=role, text=text)


def _texts(root: Element, styles: Styles) -> Iterator[str]:
    reader = InlineReader(styles)
    for paragraph in root.iter(P):
        text = reader.read(paragraph, styles.paragraph(find(paragraph, "pPr"))).text.strip()
        if text:
            yield text
