"""The text of one paragraph: runs in all their wrappings, fields, revisions, hidden text, text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.model.sentence import english
from planalign.readers.docx_numerals import circled
from planalign.readers.docx_xml import (
    ALTERNATE,
    DELETED,
    SDT,
    TEXT_BOX,
    WRAPPERS,
    R,
    T,
    W,
    branch,
    find,
    number,
    switch,
    value,
)

if TYPE_CHECKING:
    from planalign.readers.docx_styles import Style, Styles
    from planalign.readers.markup import Element

_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_CENTIMETRE = 360_000
# Shorter side, in centimetres, from which a picture may be a page that was scanned.
_LARGE = 8
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
# Signs of the Wingdings fonts that stand in forms; their codes lie in the private area of Unicode.
_SYMBOLS = {
    0x52: "☑",
    0x54: "☒",
    0xA8: "□",
    0xFC: "✓",
    0xFB: "✗",
    0xFD: "☒",
    0xFE: "☑",
    0x6F: "□",
    0x6C: "●",
    0xD8: "➢",
}
# 带圈字符: Word keeps ① beyond its own signs as a field without a result.
_ENCLOSED = re.compile(r"eq\s*\\o\s*\\ac\s*\(\s*[^,，]*[,，]\s*(.+?)\s*\)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """What one paragraph holds."""

    pieces: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[Element | str] = field(default_factory=list)
    """Contents of text boxes anchored here, or the text of WordArt."""
    unread: list[str] = field(default_factory=list)
    """What stands here and was not read: embedded objects, large pictures."""
    contents: bool = False
    """Whether the paragraph is a line of a table of contents."""

    @property
    def text(self) -> str:
        """The text that a reader of the page sees; line breaks at its ends are page breaks."""
        return "".join(self.pieces).strip("\n").rstrip()


@dataclass(slots=True)
class _Field:
    """A complex field that is open; only its stored result is text."""

    instruction: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    """Text inside the instruction; it is text after all where the field never ends."""
    result: bool = False


class InlineReader:
    """Reads the paragraphs of one part in order; fields may span paragraphs."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles that may hide text."""
        self._styles = styles
        self._fields: list[_Field] = []

    def read(self, paragraph: Element, style: Style) -> Inline:
        """Return what a paragraph holds."""
        inline = Inline()
        self._walk(paragraph, inline, inline.pieces, style)
        inline.contents = inline.contents or self._in_contents()
        # An instruction ends with its paragraph; a field that was never closed must not swallow text.
        while self._fields and not self._fields[-1].result:
            inline.pieces.extend(self._fields.pop().shown)
        return inline

    def _walk(self, node: Element, inline: Inline, sink: list[str], style: Style) -> None:
        for child in node:
            tag = child.tag
            if tag == R:
                self._run(child, inline, sink, style)
            elif tag in WRAPPERS:
                self._walk(child, inline, sink, style)
            elif tag in DELETED:
                self._walk(child, inline, inline.deleted, style)
            elif tag == ALTERNATE:
                self._walk(branch(child), inline, sink, style)
            elif isinstance(tag, str) and tag.startswith(_MATH):
                sink.extend(node.text or "" for node in child.iter(_MATH + "t"))

    def _run(self, run: Element, inline: Inline, sink: list[str], style: Style) -> None:
        if sink is inline.pieces and self._is_hidden(run, style):
            sink = inline.hidden
        for child in run:
            self._content(child, inline, sink, style)

    def _is_hidden(self, run: Element, style: Style) -> bool:
        properties = find(run, "rPr")
        if properties is None:
            return style.hidden
        stated = switch(properties, "vanish")
        if stated is not None:
            return stated
        character = value(properties, "rStyle")
        return style.hidden or bool(character and self._styles.get(character).hidden)

    def _content(self, node: Element, inline: Inline, sink: list[str], style: Style) -> None:
        tag = node.tag
        if tag == T:
            self._put(_plain(node), sink)
        elif tag in _SIGNS:
            self._put(_SIGNS[tag], sink)
        elif tag == W + "delText":
            inline.deleted.append(node.text or "")
        elif tag == W + "fldChar":
            self._field(node.get(W + "fldCharType"), inline, sink)
        elif tag == W + "instrText" and self._fields:
            self._fields[-1].instruction.append(node.text or "")
        elif tag in _DRAWINGS:
            inline.boxes.extend(_boxes(node))
            inline.unread.extend(_unread(node))
        else:
            self._rare(node, inline, sink, style)

    def _rare(self, node: Element, inline: Inline, sink: list[str], style: Style) -> None:
        if node.tag == W + "sym":
            self._put(_symbol(node), sink)
        elif node.tag == W + "ruby":
            base = find(node, "rubyBase")
            self._walk(node if base is None else base, inline, sink, style)
        elif node.tag == ALTERNATE:
            for child in branch(node):
                self._content(child, inline, sink, style)
        elif node.tag in {R, SDT}:
            self._walk(node, inline, sink, style)

    def _put(self, text: str, sink: list[str]) -> None:
        unfinished = next((each for each in self._fields if not each.result), None)
        if unfinished is None:
            sink.append(text)
        else:
            unfinished.instruction.append(text)
            unfinished.shown.append(text)

    def _field(self, kind: str | None, inline: Inline, sink: list[str]) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
            inline.contents = inline.contents or self._in_contents()
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.result:
                self._put(_enclosed("".join(ended.instruction)), sink)

    def _in_contents(self) -> bool:
        return any(each.result and "".join(each.instruction).split()[:1] == ["TOC"] for each in self._fields)


def _plain(node: Element) -> str:
    """Return the text of w:t; blanks at its ends and line ends count only where the file says so."""
    text = node.text or ""
    if node.get(_XML_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\r", "").replace("\n", " ")


def _symbol(node: Element) -> str:
    try:
        code = int(node.get(W + "char") or "", 16)
    except ValueError:
        return ""
    if "wingdings" in (node.get(W + "font") or "").lower():
        return _SYMBOLS.get(code & 0xFF, "")
    return chr(code & 0xFF) if 0xF020 <= code <= 0xF07E else chr(code & 0xFFFF)


def _enclosed(instruction: str) -> str:
    match = _ENCLOSED.match(instruction.strip())
    if not match:
        return ""
    inner = match[1].strip('"“” ')
    return circled(number(inner)) if inner.isdecimal() else inner


def _unread(drawing: Element) -> list[str]:
    """Return what may be text and cannot be read; a seal or logo is smaller than a page of text."""
    if drawing.tag == W + "object":
        return [english("an embedded object was not read")]
    extent = next(drawing.iter(_EXTENT), None)
    sides = [] if extent is None else [number(extent.get("cx")) / _CENTIMETRE, number(extent.get("cy")) / _CENTIMETRE]
    if min(sides, default=0) < _LARGE or next(drawing.iter(_PICTURE), None) is None:
        return []
    return [f"a picture of {sides[0]:.0f} × {sides[1]:.0f} cm was not read; it may hold text"]


def _boxes(drawing: Element) -> list[Element | str]:
    """Return the text boxes of a drawing once each, and WordArt, in order."""
    found: list[Element | str] = []
    pending = [drawing]
    while pending:
        node = pending.pop()
        if node.tag == TEXT_BOX:
            found.append(node)
        elif node.tag == _TEXT_PATH:
            found.append(node.get("string") or "")
        else:
            pending.extend(reversed([branch(node)] if node.tag == ALTERNATE else list(node)))
    return found
