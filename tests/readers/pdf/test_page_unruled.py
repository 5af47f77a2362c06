"""Tables without ruling lines: told by their column headings and numbers, else left as text."""

from __future__ import annotations

from planalign.config import Limits
from planalign.model.block import CellOrigin, Paragraph, Table
from planalign.readers.page import Char, Page
from planalign.readers.page_flow import read_pages

_COLUMNS = (70.0, 110.0, 230.0, 400.0)


def _at(x: float, base: float, text: str, size: float = 10) -> list[Char]:
    return [Char(char, x + index * size, x + (index + 1) * size, base, size) for index, char in enumerate(text)]


def _row(base: float, *texts: str) -> list[Char]:
    return [char for x, text in zip(_COLUMNS, texts, strict=False) for char in _at(x, base, text)]


def _read(*pages: list[Char]) -> list[Paragraph | Table]:
    return list(read_pages([Page(n, 595, 842, tuple(chars)) for n, chars in enumerate(pages, 1)], Limits()).blocks)


def _texts(table: Paragraph | Table) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


_HEADS = ("序号", "名称", "目标", "责任单位")


def test_headings_and_numbers_make_a_table() -> None:
    """Lines between two numbers belong to the row of the first; what comes after a wide gap is none of it."""
    chars = _row(100, *_HEADS) + _row(115, "1", "河道治理", "治理河道十公里", "水利局")
    chars += _at(230, 127, "年底完成") + _row(142, "2", "危房改造", "改造三十户", "住建局")
    table, after = _read(chars + _at(70, 220, "其他事项按照原定方案办理。"))

    assert [
        list(_HEADS),
        ["1", "河道治理", "治理河道十公里\n年底完成", "水利局"],
        ["2", "危房改造", "改造三十户", "住建局"],
    ] == _texts(table)
    assert isinstance(after, Paragraph)


def test_headings_repeated_on_every_page_are_no_running_header() -> None:
    """The table goes on, and its headings count once."""
    pages = [
        _row(60, *_HEADS) + _row(80, str(number), "河道治理", "治理河道十公里", "水利局") for number in range(1, 5)
    ]
    (table,) = _read(*pages)

    assert ["序号", "1", "2", "3", "4"] == [row[0] for row in _texts(table)]


def test_a_name_beside_several_rows_covers_them() -> None:
    """A line that stands level with no number goes on with the cell above."""
    chars = _row(100, *_HEADS) + _row(115, "1", "河道治理和水", "治理河道十公里", "水利局")
    chars += (
        _row(128, "2", "", "清理淤泥", "水利局") + _at(110, 133, "库除险加固") + _row(150, "3", "危房", "三十户", "局")
    )
    chars += (
        _row(165, "4", "道路", "二十公里", "局")
        + _row(180, "5", "桥梁", "三座", "局")
        + _row(195, "6", "管网", "一处", "局")
    )
    (table,) = _read(chars)

    assert isinstance(table, Table)
    assert CellOrigin.VMERGE is table.rows[2][1].origin
    assert table.rows[1][1].text == table.rows[2][1].text


def test_cells_that_are_not_set_at_the_top_stay_text() -> None:
    """Where numbers stand in the middle of their rows, rows cannot be told apart."""
    chars = _row(100, *_HEADS)
    for number in range(1, 5):
        top = 90 + 40 * number
        chars += _at(230, top, "治理河道十公里") + _row(top + 12, str(number), "河道治理") + _at(400, top + 5, "水利局")
    assert not any(isinstance(block, Table) for block in _read(chars))


def test_a_sentence_about_numbers_is_no_heading() -> None:
    """序号 at the start of a sentence makes no table."""
    assert not any(isinstance(block, Table) for block in _read(_at(70, 100, "序号按照文件编排。") + _at(70, 120, "1")))
