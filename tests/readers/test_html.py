"""Web pages: the document without the page around it."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Location, Paragraph, Table
from planalign.readers.html import read_html
from planalign.text.web_page import is_chrome

if TYPE_CHECKING:
    from planalign.model.block import Document
    from planalign.readers.reading import Reading

ITEMS = "".join(
    f"<p style='text-indent:2em'>（{number}）抓好{matter}工作。完善工作机制，落实各方责任；年底前全部完成。</p>"
    for number, matter in zip("一二三四五", ("预案", "演练", "排查", "宣传", "值守"), strict=True)
)


def _read(markup: str) -> Reading:
    return read_html(markup.encode(), Limits())


def _texts(reading: Reading | Document) -> list[str]:
    return [block.label + block.text for block in reading.blocks if isinstance(block, Paragraph)]


def _starts(reading: Reading) -> list[str]:
    return [text[:9] for text in _texts(reading)]


def _grid(markup: str) -> list[list[tuple[str, str]]]:
    (table,) = [block for block in _read(markup).blocks if isinstance(block, Table)]
    return [[(cell.text, cell.origin.value) for cell in row] for row in table.rows]


BODY = ["（一）抓好预案工作", "（二）抓好演练工作", "（三）抓好排查工作", "（四）抓好宣传工作", "（五）抓好值守工作"]


@pytest.mark.parametrize(
    "data",
    [
        f"<html><head><meta charset='utf-8'></head><p>江府发〔2025〕3号</p>{ITEMS}".encode(),
        f"<html><head><meta charset=gb2312></head><p>江府发〔2025〕3号</p>{ITEMS}".encode("gb18030"),
        f"<html><meta http-equiv=Content-Type content='charset=GBK'><p>江府发〔2025〕3号</p>{ITEMS}".encode("gb18030"),
        f"<html><head><meta charset=gb2312></head><p>江府发〔2025〕3号</p>{ITEMS}".encode(),
        f"<html><p>江府发〔2025〕3号</p>{ITEMS}".encode("utf-8-sig"),
        f"<html><p>江府发〔2025〕3号</p>{ITEMS}".encode("utf-16"),
        f"<html><head><meta charset=big5></head><p>江府发〔2025〕3号</p>{ITEMS}".encode("gb18030"),
    ],
    ids=["utf-8", "gb2312 with more", "gbk", "wrongly declared", "bom", "utf-16", "declared big5"],
)
def test_encodings(data: bytes) -> None:
    """Declarations are often too narrow or wrong; the bytes decide where they can."""
    reading = read_html(data, Limits())
    if b"big5" in data:
        assert reading.skipped[0].reason.endswith("characters of the page cannot be read in its encoding")
    else:
        assert _starts(reading) == ["江府发〔2025〕3号"[:9], *BODY]


def test_navigation_around_the_body_is_apart() -> None:
    """Menus, crumbs, sharing, printing, related links and imprint are furniture, not text."""
    page = (
        "<body><div><a href=/>首页</a><a href=/a>政务公开</a></div><div>当前位置：<a>首页</a>&gt;正文</div>"
        "<div class=a1><h1>临江区2025年工作要点</h1><div>字号：[<a>大</a>][<a>中</a>][<a>小</a>]</div>"
        "<div>分享到：<a>微信</a></div>"
        f"<div class=b2>{ITEMS}</div><p>【<a>打印</a>】【<a>关闭</a>】</p><p>扫一扫在手机打开当前页</p></div>"
        "<div><h3>相关阅读</h3><ul><li><a>区政府关于另一件事的通知</a></li></ul></div>"
        "<div style='display:none'>您即将离开本站</div>"
        "<div><p>主办：临江区人民政府</p><p>网站标识码：0000000000</p></div>"
        "<script>var a = '脚本。';</script></body>"
    )
    reading = _read(page)
    assert _starts(reading) == ["临江区2025年工作要点"[:9], *BODY]
    assert isinstance(reading.blocks[0], Paragraph)
    assert reading.blocks[0].centred
    assert Counter(each.role for each in reading.furniture) == {"navigation": 10, "hidden": 1}
    assert not any("脚本" in each.text for each in reading.furniture)


def test_statements_about_the_document_are_metadata() -> None:
    """The 索引号 table, list items and meta tags give metadata, whatever blanks stretch the labels."""
    page = (
        "<html><head><meta name=ArticleTitle content='临江区2025年工作要点'>"
        "<meta name=PubDate content='2025-03-01'>"
        "<meta name=viewport content=x><title>临江区</title></head><body>"
        "<table><tr><td>索 引 号：</td><td>0001/2025-1</td><td>发文机关</td><td>临江区人民政府</td></tr>"
        "<tr><td>[ 成文日期 ]</td><td>2025年2月20日</td><td>有效性：</td><td></td></tr></table>"
        "<ul><li><b>发文字号：</b>临政发〔2025〕2号</li></ul>"
        "<p>发布时间：2025-03-01 10:00　来源：区政府办　浏览次数：12</p>"
        f"<div>{ITEMS}</div></body></html>"
    )
    reading = _read(page)
    assert _starts(reading) == BODY
    assert reading.metadata == {
        "ArticleTitle": "临江区2025年工作要点",
        "PubDate": "2025-03-01",
        "title": "临江区",
        "索引号": "0001/2025-1",
        "发文机关": "临江区人民政府",
        "成文日期": "2025年2月20日",
        "发文字号": "临政发〔2025〕2号",
        "发布时间": "2025-03-01 10:00",
        "来源": "区政府办",
    }


def test_a_signature_outside_the_container_belongs_to_the_body() -> None:
    """Templates set issuer and date in a block of their own."""
    page = f"<div>{ITEMS * 4}</div><div><p>临江区人民政府办公室</p><p>2025年2月20日</p></div><div><a>首页</a></div>"
    assert _texts(_read(page))[-2:] == ["临江区人民政府办公室", "2025年2月20日"]


def test_a_notice_before_the_plan_belongs_to_the_body() -> None:
    """Document number and notice may stand in a block of their own before a long plan."""
    notice = "<div><p>临政发〔2025〕2号</p><p>现将工作要点印发给你们，请认真抓好贯彻落实。</p></div>"
    page = f"<div><a>首页</a></div><div>{notice}<div>{ITEMS * 9}</div></div>"
    assert _texts(_read(page))[:2] == ["临政发〔2025〕2号", "现将工作要点印发给你们，请认真抓好贯彻落实。"]


def test_layout_tables_are_walked_through() -> None:
    """Old pages are one table: menu on the left, text on the right, lines parted by <br>."""
    lines = "<br>\n&nbsp;&nbsp;&nbsp;&nbsp;".join(
        f"（{number}）抓好工作。落实责任；年底前完成。" for number in "一二三"
    )
    page = (
        "<table width=960><tr><td><a>机构设置</a><br><a>通知公告</a></td>"
        f"<td><div align=center>临江区关于印发要点的通知</div><font>&nbsp;&nbsp;{lines}</font></td></tr></table>"
    )
    reading = _read(page)
    assert _starts(reading) == ["临江区关于印发要点", *(f"（{number}）抓好工作。落" for number in "一二三")]
    assert not any(isinstance(block, Table) for block in reading.blocks)


def test_a_long_cell_does_not_make_a_layout_table() -> None:
    """An annex cell may list many units, and may hold a small table."""
    units = "<br>".join(f"区第{number}局" for number in range(20))
    inner = "<table><tr><td>内甲</td><td>内乙</td></tr></table>"
    rows = "".join(
        f"<tr><td>{n}</td><td>完善第{n}项工作机制，落实各方责任。</td><td>各镇街</td></tr>" for n in range(20)
    )
    page = f"<p>附表如下。</p><table><tr><td>21</td><td>{inner}</td><td>{units}</td></tr>{rows}</table>"
    grid = _grid(page)
    assert (len(grid), grid[0][1], grid[0][2][0].count("\n")) == (21, ("内甲\n内乙", "own"), 19)


def test_spans_join_and_titles_wrap() -> None:
    """Phrases in spans are one paragraph; <br> inside a centred title is a line break."""
    page = (
        "<p align=center>临江区人民政府<br>关于印发要点的通知</p>"
        "<p><span>（一）夯实\n责任。</span><span lang=EN>2025</span><span>年新增100m<sup>2</sup>，</span>"
        "落实到位。<o:p>&nbsp;</o:p></p>"
        "<p><del>旧文。</del>新文如此，请照此办理。</p>"
    )
    reading = _read(page)
    assert _texts(reading) == [
        "临江区人民政府\n关于印发要点的通知",
        "（一）夯实责任。2025年新增100m²，落实到位。",
        "新文如此，请照此办理。",
    ]
    assert [(each.role, each.text) for each in reading.furniture] == [("deleted", "旧文。")]


def test_preformatted_text_keeps_its_lines() -> None:
    """Inside pre a line of the source is a line."""
    assert _texts(_read("<pre>一、总体要求\n（一）落实责任，抓好演练。\n</pre>")) == [
        "一、总体要求",
        "（一）落实责任，抓好演练。",
    ]


def test_numbered_lists_show_their_numbers() -> None:
    """A browser counts the items of an ordered list; so do we."""
    page = "<p>重点任务如下。</p><ol start=3><li>完善机制。</li><li value=7>落实责任。</li><li>抓好演练。</li></ol>"
    assert _texts(_read(page)) == ["重点任务如下。", "3.完善机制。", "7.落实责任。", "8.抓好演练。"]


def test_merged_cells_fill_the_grid() -> None:
    """Both rowspan and colspan repeat their text; short rows are filled up."""
    page = (
        "<p>附表如下。</p><table><thead><tr><th rowspan=2>序号</th><th colspan=2>分工</th></tr>"
        "<tr><th>牵头</th><th>责任</th></tr></thead>"
        "<tr><td>1</td><td><p>区应急局</p><p>区公安局</p></td><td rowspan=0>各镇</td></tr><tr><td>2</td></tr></table>"
    )
    assert _grid(page) == [
        [("序号", "own"), ("分工", "own"), ("分工", "hmerge")],
        [("序号", "vmerge"), ("牵头", "own"), ("责任", "own")],
        [("1", "own"), ("区应急局\n区公安局", "own"), ("各镇", "own")],
        [("2", "own"), ("", "own"), ("各镇", "vmerge")],
    ]


def test_places_count_paragraphs_and_tables() -> None:
    """Paragraphs and tables are counted apart, cells by row and column."""
    blocks = _read(f"{ITEMS}<table><tr><td>甲</td><td>乙</td></tr></table>").blocks
    assert (blocks[0].location, blocks[-1].location) == (Location(paragraph=1), Location(table=1))
    assert isinstance(blocks[-1], Table)
    assert blocks[-1].rows[0][1].location == Location(table=1, row=1, cell=2)


def test_further_pages_are_said() -> None:
    """A text that goes on on another page is incomplete, and that is said."""
    reading = _read(f"<div>{ITEMS}</div><div><a>1</a> <a href=2.html>2</a> <a href=2.html>下一页</a></div>")
    assert [note.reason for note in reading.skipped] == ["the page goes on on further pages, which were not read"]


@pytest.mark.parametrize(
    ("markup", "hint"),
    [
        ("<body><div id=app></div><a>首页</a><p>主办：临江区人民政府</p><script>'正文。'</script></body>", "script"),
        ("<body><a>首页</a><iframe src='/files/plan.pdf?x=1'></iframe></body>", "attached"),
    ],
)
def test_a_page_without_document_is_refused(markup: str, hint: str) -> None:
    """Where only navigation is left, the message says where the text may be."""
    with pytest.raises(ReadError, match="no document") as caught:
        _read(markup)
    assert hint in caught.value.hint


def test_a_page_in_another_language_is_refused() -> None:
    """A page without Chinese text is not said to be navigation."""
    with pytest.raises(ReadError, match="the web page holds no Chinese text"):
        _read("<body><h1>Work plan</h1><p>One inspection a quarter.</p></body>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("您当前的位置：首页 > 政务公开", True),
        ("字号：[大] [中] [小]", True),
        ("【打印正文】", True),
        ("责任编辑：某某", True),
        ("主办单位：江城市人民政府办公室", True),
        ("打印设备更新改造项目10个。", False),
        ("来源：群众举报的线索，逐条核查，逐条反馈。", False),
        ("一、总体要求", False),
        ("附件：任务分解表", False),
    ],
)
def test_template_lines(text: str, expected: bool) -> None:
    """Lines of the page template are told from sentences of a plan."""
    assert is_chrome(text) == expected


def test_labels_in_brackets_need_no_colon() -> None:
    """Some sites set [索引号] before its value without a colon."""
    reading = _read(f"<p>[索引号]LJ-1</p><p>[发文字号]临政发〔2025〕2号</p><div>{ITEMS}</div>")
    assert reading.metadata == {"索引号": "LJ-1", "发文字号": "临政发〔2025〕2号"}
    assert _starts(reading) == BODY


def test_wide_and_long_tables_stay_bounded() -> None:
    """A row is read up to a bound; rows beyond the limit of cells are said."""
    wide = "<tr>" + "<td colspan=999999>甲</td><td rowspan=9>乙</td>" * 2_000 + "</tr>"
    page = f"<p>附表如下。</p><table>{wide}{'<tr><td>丙</td></tr>' * 200}</table>"
    reading = read_html(page.encode(), Limits(max_cells=10_000))
    (table,) = [block for block in reading.blocks if isinstance(block, Table)]
    assert sum(map(len, table.rows)) <= 10_000
    assert [note.reason.split(" ", 1)[1] for note in reading.skipped] == [
        "rows of a table with too many cells were left out"
    ]


def test_time_grows_with_the_page_not_with_its_square() -> None:
    """Four times the paragraphs take about four times as long."""

    def seconds(times: int) -> float:
        data = f"<div>{ITEMS * times}</div>".encode()
        before = time.process_time()
        read_html(data, Limits())
        return time.process_time() - before

    seconds(100)
    assert seconds(2_000) < 12 * max(seconds(500), 0.02)
