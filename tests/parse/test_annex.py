"""Annex tables as DOCX, HTML and PDF readers give them."""

from __future__ import annotations

import pytest

from planalign.model.annex import AnnexKind, RowKind
from planalign.model.block import Cell, CellOrigin, Location, Table
from planalign.parse.annex import TitledTable, read_grids

OWN, DOWN, OVER = CellOrigin.OWN, CellOrigin.VMERGE, CellOrigin.HMERGE
HEADER = ["序 号", "任务", "2025年目标", "牵头单位", "责任单位", "备注"]


def _table(*rows: list[str | tuple[str, CellOrigin]], pages: list[int] | None = None) -> Table:
    grid = []
    for index, row in enumerate(rows):
        place = Location(table=1, row=index + 1, page=pages[index] if pages else None)
        pairs = [cell if isinstance(cell, tuple) else (cell, OWN) for cell in row]
        grid.append(tuple(Cell(text=text, origin=origin, location=place) for text, origin in pairs))
    return Table(rows=tuple(grid))


def _rows(*rows: list[str | tuple[str, CellOrigin]], pages: list[int] | None = None) -> list[tuple[object, ...]]:
    ((annex, *_),), _ = read_grids([TitledTable("任务分工表", _table(*rows, pages=pages))])
    return [
        (row.seq, row.name, row.name_inherited, row.target, row.lead_units, row.responsible_units, row.remark)
        for row in annex.rows
    ]


def test_merged_name_is_inherited() -> None:
    """A cell covered by a vertical merge has the text of the merged cell, and says so."""
    assert _rows(
        list(HEADER),
        ["1", "供水", "20公里", "市水务局", "各区县", ""],
        ["2", ("供水", DOWN), "15公里", ("市水务局", DOWN), "", ""],
    ) == [
        (1, "供水", False, "20公里", ("市水务局",), ("各区县",), ""),
        (2, "供水", True, "15公里", ("市水务局",), (), ""),
    ]


def test_blank_name_beside_a_number_is_filled_but_units_are_not() -> None:
    """A blank name means as above; a blank unit means nobody is named."""
    assert _rows(list(HEADER), ["1", "供水", "20公里", "市水务局", "各区县", ""], ["2", "", "15公里", "", "", "试点"])[
        1
    ] == (2, "供水", True, "15公里", (), (), "试点")


def test_name_repeated_by_hand_is_kept() -> None:
    """A name that is printed again is not inherited."""
    rows = _rows(list(HEADER), ["1", "供水", "甲", "", "", ""], ["2", "供水", "乙", "", "", ""])
    assert [row[2] for row in rows] == [False, False]


def test_repeated_header_is_dropped_and_split_row_is_glued() -> None:
    """After a page break the headings stand again, and a row without a number is the rest of the one above."""
    assert _rows(
        list(HEADER),
        ["1", "供水", "建设管网，", "市水务局", "各区县", ""],
        ["序号", "任务", "2025年目标", "牵头单位", "责任单位", "备注"],
        ["", "", "改造泵站。", "", "", ""],
        ["2", "排水", "清淤。", "市水务局", "", ""],
        pages=[1, 1, 2, 2, 2],
    ) == [
        (1, "供水", False, "建设管网，改造泵站。", ("市水务局",), ("各区县",), ""),
        (2, "排水", False, "清淤。", ("市水务局",), (), ""),
    ]


def test_heading_over_two_rows_and_group_row() -> None:
    """责任分工 over 牵头单位 and 责任单位 is one heading; a row over the whole width is a group heading."""
    ((annex, *_),), skipped = read_grids(
        [
            TitledTable(
                "分工",
                _table(
                    ["序号", "任务", "责任分工", ("责任分工", OVER)],
                    [("序号", DOWN), ("任务", DOWN), "牵头单位", "责任单位"],
                    ["（一）供水", ("（一）供水", OVER), ("（一）供水", OVER), ("（一）供水", OVER)],
                    ["1", "建管网", "市水务局", "各区县、市住建局"],
                ),
            )
        ]
    )
    assert annex.columns == ("序号", "任务", "责任分工 牵头单位", "责任分工 责任单位")
    assert [(row.kind, row.seq, row.name, row.lead_units, row.responsible_units) for row in annex.rows] == [
        (RowKind.GROUP, None, "（一）供水", (), ()),
        (RowKind.ITEM, 1, "建管网", ("市水务局",), ("各区县", "市住建局")),
    ]
    assert () == skipped


def test_total_and_group_rows_are_told_from_items() -> None:
    """合计 is a total, a numbered heading beside blank cells a group; neither counts nor hands its name down."""
    ((annex, *_),), _ = read_grids(
        [
            TitledTable(
                "重点项目投资计划表",
                _table(
                    ["序号", "项目", "建设内容", "投资（万元）"],
                    ["合计", "", "", "800"],
                    ["一", "供水工程", "", ""],
                    ["1", "城北水厂", "新建水厂1座", "500"],
                    ["2", "", "新建泵站2座", "300"],
                    ["小计", "", "", "800"],
                ),
            )
        ]
    )
    assert AnnexKind.PROJECT is annex.kind
    assert [(row.kind, row.seq, row.name) for row in annex.rows] == [
        (RowKind.TOTAL, None, "合计"),
        (RowKind.GROUP, None, "供水工程"),
        (RowKind.ITEM, 1, "城北水厂"),
        (RowKind.ITEM, 2, "城北水厂"),
        (RowKind.TOTAL, None, "小计"),
    ]
    assert CellOrigin.FILLED is annex.rows[3].origins[1]


