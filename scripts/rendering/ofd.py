"""OFD files (GB/T 33190): text runs with their distances, ruling lines as paths; lengths in millimetres."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rendering.grid import ABOVE, LEFT, Grid
from rendering.source import items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rendering.source import Line, Source

SPACE = "http://www.ofdspec.org/2016"
POINT = 25.4 / 72
BODY, TITLE, RED, CELL = 16 * POINT, 22 * POINT, 36 * POINT, 10.5 * POINT
SIZES = {"red_head": RED, "title": TITLE, "notice_title": TITLE}
CENTRED = ("red_head", "document_number", "notice_title", "title")
FLUSH = ("addressees", "annex")
RIGHT = ("signature", "dated")
NOT_FIRST = "，。、；：？！”’》）〕】%％"
NOT_LAST = "“‘《（〔【"
WORD = re.compile(r"[0-9A-Za-z.+%]+|.", re.DOTALL)
SIDE, ABOVE_TEXT, BELOW_TEXT, PADDING = 28.0, 37.0, 35.0, 1.9


@dataclass(frozen=True)
class OfdOptions:
    """Form of the page number, ruling lines of tables, prefix of the name space, and how tables lie."""

    page_number: str = "- {} -"
    rules: bool = True
    prefix: bool = True
    landscape: bool = False


def render(source: Source, options: OfdOptions) -> bytes:
    """Set the document as OFD; the same source gives the same bytes."""
    paper = _Paper(options)
    for item in items(source):
        if isinstance(item, Grid):
            _table(paper, item)
        else:
            _paragraph(paper, item)
    paper.close()
    return _package(paper.pages, options)


@dataclass
class _Paper:
    """The pages under construction; `at` is the lower edge of what stands on the last one."""

    options: OfdOptions
    pages: list[tuple[float, float, list[str]]] = field(default_factory=list)
    at: float = 0.0
    width: float = 210.0
    height: float = 297.0
    objects: int = 0

    def turn(self) -> None:
        """Set the page number of the last page and begin the next one."""
        self.close()
        self.pages.append((self.width, self.height, []))
        self.at = ABOVE_TEXT

    def close(self) -> None:
        """Set the page number of the last page."""
        if self.pages and self.options.page_number:
            number = self.options.page_number.format(len(self.pages))
            size = 14 * POINT
            width, height, _ = self.pages[-1]
            self.text((width - _long(number, size)) / 2, height - 22, number, size)

    def need(self, height: float) -> bool:
        """Begin a page where this height has no room; return whether one was begun."""
        if self.pages and self.at + height <= self.height - BELOW_TEXT:
            return False
        self.turn()
        return True

    def text(self, x: float, base: float, text: str, size: float) -> None:
        """Put text with its baseline at a height."""
        steps = " ".join(f"{_wide(char) * size:.3f}" for char in text[:-1])
        deltas = f' DeltaX="{steps}"' if steps else ""
        self._put(
            f'<TextObject ID="{{}}" Boundary="{x:.3f} {base - size:.3f} {_long(text, size):.3f} {1.3 * size:.3f}"'
            f' Font="3" Size="{size:.3f}"><TextCode X="0" Y="{size:.3f}"{deltas}>{escape(text)}</TextCode></TextObject>'
        )

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a straight line."""
        if self.options.rules:
            self._put(
                f'<PathObject ID="{{}}" Boundary="{x0:.3f} {y0:.3f} {x1 - x0 + 0.1:.3f} {y1 - y0 + 0.1:.3f}"'
                f' LineWidth="0.18"><AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</AbbreviatedData></PathObject>'
            )

    def _put(self, item: str) -> None:
        self.objects += 1
        self.pages[-1][2].append(item.format(self.objects + 100))


def _wide(char: str) -> float:
    """Return the width of a character in units of its size."""
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def _long(text: str, size: float) -> float:
    return sum(_wide(char) for char in text) * size


def _paragraph(paper: _Paper, line: Line) -> None:
    size = SIZES.get(line.role, BODY)
    if line.role == "annex":
        paper.width, paper.height = (297.0, 210.0) if paper.options.landscape else (210.0, 297.0)
        paper.turn()
    indent = 0.0 if line.role in (*CENTRED, *FLUSH, *RIGHT) else 2 * size
    for text in _broken(line.text, paper.width - 2 * SIDE, size, indent):
        paper.need(1.8 * size)
        free = paper.width - 2 * SIDE - _long(text, size)
        shift = free / 2 if line.role in CENTRED else free if line.role in RIGHT else indent
        paper.text(SIDE + shift, paper.at + 1.3 * size, text, size)
        paper.at += 1.8 * size
        indent = 0.0


def _broken(text: str, room: float, size: float, indent: float) -> list[str]:
    """Break a paragraph into lines; a mark that may not begin a line hangs over its end, of two marks the second."""
    lines, line, left = [], "", room - indent
    for word in WORD.findall(text):
        over = _long(line + word, size) - left
        if line and over > (size if word in NOT_FIRST else 0):
            kept = _kept(line, word)
            lines.append(kept)
            line, left = line[len(kept) :], room
        line += word
    return [*lines, line]


