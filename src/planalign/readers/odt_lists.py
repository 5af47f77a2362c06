"""The lists of an OpenDocument text as w:numbering (ISO/IEC 26300-3, 5.3 and 16.30)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.readers.docx_xml import number
from planalign.readers.odt_package import STYLE, TEXT, XML_ID
from planalign.readers.word_markup import add, mark, root

if TYPE_CHECKING:
    from planalign.readers.markup import Element
    from planalign.readers.odt_package import OpenDocument

# Stands for the numbering of headings, which has no name.
_OUTLINE = "\n"
_LEVELS = 9
_LEVEL_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_PLACE = re.compile(r"%([1-9])%")
# Formats by the first sign of the row that names them: 一, 二, 三, ...
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "01": "decimalZero",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "１": "decimalFullWidth",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "": "none",
}


class OdtLists:
    """The numbering of a document; a list in the text is a use of its style, with counts of its own."""

    def __init__(self, document: OpenDocument) -> None:
        """Read the list styles and the numbering of headings."""
        self.node = root("numbering")
        self._styles: dict[str, int] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._latest: dict[str, int] = {}
        self._by_id: dict[str, tuple[int, str]] = {}
        self._uses = 0
        for node in document.styling():
            if node.tag in (TEXT + "list-style", TEXT + "outline-style"):
                self._define(node)

    def _define(self, style: Element) -> None:
        name = _OUTLINE if style.tag == TEXT + "outline-style" else style.get(STYLE + "name") or ""
        self._styles[name] = len(self._styles)
        abstract = add(self.node, "abstractNum")
        mark(abstract, "abstractNumId", self._styles[name])
        for level in style:
            stated = number(level.get(TEXT + "level"))
            if 1 <= stated <= _LEVELS:
                start = number(level.get(TEXT + "start-value"), 1)
                self._starts.setdefault(name, {})[stated - 1] = start
                _write_level(abstract, level, stated, start)

    def style_of(self, node: Element) -> str:
        """Return the style that a list states, or that of the list it continues."""
        return node.get(TEXT + "style-name") or self._by_id.get(node.get(TEXT + "continue-list") or "", (0, ""))[1]

    def use(self, node: Element, style: str) -> int:
        """Return the number (w:numId) of a list in the text: of the one it continues, else a new one."""
        continued = self._by_id.get(node.get(TEXT + "continue-list") or "", (0, ""))[0]
        if not continued and node.get(TEXT + "continue-numbering") == "true":
            continued = self._latest.get(style, 0)
        use = continued or self.begin(style)
        self._latest[style] = use
        if node.get(XML_ID):
            self._by_id[node.get(XML_ID) or ""] = use, style
        return use

    def begin(self, style: str, level: int = 0, start: int | None = None) -> int:
        """Add a use of a list style that counts anew, or from a start on one level only; 0 without such a style."""
        if style not in self._styles:
            return 0
        self._uses += 1
        node = add(self.node, "num")
        mark(node, "numId", self._uses)
        add(node, "abstractNumId", self._styles[style])
        starts = self._starts.get(style, {}) if start is None else {level: start}
        for each, first in starts.items():
            override = add(node, "lvlOverride")
            mark(override, "ilvl", each)
            add(override, "startOverride", first)
        return self._uses

    def outline(self) -> int:
        """Return the number of the headings, which all belong to one list."""
        if _OUTLINE not in self._latest:
            self._latest[_OUTLINE] = self.begin(_OUTLINE)
        return self._latest[_OUTLINE]


def _write_level(abstract: Element, level: Element, place: int, start: int) -> None:
    node = add(abstract, "lvl")
    mark(node, "ilvl", place - 1)
    add(node, "start", start)
    bullet = level.tag.endswith("-bullet") or level.tag.endswith("-image")
    row = level.get(STYLE + "num-format") or ""
    add(node, "numFmt", "bullet" if bullet else _FORMATS.get(row.partition(",")[0].strip(), "decimal"))
    add(node, "lvlText", _text(level, place, counted=bool(row)))


def _text(level: Element, place: int, *, counted: bool) -> str:
    stated = level.get(_LEVEL_FORMAT)
    if stated is not None:
        return _PLACE.sub(r"%\1", stated)
    first = place - number(level.get(TEXT + "display-levels"), 1) + 1
    counts = ".".join(f"%{each}" for each in range(max(1, first), place + 1)) if counted else ""
    return (level.get(STYLE + "num-prefix") or "") + counts + (level.get(STYLE + "num-suffix") or "")
