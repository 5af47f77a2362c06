"""The text of one OpenDocument paragraph as runs: spans, fields, notes, changes, drawings (ISO/IEC 26300-3, 6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.readers.docx_xml import number
from planalign.readers.odt_package import DRAW, OFFICE, SVG, TEXT
from planalign.readers.word_markup import add, add_picture, add_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.readers.markup import Element

_BLANKS = re.compile(r"[ \t\r\n]+")
_LENGTH = re.compile(r"([\d.]+)(cm|mm|in|pt|pc|px)")
# Twentieths of a point in a unit of length.
_TWIPS = {"cm": 567, "mm": 56.7, "in": 1440, "pt": 20, "pc": 240, "px": 15}
# Signs that Word files hold as elements of their own: the hyphen without a break, and the one that shows at a break.
_HYPHENS = {0x2011: "-", 0x00AD: None}
_MOST_BLANKS = 1_000
_SIGNS = {TEXT + "tab": "tab", TEXT + "line-break": "br"}
# What stands beside the text, or is no text: the change itself is looked up where it stands.
_NO_TEXT = frozenset(
    {TEXT + name for name in ("note-citation", "tracked-changes", "ruby-text", "number", "bookmark-name")}
    | {OFFICE + "annotation-end", SVG + "title", SVG + "desc"}
)


class OdtText:
    """Writes what paragraphs hold; notes and comments are collected."""

    def __init__(self, deleted: dict[str, str], write_box: Callable[[Element, Element], None]) -> None:
        """Take the texts of deletions by their names, each of which is written once.

        write_box adds the blocks of a text box to an element.
        """
        self.notes: list[Element] = []
        self.comments: list[Element] = []
        self._deleted = deleted
        self._write_box = write_box

    def write(self, source: Element, target: Element, style: str = "", *, hidden: bool = False) -> None:
        """Add the runs of a paragraph or span to a w:p."""
        self._put(source.text, target, style, hidden=hidden)
        for child in source:
            self._child(child, target, style, hidden=hidden)
            self._put(child.tail, target, style, hidden=hidden)

    def _child(self, child: Element, target: Element, style: str, *, hidden: bool) -> None:
        tag = child.tag
        if tag == TEXT + "s":
            self._put_run(target, style, " " * min(number(child.get(TEXT + "c"), 1), _MOST_BLANKS), hidden=hidden)
        elif tag in _SIGNS:
            add(add(target, "r"), _SIGNS[tag])
        elif tag == TEXT + "note":
            self.notes.extend(child.iterfind(TEXT + "note-body"))
        elif tag == OFFICE + "annotation":
            self.comments.append(child)
        elif tag == TEXT + "change":
            add_text(add(add(target, "del"), "r"), self._deleted.pop(child.get(TEXT + "change-id") or "", ""))
        elif isinstance(tag, str) and tag.startswith(DRAW) and tag != DRAW + "a":
            self._drawing(child, add(target, "r"))
        elif tag not in _NO_TEXT:
            self.write(child, target, child.get(TEXT + "style-name") or style, hidden=hidden)

    def _put(self, text: str | None, target: Element, style: str, *, hidden: bool) -> None:
        if text:
            shown = _BLANKS.sub(" ", text).translate(_HYPHENS)
            self._put_run(target, style, shown, hidden=hidden)

    def _put_run(self, target: Element, style: str, text: str, *, hidden: bool) -> None:
        run = add(target, "r")
        if style or hidden:
            properties = add(run, "rPr")
            if style:
                add(properties, "rStyle", f"text {style}")
            if hidden:
                add(properties, "vanish")
        add_text(run, text)

    def _drawing(self, drawing: Element, run: Element) -> None:
        """Add the text boxes, pictures and objects of a drawing; shapes hold paragraphs like text boxes."""
        if drawing.find(TEXT + "p") is not None:
            self._write_box(drawing, add(add(run, "pict"), "txbxContent"))
        for child in drawing:
            if child.tag == DRAW + "text-box":
                self._write_box(child, add(add(run, "pict"), "txbxContent"))
            elif child.tag in (DRAW + "object", DRAW + "object-ole"):
                add(run, "object")
                return
            elif child.tag == DRAW + "image":
                add_picture(run, _twips(drawing.get(SVG + "width")), _twips(drawing.get(SVG + "height")))
            elif isinstance(child.tag, str) and child.tag.startswith(DRAW):
                self._drawing(child, run)


def _twips(length: str | None) -> int:
    match = _LENGTH.fullmatch(length or "")
    return int(float(match[1]) * _TWIPS[match[2]]) if match and match[1].count(".") < 2 else 0