def _kept(line: str, word: str) -> str:
    """Return what of a full line stays on it before a word."""
    kept = line.rstrip(NOT_FIRST)[:-1] if word in NOT_FIRST else line
    return kept.rstrip(NOT_LAST) or line


def _table(paper: _Paper, table: Grid) -> None:
    edges = _edges(table, paper.width - 2 * SIDE)
    heads = range(table.heads)
    for row in range(len(table.rows)):
        if paper.need(_height(table, row, edges)):
            for head in heads if row >= table.heads else ():
                _row(paper, table, head, edges, first=head == 0)
            _row(paper, table, row, edges, first=not heads)
        else:
            _row(paper, table, row, edges, first=row == 0)


def _edges(table: Grid, room: float) -> list[float]:
    """Return the edges of the columns; widths grow with the longest text, within limits."""
    longest = [max(len(row[column]) for row in table.rows) for column in range(table.width)]
    shares = [min(max(length, 3), 24) for length in longest]
    edges = [SIDE]
    for share in shares:
        edges.append(edges[-1] + room * share / sum(shares))
    return edges


def _lines(text: str, room: float) -> list[str]:
    if text in (ABOVE, LEFT, ""):
        return []
    return [line for part in text.split("\n") for line in _broken(part, room, CELL, 0.0)]


def _room(table: Grid, row: int, column: int, edges: Sequence[float]) -> float:
    """Return the width for the text of a cell, the columns that it covers included."""
    end = column + 1
    while end < table.width and table.rows[row][end] == LEFT:
        end += 1
    return edges[end] - edges[column] - 2 * PADDING


def _height(table: Grid, row: int, edges: Sequence[float]) -> float:
    counts = [len(_lines(text, _room(table, row, column, edges))) for column, text in enumerate(table.rows[row])]
    return max(*counts, 1) * 1.43 * CELL + 1.5


def _row(paper: _Paper, table: Grid, row: int, edges: Sequence[float], *, first: bool) -> None:
    """Set one row; `first` on its page, where a merged cell gets a line above it all the same."""
    height = _height(table, row, edges)
    top, bottom = paper.at, paper.at + height
    for column, text in enumerate(table.rows[row]):
        for index, line in enumerate(_lines(text, _room(table, row, column, edges))):
            paper.text(edges[column] + PADDING, top + 0.7 + (1.1 + 1.43 * index) * CELL, line, CELL)
        owner = table.owner(row, column)
        if first or owner[0] == row:
            paper.rule(edges[column], top, edges[column + 1], top)
        if owner[1] == column:
            paper.rule(edges[column], top, edges[column], bottom)
        below = row + 1
        if below == len(table.rows) or table.owner(below, column)[0] == below or _is_last(paper, table, row, edges):
            paper.rule(edges[column], bottom, edges[column + 1], bottom)
    paper.rule(edges[-1], top, edges[-1], bottom)
    paper.at = bottom


def _is_last(paper: _Paper, table: Grid, row: int, edges: Sequence[float]) -> bool:
    """Return whether the next row goes to another page."""
    both = _height(table, row, edges) + _height(table, row + 1, edges)
    return paper.at + both > paper.height - BELOW_TEXT


def _package(pages: Sequence[tuple[float, float, list[str]]], options: OfdOptions) -> bytes:
    places = "".join(
        f'<Page ID="{number}" BaseLoc="Pages/Page_{number - 1}/Content.xml"/>' for number in range(1, len(pages) + 1)
    )
    common = (
        "<CommonData><MaxUnitID>99999</MaxUnitID><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
        "<PublicRes>PublicRes.xml</PublicRes></CommonData>"
    )
    files = {
        "OFD.xml": '<OFD Version="1.1" DocType="OFD"><DocBody><DocInfo><DocID>0</DocID></DocInfo>'
        "<DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_0/Document.xml": f"<Document>{common}<Pages>{places}</Pages></Document>",
        "Doc_0/PublicRes.xml": '<Res BaseLoc="Res"><Fonts><Font ID="3" FontName="仿宋"/></Fonts></Res>',
    }
    for number, (width, height, objects) in enumerate(pages):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<Page><Area><PhysicalBox>0 0 {width:g} {height:g}</PhysicalBox></Area>"
            f'<Content><Layer ID="{number + 10}">{"".join(objects)}</Layer></Content></Page>'
        )
    return _zip({name: _named(text, prefix=options.prefix) for name, text in files.items()})


def _named(xml: str, *, prefix: bool) -> bytes:
    """Return XML in the name space of OFD, with or without a prefix."""
    if prefix:
        xml = re.sub(r"<(/?)(?=[A-Z])", r"<\1ofd:", xml)
    declared = f' xmlns:ofd="{SPACE}"' if prefix else f' xmlns="{SPACE}"'
    root = re.sub(r"^<[\w:]+", lambda found: found[0] + declared, xml, count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'.encode()


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
