"""OpenDocument texts: read like the .docx they were written from; lists, spans, notes and changes on small files."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import CellOrigin, Format, Paragraph, Table
from planalign.readers.docx import read_docx
from planalign.readers.odt import read_odt
from planalign.readers.sniff import sniff

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.readers.reading import Reading

MIMETYPE = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")),
        *(("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
    )
)
LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
    ' style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)


def _file(body: str, *, styles: str = "", rest: str = "", **members: str) -> bytes:
    """Return an OpenDocument text; styles are automatic ones, rest is what styles.xml holds."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", f"<office:document-styles {SPACES}>{rest}</office:document-styles>")
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return stream.getvalue()


def _read(body: str, *, styles: str = "", rest: str = "") -> Reading:
    return read_odt(_file(body, styles=styles, rest=rest), Limits())


def _texts(reading: Reading) -> list[str]:
    return [block.label + block.text for block in reading.blocks if isinstance(block, Paragraph)]


def _aside(reading: Reading) -> list[tuple[str, str]]:
    return [(each.role, each.text) for each in reading.furniture]


def _twin(path: Path, other: Path) -> None:
    reading, expected = read_odt(path.read_bytes(), Limits()), read_docx(other.read_bytes(), Limits())
    assert expected.blocks == reading.blocks
    # Page numbers were counted anew when the file was written.
    assert [each for each in _aside(expected) if each[0] != "footer"] == [
        each for each in _aside(reading) if each[0] != "footer"
    ]


@pytest.mark.parametrize("name", ["linjiang-district-2025", "city-2025"])
def test_same_as_docx(name: str, jiangcheng: Path) -> None:
    """Automatic numbers, merged cells, a text box and tracked changes give the blocks of the .docx, places too."""
    _twin(jiangcheng / f"{name}.odt", jiangcheng / f"{name}.docx")


def test_real_twin(corpora: Path) -> None:
    """The real plan gives the blocks of its .docx."""
    _twin(corpora / "rendered" / "cq2024.odt", corpora / "rendered" / "cq2024.docx")


def _list(*items: str, more: str = "") -> str:
    return f'<text:list text:style-name="L" {more}>' + "".join(items) + "</text:list>"


def _item(*paragraphs: str, more: str = "", inner: str = "") -> str:
    return (
        f"<text:list-item {more}>"
        + "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
        + inner
        + "</text:list-item>"
    )


def test_lists_count() -> None:
    """Levels, second paragraphs of items, new lists, continued lists, stated starts and headers of lists."""
    inner = "<text:list>" + _item("丙") + _item("丁") + "</text:list>"
    body = (
        _list(_item("甲", "接"), _item("乙", inner=inner), more='xml:id="one"')
        + "<text:p>段</text:p>"
        + _list(_item("戊"), more='text:continue-numbering="true"')
        + _list(_item("己", more='text:start-value="8"'), _item("庚"))
        + _list(
            "<text:list-header><text:p>头</text:p></text:list-header>", _item("辛"), more='text:continue-list="one"'
        )
        + '<text:list text:style-name="B">'
        + _item("点")
        + "</text:list>"
    )
    assert [
        "一、甲",
        "接",
        "二、乙",
        "二.1丙",
        "二.2丁",
        "段",
        "三、戊",
        "八、己",
        "九、庚",
        "头",
        "十、辛",
        "点",
    ] == _texts(_read(body, styles=LISTS))


def test_numbered_headings() -> None:
    """The numbering of headings is one list; a heading that heads a list bears no number."""
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"'
        ' style:num-suffix="."/></text:outline-style></office:styles>'
    )
    body = (
        '<text:h text:outline-level="1">甲</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">乙</text:h>'
        '<text:h text:outline-level="1">丙</text:h>'
    )
    assert ["1.甲", "乙", "2.丙"] == _texts(_read(body, rest=outline))


def test_text_of_paragraphs() -> None:
    """Blanks, tabs, breaks, links, ruby, bookmarks; a date field keeps what is stored."""
    body = (
        '<text:p>印发<text:span>日期</text:span>：<text:date text:fixed="false">2025年3月5日</text:date>\n  后'
        '<text:s text:c="2"/>'
        '<text:tab/>5\u20119月<text:line-break/><text:a>链</text:a><text:bookmark text:name="_Toc"/>'
        "<text:ruby><text:ruby-base>注音</text:ruby-base><text:ruby-text>zhuyin</text:ruby-text></text:ruby></text:p>"
    )
    assert ["印发日期：2025年3月5日 后  \t5-9月\n链注音"] == _texts(_read(body))


