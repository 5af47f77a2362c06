"""Page numbers, running headers and footers leave the body and are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planalign.config import Limits
from planalign.model.block import Paragraph
from planalign.readers.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.readers.reading import Reading

LINES = ["一、强化责任。", "二、补齐短板。", "三、严格考核。", "四、加强宣传。"]


def _texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Paragraph)]


def _pages(paper: Callable[..., Any], header: Callable[[int], str], footer: Callable[[int], str]) -> Reading:
    sheet = paper()
    for number, line in enumerate(LINES, start=1):
        sheet.centred(45, header(number), 10.5)
        sheet.text(112, 150, line)
        x = 80 if number % 2 == 0 else 480
        sheet.text(x, 800, footer(number), 14)
        sheet.page()
    return read_pdf(sheet.data(), Limits())


@pytest.mark.parametrize(
    "form", ["- {} -", "— {} —", "－{}－", "第{}页 共4页", "第 {} 页", "{}", "{}/4", "Page {} of 4", "·{}·"]
)
def test_page_numbers_of_every_form_leave_the_body(paper: Callable[..., Any], form: str) -> None:
    """Left on even pages, right on odd ones."""
    reading = _pages(paper, lambda _: "", form.format)

    assert LINES == _texts(reading)
    assert [("page_number", 1), ("page_number", 2), ("page_number", 3), ("page_number", 4)] == [
        (record.role, record.location.page) for record in reading.furniture
    ]


def test_headers_of_odd_and_even_pages_leave_the_body(paper: Callable[..., Any]) -> None:
    """Each kind of page has its own header."""
    reading = _pages(paper, lambda page: "江城市人民政府公报" if page % 2 else "规范性文件选登", lambda _: "")

    assert LINES == _texts(reading)
    assert {"header"} == {record.role for record in reading.furniture}


def test_a_header_with_the_page_number_in_it_is_a_header(paper: Callable[..., Any]) -> None:
    """The number changes from page to page, the words do not."""
    reading = _pages(paper, "江城市人民政府公报 · {} ·".format, lambda _: "内部资料 注意保存")

    assert LINES == _texts(reading)
    assert {"header", "footer"} == {record.role for record in reading.furniture}


def test_a_header_equal_to_a_real_line_leaves_the_real_line(paper: Callable[..., Any]) -> None:
    """The red head of the first page says the same as the running header."""
    sheet = paper()
    for number, line in enumerate(LINES, start=1):
        sheet.centred(45, "江城市人民政府文件", 10.5)
        if number == 1:
            sheet.centred(110, "江城市人民政府文件", 36)
        sheet.text(112, 200, line)
        sheet.page()
    reading = read_pdf(sheet.data(), Limits())

    assert ["江城市人民政府文件", *LINES] == _texts(reading)
    assert 4 == len(reading.furniture)


def test_annex_headings_at_the_top_of_pages_stay(paper: Callable[..., Any]) -> None:
    """附件 on several pages is no running header."""
    sheet = paper()
    for number, line in enumerate(LINES, start=1):
        sheet.text(80, 90, f"附件{number}")
        sheet.text(112, 150, line)
        sheet.page()

    assert [f"附件{n}" for n in range(1, 5)] == _texts(read_pdf(sheet.data(), Limits()))[::2]


def test_numbers_of_the_body_stay(paper: Callable[..., Any]) -> None:
    """A bare number that does not count the pages is text."""
    sheet = paper()
    for number in (36, 12, 90):
        sheet.text(112, 700, "全年完成数：")
        sheet.text(112, 730, str(number))
        sheet.page()

    assert ["36", "12", "90"] == _texts(read_pdf(sheet.data(), Limits()))[1::2]


def test_a_watermark_is_set_aside(paper: Callable[..., Any]) -> None:
    """Text askew over the page is kept, but not in the body."""
    sheet = paper()
    sheet.text(112, 150, LINES[0])
    sheet.turned(200, 500, "内部资料", 45)
    reading = read_pdf(sheet.data(), Limits())

    assert LINES[:1] == _texts(reading)
    assert [("hidden", "内部资料")] == [(record.role, record.text) for record in reading.furniture]
