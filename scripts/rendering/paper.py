"""Born-digital PDF files, set with a font that is not embedded."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from rendering.grid import ABOVE, LEFT, Grid
from rendering.source import items

if TYPE_CHECKING:
    from rendering.source import Line, Source

FONT = "STSong-Light"
BODY = ParagraphStyle("body", fontName=FONT, fontSize=16, leading=29, firstLineIndent=32, wordWrap="CJK")
FLUSH = ParagraphStyle("flush", BODY, firstLineIndent=0)
RIGHT = ParagraphStyle("right", FLUSH, alignment=TA_RIGHT)
CENTRE = ParagraphStyle("centre", FLUSH, alignment=TA_CENTER)
TITLE = ParagraphStyle("title", CENTRE, fontSize=22, leading=34)
RED = ParagraphStyle("red", CENTRE, fontSize=36, leading=60, textColor=colors.red)
CELL = ParagraphStyle("cell", FLUSH, fontSize=10.5, leading=15)
STYLES = {
    "red_head": RED,
    "document_number": CENTRE,
    "notice_title": TITLE,
    "title": TITLE,
    "addressees": FLUSH,
    "annex": FLUSH,
    "signature": RIGHT,
    "dated": RIGHT,
}


@dataclass(frozen=True)
class PaperOptions:
    """Running header, form of the page number, and how tables go on over pages."""

    running_header: str = ""
    page_number: str = "- {} -"
    repeat_header: bool = True
    split_rows: bool = False
    landscape: bool = False


def render(source: Source, options: PaperOptions) -> bytes:
    """Set the document as PDF; the same source gives the same bytes."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    paper = BaseDocTemplate(stream, title=source.title, invariant=1, pageCompression=0)
    paper.addPageTemplates([_page("upright", A4, options), _page("lying", landscape(A4), options)])
    paper.build([flowable for item in items(source) for flowable in _flowables(item, options)])
    return stream.getvalue()


def _page(name: str, size: tuple[float, float], options: PaperOptions) -> PageTemplate:
    width, height = size
    frame = Frame(28 * mm, 35 * mm, width - 54 * mm, height - 72 * mm, 0, 0, 0, 0)

    def furnish(canvas: Any, paper: Any) -> None:  # noqa: ANN401
        canvas.setFont(FONT, 14)
        canvas.drawCentredString(width / 2, 22 * mm, options.page_number.format(paper.page))
        if options.running_header:
            canvas.setFont(FONT, 9)
            canvas.drawCentredString(width / 2, height - 25 * mm, options.running_header)

    return PageTemplate(name, [frame], onPage=furnish, pagesize=size)


def _flowables(item: Line | Grid, options: PaperOptions) -> list[Flowable]:
    if isinstance(item, Grid):
        return [_table(item, options)]
    text = Paragraph(escape(item.text), STYLES.get(item.role, BODY))
    if item.role != "annex":
        return [text]
    turn = [NextPageTemplate("lying")] if options.landscape else []
    return [*turn, PageBreak(), text]


class _Framed(Table):  # type: ignore[misc]
    """A table that closes its frame on every page."""

    def draw(self) -> None:
        """Draw the table and its outline."""
        super().draw()
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, 0, self._width, self._height)


def _table(table: Grid, options: PaperOptions) -> Table:
    width = (243 if options.landscape else 156) * mm
    cells = [[_cell(text) for text in row] for row in table.rows]
    return _Framed(
        cells,
        colWidths=_widths(table, width),
        repeatRows=table.heads if options.repeat_header else 0,
        splitInRow=1 if options.split_rows else 0,
        style=_lines(table),
    )


def _cell(text: str) -> Paragraph | str:
    if text in (ABOVE, LEFT):
        return ""
    return Paragraph(escape(text).replace("\n", "<br/>"), CELL)


def _widths(table: Grid, width: float) -> list[float]:
    """Column widths that grow with the longest text, within limits."""
    longest = [max(len(row[c]) for row in table.rows) for c in range(table.width)]
    shares = [min(max(n, 3), 24) for n in longest]
    return [width * share / sum(shares) for share in shares]


def _lines(table: Grid) -> list[tuple[Any, ...]]:
    """Rules above and before every cell; none inside a merged cell, so that it may go on over a page."""
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    for box in table.boxes():
        end = (box.column + box.columns - 1, box.row + box.rows - 1)
        start = (box.column, box.row)
        style += [(side, *_edge(side, start, end), 0.5, colors.black) for side in ("LINEABOVE", "LINEBEFORE")]
        if box.columns > 1:
            style.append(("SPAN", start, (end[0], box.row)))
    return style


def _edge(side: str, start: tuple[int, int], end: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the cells along the upper or the left side of a box."""
    return start, ((end[0], start[1]) if side == "LINEABOVE" else (start[0], end[1]))
