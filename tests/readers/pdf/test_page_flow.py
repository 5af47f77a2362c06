"""The geometry works on plain pages of characters and segments, whatever carrier they came from."""

from __future__ import annotations

from planalign.config import Limits
from planalign.model.block import Paragraph, Table
from planalign.readers.page import Char, Page, Segment
from planalign.readers.page_flow import read_pages


def _chars(x: float, base: float, text: str, size: float = 12) -> list[Char]:
    return [Char(char, x + index * size, x + (index + 1) * size, base, size) for index, char in enumerate(text)]


def _grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[Segment]:
    across = [Segment(xs[0], y, xs[-1], y) for y in ys]
    return across + [Segment(x, ys[0], x, ys[-1]) for x in xs]


def test_pages_without_a_pdf_give_blocks() -> None:
    """Characters and ruling lines are all that is needed, as an OFD or OCR reader would give them."""
    words = [
        *_chars(80, 100, "一、重点任务"),
        *_chars(85, 140, "序号"),
        *_chars(145, 140, "名称"),
        *_chars(85, 170, "１"),
        *_chars(145, 170, "城市更新"),
    ]
    page = Page(1, 595, 842, tuple(words), tuple(_grid((80, 140, 260), (120, 150, 180))))
    paragraph, table = read_pages([page], Limits()).blocks

    assert isinstance(paragraph, Paragraph)
    assert "一、重点任务" == paragraph.text
    assert isinstance(table, Table)
    assert [["序号", "名称"], ["１", "城市更新"]] == [[cell.text for cell in row] for row in table.rows]


def test_text_set_downwards_in_a_cell_stays_in_its_cell() -> None:
    """Characters at a right angle count inside tables; outside they are set aside."""
    turned = [Char(char, 90, 102, 140 + 13 * index, 12) for index, char in enumerate("城市")]
    aside = [Char(char, 20, 32, 400 + 13 * index, 12) for index, char in enumerate("装订线")]
    segments = tuple(_grid((80, 110, 260), (120, 160, 200)))
    page = Page(1, 595, 842, tuple(_chars(145, 140, "更新")), segments, turned=(*turned, *aside))
    reading = read_pages([page], Limits())
    (table,) = reading.blocks

    assert isinstance(table, Table)
    assert ["城市", "更新"] == [cell.text.replace("\n", "") for cell in table.rows[0]]
    assert [("hidden", "装订线")] == [(record.role, record.text) for record in reading.furniture]


def test_no_pages_give_no_blocks() -> None:
    """An empty list is no error here."""
    assert () == read_pages([], Limits()).blocks