def test_continued_table_is_one_annex() -> None:
    """A table titled （续） goes on with the one above."""
    first, second = _table(list(HEADER), ["1", "甲", "", "", "", ""]), _table(list(HEADER), ["2", "乙", "", "", "", ""])
    ((annex, *_),), _ = read_grids([TitledTable("分工", first), TitledTable("分工（续）", second)])
    assert [row.seq for row in annex.rows] == [1, 2]


def test_layout_table_is_skipped() -> None:
    """A table of one column holds no rows."""
    annexes, skipped = read_grids([TitledTable("", _table(["江城市人民政府文件"], ["江府发〔2025〕1号"]))])
    assert annexes == ()
    assert len(skipped) == 1


def test_second_row_of_headings_below_a_merged_first_one() -> None:
    """Where a heading spans columns, the row below is one of headings if any of its cells is covered."""
    ((annex, *_),), _ = read_grids(
        [
            TitledTable(
                "任务分工表",
                _table(
                    ["工作任务", ("工作任务", OVER), "工作目标", "牵头单位"],
                    ["类别", "事项", ("工作目标", DOWN), ("牵头单位", DOWN)],
                    ["供水", "管网", "新建20公里", "市水务局"],
                ),
            )
        ]
    )
    assert annex.columns == ("工作任务 类别", "工作任务 事项", "工作目标", "牵头单位")
    assert [row.target for row in annex.rows] == ["新建20公里"]


def test_row_with_units_of_its_own_is_no_rest() -> None:
    """A row without a number is no rest of the one above where both name units to the end."""
    rows = _rows(list(HEADER), ["1", "住房", "开工500套", "建设局", "", ""], ["", "", "竣工300套", "建设局", "", ""])
    assert [(row[3], row[4]) for row in rows] == [("开工500套", ("建设局",)), ("竣工300套", ("建设局",))]


def test_ditto_signs_stand_for_the_cell_above() -> None:
    """〃 and 同上 are read as the cell above, through several rows."""
    ((annex, *_),), _ = read_grids(
        [
            TitledTable(
                "任务分工表",
                _table(
                    list(HEADER),
                    ["1", "供水", "20公里", "市水务局", "各区县", ""],
                    ["2", "节水", "3处", "〃", "同上", ""],
                    ["3", "排水", "5公里", "〃", "同 上", ""],
                ),
            )
        ]
    )
    assert [(row.lead_units, row.responsible_units) for row in annex.rows] == [(("市水务局",), ("各区县",))] * 3
    assert annex.rows[2].origins[3] is CellOrigin.FILLED


def test_ditto_below_a_heading_stands_for_the_item_above_it() -> None:
    """〃 below headings and totals, whole or over some columns, is the text of the last item; without one it stays."""
    (grid,), _ = read_grids(
        [
            TitledTable(
                "任务分工表",
                _table(
                    list(HEADER),
                    ["一", "供水", "", "", "", ""],
                    ["1", "管网", "20公里", "市水务局", "〃", ""],
                    ["小计", "", "20公里", "", "", ""],
                    ["二", "排水", "", "", "", ""],
                    ["2", "泵站", "3座", "〃", "各区县", ""],
                    ["重点工程", *[("重点工程", OVER)] * 3, "", ""],
                    ["3", "水闸", "5座", "〃", "同上", ""],
                ),
            )
        ]
    )
    items = [row for row in grid.annex.rows if row.seq]
    assert [(row.lead_units, row.responsible_units) for row in items] == [
        (("市水务局",), ("〃",)),
        (("市水务局",), ("各区县",)),
        (("市水务局",), ("各区县",)),
    ]


def test_wrapped_row_is_glued_though_it_names_units() -> None:
    """A row whose unit names were cut in two, or whose target goes on behind a comma, is the rest of the one above."""
    rows = _rows(
        list(HEADER),
        ["1", "公厕", "新建10座，并改造", "区生态", "区财政局、区住", ""],
        ["", "", "20座。", "环境局", "建局", ""],
        ["2", "管网", "新建10公里，", "区水利局", "区财政局", ""],
        ["", "", "改造20公里。", "区住建局", "", ""],
    )
    assert [(row[3], row[4], row[5]) for row in rows] == [
        ("新建10座，并改造20座。", ("区生态环境局",), ("区财政局", "区住建局")),
        ("新建10公里，改造20公里。", ("区水利局", "区住建局"), ("区财政局",)),
    ]


@pytest.mark.parametrize(
    ("heading", "unit", "value", "target", "found"),
    [
        ("单位", "%", "92", "92%", [(92.0, "%", "exact")]),
        ("计量单位", "人次", "2000", "2000人次", [(2000.0, "人次", "exact")]),
        ("单 位", "万人", "1.2以上", "1.2万人以上", [(12000.0, "人", "least")]),
        ("单位", "亿元", "≥35", "≥35亿元", [(3.5e9, "元", "least")]),
        ("单位", "%", "下降3.5", "下降3.5%", [(3.5, "%", "fall")]),
        ("计量单位", "艘次", "30", "30艘次", [(30.0, "艘次", "exact")]),
        ("单位", "%", "达到92%", "达到92%", [(92.0, "%", "least")]),
        ("单位", "公里", "完成改造", "完成改造", []),
        ("单位", "市水务局", "92", "92", [(92.0, "", "exact")]),
    ],
)
def test_unit_of_measure_in_a_column(
    heading: str, unit: str, value: str, target: str, found: list[tuple[float, str, str]]
) -> None:
    """A unit of measure in a column of its own belongs to the number of its row; the name of an office does not."""
    table = _table(["序号", "指标名称", heading, "目标值", "责任单位"], ["1", "供水", unit, value, "市水务局"])
    ((annex, *_),), _ = read_grids([TitledTable("指标表", table)])
    (row,) = annex.rows
    shown = [(each.value, each.unit, each.direction.value) for each in row.targets]
    assert (target, found, ("市水务局",)) == (row.target, shown, row.responsible_units)