def test_what_stands_apart() -> None:
    """Notes, comments, hidden words and sections, deleted words, contents and headers are no text of the body."""
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="C" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="center"/></style:style>'
    )
    page = (
        "<office:master-styles><style:master-page>"
        "<style:header><text:p>页眉</text:p></style:header></style:master-page></office:master-styles>"
    )
    body = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>删去</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:index-title><text:p>目录</text:p></text:index-title>"
        "<text:p>一、甲 1</text:p></text:index-body></text:table-of-content>"
        '<text:p text:style-name="C">题</text:p><text:p>正<text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body>"
        '<text:p>脚注</text:p></text:note-body></text:note>文<text:change text:change-id="d"/>'
        '<text:span text:style-name="H">暗</text:span><office:annotation><text:p>批注</text:p>'
        "</office:annotation>。</text:p>"
        '<text:section text:display="none"><text:p>隐节</text:p></text:section>'
    )
    reading = _read(body, styles=styles, rest=page)
    assert ["题", "正文。"] == _texts(reading)
    assert [True, False] == [block.centred for block in reading.blocks if isinstance(block, Paragraph)]
    assert {
        *(("contents", "目录"), ("contents", "一、甲 1"), ("note", "脚注"), ("deleted", "删去"), ("hidden", "暗")),
        *(("comment", "批注"), ("hidden", "隐节"), ("header", "页眉")),
    } == set(_aside(reading))


def test_text_boxes_and_pictures() -> None:
    """A text box is read where it is anchored; a large picture is named."""
    body = (
        "<text:p><draw:frame><draw:text-box><text:p>江城市人民政府文件</text:p></draw:text-box>"
        "</draw:frame>正文</text:p>"
        '<text:p><draw:frame svg:width="15cm" svg:height="20cm"><draw:image/></draw:frame></text:p>'
    )
    reading = _read(body)
    assert ["江城市人民政府文件", "正文"] == _texts(reading)
    assert ["a picture of 15 × 20 cm was not read; it may hold text"] == [each.reason for each in reading.skipped]


def test_tables() -> None:
    """Cells over rows and columns; repeated columns, rows and cells count."""
    body = (
        '<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>'
        '<table:table-cell table:number-columns-spanned="2"><text:p>名称</text:p></table:table-cell>'
        "<table:covered-table-cell/>"
        "<table:table-cell><text:p>目标</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        '<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>甲</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell></table:table-row>'
        "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell>"
        "<table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>"
    )
    (table,) = _read(body).blocks
    assert isinstance(table, Table)
    assert [["名称", "名称", "目标"], ["甲", "1", "1"], ["甲", "2", "3"]] == [
        [cell.text for cell in row] for row in table.rows
    ]
    assert (CellOrigin.HMERGE, CellOrigin.VMERGE) == (table.rows[0][1].origin, table.rows[2][0].origin)


def test_bounds() -> None:
    """Counts that would fill the memory are cut to what a page can hold."""
    cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>1</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="999999999">{cell}</table:table-row>'
    (table,) = _read(f"<table:table>{row}</table:table>").blocks
    assert isinstance(table, Table)
    assert (63, 63) == (len(table.rows), len(table.rows[0]))
    (line,) = _texts(_read('<text:p>甲<text:s text:c="999999999"/>乙</text:p>'))
    assert len(line) == 1_002


def test_repeated_tables_inside_one_another() -> None:
    """A few repeated rows that state billions of cells are refused before they fill the memory."""
    body = "<text:p>1</text:p>"
    for _ in range(4):
        body = (
            '<table:table><table:table-row table:number-rows-repeated="63"><table:table-cell'
            f' table:number-columns-repeated="63">{body}</table:table-cell></table:table-row></table:table>'
        )
    with pytest.raises(ReadError, match="more than 500 cells"):
        read_odt(_file(body), Limits(max_cells=500))


def test_a_deletion_is_written_once() -> None:
    """However often the text refers to it."""
    region = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>旧</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    reading = _read(region + "<text:p>新" + '<text:change text:change-id="c"/>' * 3 + "</text:p>")
    assert ["旧"] == [record.text for record in reading.furniture if record.role == "deleted"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (_file("<text:p>甲</text:p>", **{"META-INF__manifest": "<m><encryption-data/></m>"}), "encrypted"),
        (_file("<text:p/>"), "holds no text"),
        (_file("<text:p>"), "damaged"),
    ],
)
def test_refused(data: bytes, what: str) -> None:
    """Encrypted, empty and damaged files are named for what they are."""
    assert Format.ODT is sniff(data)
    with pytest.raises(ReadError, match=what):
        read_odt(data, Limits())
