"""A small typesetter for tests: sets fictional plans as PDF the way Word, WPS and careless programs do."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONT = "STSong-Light"
_NOT_FIRST = "，。、；：？！”》）〕%"
_NOT_LAST = "“《（〔"


class Paper:
    """A PDF under construction; y counts from the upper edge, in points."""

    def __init__(self, width: float = 595, height: float = 842, *, size: float = 16, rotate: int = 0) -> None:
        """Begin the first page."""
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.width, self.height, self.size = width, height, size
        self._buffer = BytesIO()
        self._rotate = rotate
        # reportlab exchanges the sides of a page that is shown turned.
        self._canvas = Canvas(self._buffer, (width, height), invariant=1)
        self._turn()

    def _turn(self) -> None:
        if self._rotate:
            self._canvas.setPageRotation(self._rotate)
            self._canvas.translate(self.height, 0)
            self._canvas.rotate(90)

    def text(self, x: float, y: float, text: str, size: float = 0, *, spread: float = 0) -> None:
        """Put text with its baseline at y, `spread` points wider than its natural width."""
        size = size or self.size
        gap = spread / (len(text) - 1) if spread and len(text) > 1 else 0
        self._canvas.setFont(FONT, size)
        self._canvas.drawString(x, self.height - y, text, charSpace=gap)

    def centred(self, y: float, text: str, size: float = 0, middle: float = 0) -> None:
        """Put text in the middle of the page."""
        size = size or self.size
        self.text((middle or self.width / 2) - self.long(text, size) / 2, y, text, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float, *, filled: bool = False) -> None:
        """Draw a ruling line, as a stroke or as a thin filled rectangle."""
        if filled:
            self._canvas.rect(x0, self.height - y1 - 0.5, max(x1 - x0, 0.5), max(y1 - y0, 0.5), stroke=0, fill=1)
        else:
            self._canvas.line(x0, self.height - y0, x1, self.height - y1)

    def picture(self) -> None:
        """Cover the page with an image, as a scan does."""
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        self._canvas.drawImage(ImageReader(Image.new("L", (8, 8), 200)), 0, 0, self.width, self.height)

    def turned(self, x: float, y: float, text: str, degrees: float) -> None:
        """Put text askew, as a watermark stands."""
        self._canvas.saveState()
        self._canvas.translate(x, self.height - y)
        self._canvas.rotate(degrees)
        self._canvas.setFont(FONT, 40)
        self._canvas.drawString(0, 0, text)
        self._canvas.restoreState()

    def page(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        self._turn()

    def data(self) -> bytes:
        """Return the bytes of the PDF."""
        self._canvas.save()
        return self._buffer.getvalue()

    def long(self, text: str, size: float = 0) -> float:
        """Return the width of a text."""
        return float(pdfmetrics.stringWidth(text, FONT, size or self.size))

    def wrapped(self, text: str, room: float, indent: float = 0, size: float = 0) -> list[str]:
        """Break a text into lines as word processors do: marks stay with their characters."""
        lines: list[str] = []
        line = ""
        first = room - indent
        for char in text:
            if line and self.long(line + char, size) > (room if lines else first):
                carried = ""
                while line and (char in _NOT_FIRST or line[-1] in _NOT_LAST) and len(carried) < 3:
                    carried, line = line[-1] + carried, line[:-1]
                    if carried[0] not in _NOT_FIRST and (not line or line[-1] not in _NOT_LAST):
                        break
                lines.append(line)
                line = carried
            line += char
        return [*lines, line]

    def grid(
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str | None]], **how: bool
    ) -> float:
        """Draw a table; None is covered by the cell above, ">" by the cell to the left. Return its lower edge."""
        filled = how.get("filled", False)
        edges = [x + sum(widths[:index]) for index in range(len(widths) + 1)]
        top = y
        self.rule(edges[0], top, edges[-1], top, filled=filled)
        for index, row in enumerate(rows):
            texts = [self._cell(cell, row, widths, column) for column, cell in enumerate(row)]
            bottom = top + 8 + max(1, *(len(lines) for lines in texts)) * self.size * 1.25
            below = rows[index + 1] if index + 1 < len(rows) else [""] * len(widths)
            for column, lines in enumerate(texts):
                if below[column] is not None:
                    self.rule(edges[column], bottom, edges[column + 1], bottom, filled=filled)
                if row[column] != ">":
                    self.rule(edges[column], top, edges[column], bottom, filled=filled)
                for number, line in enumerate(lines):
                    self.text(edges[column] + 5, top + 2 + (number + 1) * self.size * 1.2, line)
            self.rule(edges[-1], top, edges[-1], bottom, filled=filled)
            top = bottom
        return top

    def _cell(self, cell: str | None, row: Sequence[str | None], widths: Sequence[float], column: int) -> list[str]:
        if not cell or cell == ">":
            return []
        last = column + 1
        while last < len(row) and row[last] == ">":
            last += 1
        room = sum(widths[column:last]) - 10
        return [line for part in cell.split("\n") for line in self.wrapped(part, room)]


class Press:
    """Sets paragraphs on pages: indents, margins, page numbers and running headers as told."""

    def __init__(self, paper: Paper, **how: object) -> None:
        """Take the settings: lengths in points, the indent in characters."""
        self.paper = paper
        self.left = float(str(how.get("left", 80)))
        self.room = float(str(how.get("room", 27 * paper.size)))
        self.indent = float(str(how.get("indent", 2))) * paper.size
        self.hang = float(str(how.get("hang", 0))) * paper.size
        self.leading = float(str(how.get("leading", 28)))
        self.gap = float(str(how.get("gap", 0)))
        self.justify = bool(how.get("justify", True))
        self.count = int(str(how.get("count", 0)))
        self.mirror = float(str(how.get("mirror", 0)))
        self.header = str(how.get("header", ""))
        self.number = str(how.get("number", "- {} -"))
        self.bottom = paper.height - 90
        self._page = 0
        self._y = 0.0
        self._turn_over()

    def _turn_over(self) -> None:
        if self._page:
            self.paper.page()
        self._page += 1
        self._y = 100.0
        if self.header:
            self.paper.centred(45, self.header, 10.5)
        if self.number:
            self.paper.centred(self.paper.height - 45, self.number.format(self._page), 14)

    @property
    def edge(self) -> float:
        """The left margin of the page at hand."""
        return self.left + (self.mirror if self._page % 2 == 0 else 0)

    def title(self, *lines: str, size: float = 22) -> None:
        """Set the lines of a title in the middle."""
        for line in lines:
            self._step()
            self.paper.centred(self._y, line, size, self.edge + self.room / 2)

    def paragraphs(self, *texts: str) -> None:
        """Set paragraphs one below the other."""
        for text in texts:
            lines = self._lines(text)
            for index, line in enumerate(lines):
                self._step()
                indent = self.indent if index == 0 else self.hang
                spare = self.room - indent - self.paper.long(line)
                fits = self.justify and not self.count and index < len(lines) - 1 and spare > 0
                self.paper.text(self.edge + indent, self._y, line, spread=spare if fits else 0)
            self._y += self.gap

    def _lines(self, text: str) -> list[str]:
        if not self.count:
            return self.paper.wrapped(text, self.room - self.hang, self.indent - self.hang)
        first = self.count - round(self.indent / self.paper.size)
        rest = text[first:]
        return [text[:first], *(rest[at : at + self.count] for at in range(0, len(rest), self.count))]

    def _step(self) -> None:
        self._y += self.leading
        if self._y > self.bottom:
            self._turn_over()
            self._y += self.leading


@pytest.fixture
def paper() -> Callable[..., Paper]:
    """Return the maker of an empty PDF."""
    return Paper


@pytest.fixture
def press() -> Callable[..., Press]:
    """Return the maker of a press that sets paragraphs on paper."""
    return Press
