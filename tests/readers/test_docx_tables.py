"""Tables of Word documents as full grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.config import Limits
from planalign.model.block import Paragraph, Table
from planalign.readers.docx import read_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    Builder = Callable[..., bytes]


def _cell(text: str, properties: str = "") -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("/"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _table(*rows: str, columns: int = 0) -> str:
    grid = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _grid(data: bytes) -> list[list[tuple[str, str]]]:
    (table,) = [block for block in read_docx(data, Limits()).blocks if isinstance(block, Table)]
    return [[(cell.text, cell.origin.value) for cell in row] for row in table.rows]


RESTART, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_vertical_merges_repeat_their_text(docx_file: Builder) -> None:
    """A covered cell repeats the text of the merged cell; a cell that is only empty does not."""
    data = docx_file(
        _table(_row(_cell("甲", RESTART), _cell("1")), _row(_cell("", GO_ON), _cell("")), _row(_cell(""), _cell("3")))
    )
    assert _grid(data) == [
        [("甲", "own"), ("1", "own")],
        [("甲", "vmerge"), ("", "own")],
        [("", "own"), ("3", "own")],
    ]


def test_horizontal_merges_fill_the_grid(docx_file: Builder) -> None:
    """Every row is as wide as the table, whatever spans and gaps its row states."""
    data = docx_file(
        _table(
            _row(_cell("责任分工", '<w:gridSpan w:val="2"/>'), _cell("时限")),
            _row(_cell("乙"), properties='<w:gridBefore w:val="1"/>'),
            _row(_cell("丙", '<w:hMerge w:val="restart"/>'), _cell("", "<w:hMerge/>"), _cell("丁")),
            columns=3,
        )
    )
    assert _grid(data) == [
        [("责任分工", "own"), ("责任分工", "hmerge"), ("时限", "own")],
        [("", "own"), ("乙", "own"), ("", "own")],
        [("丙", "own"), ("丙", "hmerge"), ("丁", "own")],
    ]


def test_lines_of_a_cell_and_nested_tables(docx_file: Builder) -> None:
    """Paragraphs of a cell are lines; the rows of a table inside it are lines too."""
    nested = _table(_row(_cell("内甲"), _cell("内乙")))
    cell = f"<w:tc>{_cell('区公安局/区应急局')[4:-7].replace('<w:tcPr></w:tcPr>', '')}{nested}<w:p/></w:tc>"
    data = docx_file(_table(_row(cell, _cell("右"))))
    assert _grid(data) == [[("区公安局\n区应急局\n内甲\t内乙", "own"), ("右", "own")]]


def test_one_cell_is_a_frame(docx_file: Builder) -> None:
    """A table of one cell is a frame around paragraphs."""
    blocks = read_docx(docx_file(_table(_row(_cell("一、总体要求/二、重点任务")))), Limits()).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["一、总体要求", "二、重点任务"]


def test_deleted_rows_stand_apart(docx_file: Builder) -> None:
    """A row that was deleted under track changes is no row."""
    deleted = _row(_cell("旧"), _cell("旧值"), properties="<w:del/>")
    reading = read_docx(docx_file(_table(_row(_cell("新"), _cell("新值")), deleted)), Limits())
    assert [len(block.rows) for block in reading.blocks if isinstance(block, Table)] == [1]
    assert [(each.role, each.text) for each in reading.furniture] == [("deleted", "旧\n旧值")]


def test_rows_in_content_controls_count(docx_file: Builder) -> None:
    """A repeating section wraps its rows in content controls."""
    wrapped = f"<w:sdt><w:sdtContent>{_row(_cell('2'), _cell('乙'))}</w:sdtContent></w:sdt>"
    data = docx_file(_table(_row(_cell("1"), _cell("甲")), wrapped))
    assert [row[0][0] for row in _grid(data)] == ["1", "2"]


def test_giant_spans_and_tables_stay_bounded(docx_file: Builder) -> None:
    """A span is never wider than Word can draw; rows beyond the limit are said."""
    data = docx_file(_table(*[_row(_cell("甲", '<w:gridSpan w:val="300000000"/>'), _cell("乙"))] * 3, columns=4))
    reading = read_docx(data, Limits(max_cells=10))
    (table,) = [block for block in reading.blocks if isinstance(block, Table)]
    assert [len(row) for row in table.rows] == [5, 5]
    assert [note.reason for note in reading.skipped] == ["1 rows of a table with too many cells were left out"]
