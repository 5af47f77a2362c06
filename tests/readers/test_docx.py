"""Word documents: text in all its wrappings, numbers, tables, what stands apart."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import CellOrigin, Location, Paragraph, Table
from planalign.readers.docx import read_docx
from planalign.readers.docx_xml import W
from planalign.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planalign.model.block import Document
    from planalign.readers.markup import Element
    from planalign.readers.reading import Reading

    Builder = Callable[..., bytes]


def _p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _texts(reading: Reading | Document) -> list[str]:
    return [block.label + block.text for block in reading.blocks if isinstance(block, Paragraph)]


def _apart(reading: Reading | Document) -> list[tuple[str, str]]:
    return [(each.role, each.text) for each in reading.furniture]


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


INLINE = {
    "runs": (_r("新建") + _r("100座"), "新建100座"),
    "inserted": (f"<w:ins>{_r('增补')}</w:ins>", "增补"),
    "moved here": (f"<w:moveTo>{_r('移来')}</w:moveTo>", "移来"),
    "content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{_r('控件')}</w:sdtContent></w:sdt>", "控件"),
    "smart tag": (f'<w:smartTag w:element="d">{_r("标记")}</w:smartTag>', "标记"),
    "hyperlink": (f"<w:hyperlink>{_r('链接')}</w:hyperlink>", "链接"),
    "simple field": (f'<w:fldSimple w:instr=" DATE ">{_r("2025年3月5日")}</w:fldSimple>', "2025年3月5日"),
    "complex field": (
        _field("begin")
        + '<w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
        + _field("separate")
        + _r("结果")
        + _field("end"),
        "结果",
    ),
    "enclosed character": (
        _field("begin") + r"<w:r><w:instrText>eq \o\ac(○,12)</w:instrText></w:r>" + _field("end") + _r("建设"),
        "⑫建设",
    ),
    "field that never ends": (_field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + _r("正文"), "正文"),
    "tab and break": ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙"),
    "hyphens": ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>9</w:t><w:softHyphen/><w:t>月</w:t></w:r>", "5-9月"),
    "symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>完成</w:t></w:r>', "☑完成"),
    "ruby": (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{_r('zhù')}</w:rt><w:rubyBase>{_r('注')}</w:rubyBase></w:ruby></w:r>",
        "注",
    ),
    "blanks that do not count": ("<w:r><w:t> 甲 </w:t></w:r>", "甲"),
}


@pytest.mark.parametrize("name", INLINE)
def test_text_in_all_its_wrappings(docx_file: Builder, name: str) -> None:
    """Text that a reader of the page sees is read, wherever Word keeps it."""
    content, expected = INLINE[name]
    reading = read_docx(docx_file(_p(content) + _p(_r("末段"))), Limits())
    assert _texts(reading) == [expected, "末段"]


def test_deleted_and_hidden_text_stands_apart(docx_file: Builder) -> None:
    """A withdrawn target must not be read as valid, nor vanish without trace."""
    style = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = _p(
        _r("新建100座。")
        + "<w:del><w:r><w:delText>新建200座。</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{_r('移走')}</w:moveFrom>"
        + _r("暗文", "<w:vanish/>")
        + _r("样式暗文", '<w:rStyle w:val="H"/>')
        + _r("明文", '<w:vanish w:val="0"/>')
    )
    reading = read_docx(docx_file(body, styles=style), Limits())
    assert _texts(reading) == ["新建100座。明文"]
    assert _apart(reading) == [("deleted", "新建200座。移走"), ("hidden", "暗文样式暗文")]


def test_a_deleted_paragraph_end_joins_two_paragraphs(docx_file: Builder) -> None:
    """A paragraph whose end was deleted goes on in the next one."""
    body = _p(_r("抓好"), "<w:rPr><w:del/></w:rPr>") + _p(_r("落实。"))
    assert _texts(read_docx(docx_file(body), Limits())) == ["抓好落实。"]


def test_text_boxes_are_read_once_where_they_are_anchored(docx_file: Builder) -> None:
    """The red head stands in a text box, twice in the file: as drawing and as fallback."""
    box = f"<w:txbxContent>{_p(_r('江城市人民政府文件'))}{_p(_r('江府发〔2025〕3号'))}</w:txbxContent>"
    content = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    reading = read_docx(docx_file(_p(content + _r("关于印发要点的通知"))), Limits())
    assert _texts(reading) == ["江城市人民政府文件", "江府发〔2025〕3号", "关于印发要点的通知"]


def test_centred_paragraphs_by_themselves_or_by_style(docx_file: Builder) -> None:
    """Alignment is inherited along basedOn and may be overridden."""
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = (
        _p(_r("一"), '<w:jc w:val="center"/>')
        + _p(_r("二"), '<w:pStyle w:val="B"/>')
        + _p(_r("三"), '<w:pStyle w:val="B"/><w:jc w:val="left"/>')
        + _p(_r("四"))
    )
    blocks = read_docx(docx_file(body, styles=style), Limits()).blocks
    assert [block.centred for block in blocks if isinstance(block, Paragraph)] == [True, True, False, False]


def test_places_count_paragraphs_and_tables(docx_file: Builder) -> None:
    """Empty paragraphs do not count; cells know their row and column."""
    table = f"<w:tbl><w:tr><w:tc>{_p(_r('甲'))}</w:tc><w:tc>{_p(_r('乙'))}</w:tc></w:tr></w:tbl>"
    blocks = read_docx(docx_file(_p(_r("一")) + _p("") + table + _p(_r("二"))), Limits()).blocks
    assert [block.location for block in blocks] == [Location(paragraph=1), Location(table=1), Location(paragraph=2)]
    assert isinstance(blocks[1], Table)
    assert blocks[1].rows[0][1].location == Location(table=1, row=1, cell=2)


def test_contents_headers_notes_and_comments_stand_apart(docx_file: Builder) -> None:
    """What is not the body is kept, with its role, once."""
    style = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{_p(_r('目录'))}</w:sdtContent></w:sdt>"
    )
    body = contents + _p(_r("一、总体要求\t1"), '<w:pStyle w:val="T1"/>') + _p(_r("正文。"))
    data = docx_file(
        body,
        styles=style,
        header=_p(_r("江城市人民政府文件")),
        footnotes=f"<w:footnote>{_p(_r('脚注文字'))}</w:footnote>",
        comments=f"<w:comment>{_p(_r('请核实'))}</w:comment>",
    )
    reading = read_docx(data, Limits())
    assert _texts(reading) == ["正文。"]
    assert _apart(reading) == [
        ("contents", "目录"),
        ("contents", "一、总体要求\t1"),
        ("header", "江城市人民政府文件"),
        ("note", "脚注文字"),
        ("comment", "请核实"),
    ]


def test_a_document_without_text_is_refused(docx_file: Builder) -> None:
    """An empty document is an error, never an empty success."""
    with pytest.raises(ReadError, match="holds no text"):
        read_docx(docx_file(_p("")), Limits())


def test_inserted_files_are_said(docx_file: Builder) -> None:
    """An altChunk is not read, and that is said."""
    reading = read_docx(docx_file(_p(_r("正文。")) + "<w:altChunk/>"), Limits())
    assert [note.reason for note in reading.skipped] == ["an inserted file (altChunk) was not read"]


@pytest.mark.parametrize(("centimetres", "count"), [(3, 0), (15, 1)])
def test_large_pictures_are_said(docx_file: Builder, centimetres: int, count: int) -> None:
    """A picture as large as a page may be a scanned annex; a seal is none."""
    side = centimetres * 360_000
    drawing = (
        '<w:r><w:drawing><wp:extent xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' cx="{side}" cy="{side}"/><p:pic xmlns:p="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
        "</w:drawing></w:r>"
    )
    assert len(read_docx(docx_file(_p(_r("附件") + drawing)), Limits()).skipped) == count


REAL = {"wl2025_plain": (0, 47), "wl2025_autonum": (32, 47), "wl2025_runhead": (0, 47), "cq2024": (0, 0)}


@pytest.mark.parametrize("name", REAL)
def test_real_documents(corpora: Path, name: str) -> None:
    """Every paragraph, automatic number, table row and merge of the real documents is as expected."""
    document = read(corpora / "rendered" / f"{name}.docx", Limits())
    gold = json.loads((corpora / "rendered" / "gold.json").read_text(encoding="utf-8"))[name]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    labels = [block.label for block in document.blocks if isinstance(block, Paragraph) and block.label]
    origins = Counter(cell.origin for table in tables for row in table.rows for cell in row)
    # Titles are set over two lines: compared without paragraph ends.
    assert _squeezed("".join(_texts(document))) == _squeezed("".join(gold["paras"])) or name == "cq2024"
    assert _missing(_texts(document), gold["paras"]) == []
    assert [[[cell.text for cell in row] for row in table.rows] for table in tables] == [
        table["filled"] for table in gold["tables"]
    ]
    assert (len(labels), origins[CellOrigin.VMERGE]) == REAL[name]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _missing(texts: list[str], expected: list[str]) -> list[str]:
    """Return the expected paragraphs that are nowhere in the text, paragraph ends aside."""
    whole = _squeezed("".join(texts))
    return [each for each in expected if _squeezed(each) not in whole]


SHOWN = "ins smartTag sdtContent hyperlink fldSimple rubyBase txbxContent".split()  # noqa: SIM905


def _inner(node: Element) -> str:
    return "".join(each.text or "" for each in node.iter(W + "t"))


def test_real_probe_items(corpora: Path) -> None:
    """Of the probe document, all is read that is shown, once, and nothing of the rest."""
    path = corpora / "rendered" / "tricky.docx"
    document = read(path, Limits())
    body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    whole = "".join(_texts(document))
    shown = [_inner(each) for name in SHOWN for each in body.iter(W + name)]
    apart = [each.text or "" for each in body.iter(W + "delText", W + "instrText")]
    apart += [_inner(each) for each in body.iter(W + "rt")]
    apart += [_inner(run) for run in body.iter(W + "r") if run.find(f"{W}rPr/{W}vanish") is not None]
    assert [whole.count(text) for text in shown] == [1] * len(shown)
    assert len(apart) == 4
    assert [text for text in apart if text in whole] == []
    assert {each.role for each in document.furniture} == {"deleted", "hidden", "header", "footer"}
