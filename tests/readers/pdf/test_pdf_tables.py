"""Tables of born-digital PDF: full grids, joined over pages, in order with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planalign.config import Limits
from planalign.model.block import CellOrigin, Paragraph, Table
from planalign.readers.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = ["序号", "任务名称", "2025年目标", "牵头单位", "责任单位"]
WIDTHS = [40, 110, 150, 90, 60]


def _tables(data: bytes) -> list[Table]:
    return [block for block in read_pdf(data, Limits()).blocks if isinstance(block, Table)]


def _rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _own(table: Table) -> list[list[str]]:
    return [[cell.text if cell.origin is CellOrigin.OWN else f"<{cell.origin}>" for cell in row] for row in table.rows]


@pytest.mark.parametrize("filled", [False, True], ids=["strokes", "thin rectangles"])
def test_tables_are_full_grids_in_order_with_the_text(paper: Callable[..., Any], *, filled: bool) -> None:
    """Merged cells repeat their text; wrapped lines are joined, typed breaks kept; text around tables stays."""
    sheet = paper(size=12)
    sheet.text(80, 150, "一、城市更新")
    rows = [
        HEAD,
        ["1", "老旧小区改造", "完成120个老旧小区改造，受益居民不少于3.5万户", "市住建委\n市城管局", "各区"],
        ["2", None, "公共供水管网漏损率控制在9%以内", "市水务局", ""],
        ["3", "“口袋公园”建设", ">", ">", "各区"],
    ]
    bottom = sheet.grid(70, 160, WIDTHS, rows, filled=filled)
    sheet.text(80, bottom + 25, "注：数据以年度统计为准。")
    blocks = read_pdf(sheet.data(), Limits()).blocks
    table = blocks[1]

    assert ["一、城市更新", None, "注：数据以年度统计为准。"] == [
        block.text if isinstance(block, Paragraph) else None for block in blocks
    ]
    assert isinstance(table, Table)
    assert [
        rows[0],
        rows[1],
        ["2", "<vmerge>", "公共供水管网漏损率控制在9%以内", "市水务局", ""],
        ["3", "“口袋公园”建设", "<hmerge>", "<hmerge>", "各区"],
    ] == _own(table)
    assert "老旧小区改造" == table.rows[2][1].text
    assert (1, 1, 3, 2) == tuple(getattr(table.rows[2][1].location, name) for name in ("page", "table", "row", "cell"))


def test_two_header_rows_keep_their_merges(paper: Callable[..., Any]) -> None:
    """A heading over several columns is repeated in each of them."""
    sheet = paper(size=12)
    sheet.grid(
        70,
        100,
        WIDTHS,
        [["序号", "任务", "责任分工", ">", ">"], [None, None, "牵头", "责任", "时限"], ["1", "甲", "乙", "丙", "丁"]],
    )
    (table,) = _tables(sheet.data())

    assert [
        ["序号", "任务", "责任分工", "责任分工", "责任分工"],
        ["序号", "任务", "牵头", "责任", "时限"],
        ["1", "甲", "乙", "丙", "丁"],
    ] == _rows(table)


def test_tables_go_on_over_pages(paper: Callable[..., Any]) -> None:
    """Repeated headers are dropped, a split row is glued, the rest of a merged name stays empty."""
    sheet = paper(size=12)
    sheet.grid(
        70,
        560,
        WIDTHS,
        [
            HEAD,
            ["1", "老旧小区改造", "完成120个小区改造。", "市住建委", "各区"],
            ["2", "生态建设", "新建一批口袋公园和绿道并按标准完成验收移交工", "市园林局", "各区"],
        ],
    )
    sheet.centred(800, "- 1 -")
    sheet.page()
    sheet.grid(
        70,
        80,
        WIDTHS,
        [HEAD, ["", "", "作，并组织公示。", "", ""], ["3", "", "处理率达到98%。", "市水务局", "各区"]],
    )
    sheet.centred(800, "- 2 -")
    sheet.page()
    bottom = sheet.grid(70, 80, WIDTHS, [["4", "水环境治理", "完成清淤30公里。", "市水务局", "各区"]])
    sheet.text(80, bottom + 40, "二、营商环境")
    sheet.grid(70, bottom + 50, WIDTHS, [HEAD, ["1", "a", "b", "c", "d"]])
    first, second = _tables(sheet.data())

    assert [
        HEAD,
        ["1", "老旧小区改造", "完成120个小区改造。", "市住建委", "各区"],
        ["2", "生态建设", "新建一批口袋公园和绿道并按标准完成验收移交工作，并组织公示。", "市园林局", "各区"],
        ["3", "", "处理率达到98%。", "市水务局", "各区"],
        ["4", "水环境治理", "完成清淤30公里。", "市水务局", "各区"],
    ] == _rows(first)
    assert [HEAD, ["1", "a", "b", "c", "d"]] == _rows(second)
    assert [1, 1, 1, 2, 3] == [row[0].location.page for row in first.rows]


def test_a_table_with_another_header_is_another_table(paper: Callable[..., Any]) -> None:
    """Equal columns at the top of the next page are not enough."""
    sheet = paper(size=12)
    sheet.grid(70, 700, WIDTHS, [HEAD, ["1", "甲", "乙", "丙", "丁"]])
    sheet.page()
    sheet.grid(70, 80, WIDTHS, [["序号", "项目", "投资", "业主", "备注"], ["1", "戊", "己", "庚", "辛"]])

    assert 2 == len(_tables(sheet.data()))


def test_the_words_continued_do_not_part_a_table(paper: Callable[..., Any]) -> None:
    """（续表） above the rest of a table belongs to it."""
    sheet = paper(size=12)
    sheet.grid(70, 700, WIDTHS, [HEAD, ["1", "甲", "乙", "丙", "丁"]])
    sheet.page()
    sheet.text(80, 90, "（续表）")
    sheet.grid(70, 100, WIDTHS, [HEAD, ["2", "戊", "己", "庚", "辛"]])

    assert [[HEAD, ["1", "甲", "乙", "丙", "丁"], ["2", "戊", "己", "庚", "辛"]]] == [
        _rows(table) for table in _tables(sheet.data())
    ]


def test_a_group_row_alone_on_a_page_keeps_the_columns(paper: Callable[..., Any]) -> None:
    """A piece that shows fewer columns is laid on the columns of the table."""
    sheet = paper(size=12)
    sheet.grid(70, 700, WIDTHS, [HEAD, ["1", "甲", "乙", "丙", "丁"]])
    sheet.page()
    sheet.grid(70, 80, WIDTHS, [["2", "整体推进", ">", ">", ">"], ["3", "分步实施", ">", ">", ">"]])
    (table,) = _tables(sheet.data())

    assert ["3", "分步实施", "分步实施", "分步实施", "分步实施"] == _rows(table)[-1]


def test_open_sides_are_closed(paper: Callable[..., Any]) -> None:
    """A table without left and right border keeps its outer columns."""
    sheet = paper(size=12)
    for y in (100, 130, 160):
        sheet.rule(70, y, 370, y)
    for x in (120, 270):
        sheet.rule(x, 100, x, 160)
    for y, row in ((120, ("序号", "名称", "目标")), (150, ("1", "甲", "乙"))):
        for x, text in zip((80, 130, 280), row, strict=True):
            sheet.text(x, y, text)

    assert [[["序号", "名称", "目标"], ["1", "甲", "乙"]]] == [_rows(table) for table in _tables(sheet.data())]


def test_the_rest_of_a_split_row_may_fill_one_cell(paper: Callable[..., Any]) -> None:
    """A page that holds nothing but the end of one cell still belongs to the table."""
    sheet = paper(size=12)
    sheet.grid(70, 700, WIDTHS, [HEAD, ["1", "老旧小区改造", "建立健全居民参与改造全", "市住建委", "各区"]])
    sheet.page()
    sheet.grid(70, 80, WIDTHS, [["", "", "过程的机制。", "", ""]])

    assert [_rows(table)[-1][2] for table in _tables(sheet.data())] == ["建立健全居民参与改造全过程的机制。"]


def test_units_listed_a_line_each_stay_apart(paper: Callable[..., Any]) -> None:
    """A line that fills its cell by chance is not run into the unit below it."""
    sheet = paper(size=12)
    units = "市应急局\n市住建委\n区交通局"
    sheet.grid(70, 700, [40, 60, 60], [["序号", "名称", "单位"], ["1", "排查", units]])
    (table,) = _tables(sheet.data())

    assert table.rows[1][2].text == units


def test_a_frame_around_text_is_no_table(paper: Callable[..., Any]) -> None:
    """A box with one cell holds paragraphs."""
    sheet = paper()
    sheet.grid(70, 100, [400], [["一、强化责任。"], ["二、补齐短板。"]])
    blocks = read_pdf(sheet.data(), Limits()).blocks

    assert ["一、强化责任。", "二、补齐短板。"] == [block.text for block in blocks if isinstance(block, Paragraph)]


def test_pages_with_too_many_rules_are_read_as_text(paper: Callable[..., Any]) -> None:
    """The table search is left out, and the report says so."""
    sheet = paper()
    sheet.text(112, 100, "一、强化责任。")
    for step in range(120):
        sheet.rule(50, 150 + step * 4, 550, 150 + step * 4)
        sheet.rule(50 + step * 4, 150, 50 + step * 4, 700)
    reading = read_pdf(sheet.data(), Limits())

    assert ["一、强化责任。"] == [block.text for block in reading.blocks if isinstance(block, Paragraph)]
    assert [1] == [note.location.page for note in reading.skipped]
    assert "ruling lines" in reading.skipped[0].reason
