"""Markdown: told from plain text by its marks, read without them, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Format, Paragraph, Table
from planalign.readers.markdown import read_markdown
from planalign.readers.sniff import sniff
from planalign.readers.txt import read_txt

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.readers.reading import Reading

FRONT = "---\n标题: 江城市工作要点\n文号：江府发〔2025〕1号\n---\n\n"


def _read(text: str, limits: Limits | None = None) -> Reading:
    return read_markdown(text.encode(), limits or Limits())


def _texts(text: str) -> list[str]:
    return [block.label + block.text for block in _read(text).blocks if isinstance(block, Paragraph)]


def _aside(text: str) -> list[tuple[str, str]]:
    return [(each.role, each.text) for each in _read(text).furniture]


@pytest.mark.parametrize(
    "text",
    [
        "# 江城市工作要点\n\n一、总体要求\n",
        "通知\n## 一、总体要求\n正文。\n## 二、重点任务\n",
        "附表\n| 序号 | 名称 |\n|---|---|\n| 1 | 甲 |\n",
        FRONT + "一、总体要求\n",
        "**一、总体要求**\n甲。\n**二、重点任务**\n乙。\n**三、保障措施**\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_markdown_is_told_by_its_marks(text: str, encoding: str) -> None:
    """Headings, pipe tables, front matter or lines in bold type make a text Markdown, in every encoding."""
    assert Format.MARKDOWN is sniff(text.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n（一）做好工作。\n1.强化责任。\n",
        "江城市**区**街道办事处\n**县人民政府\n****\n",
        "1#楼、2#楼改造\n联系电话：#1234\n# \n",
        "甲|乙\n-----\n序号 | 名称\n",
        "- 3 -\n* 注：本表\n> 引用\n---\n一、总体要求\n---\n",
        "正文见[附件](略)。\n_GoBack_\n```\n",
    ],
)
def test_plain_text_stays_plain(text: str) -> None:
    """Bars, dashes, number signs, stars for blotted-out names and page numbers stand in plain texts too."""
    assert Format.TXT is sniff(text.encode())


def test_marks_are_removed() -> None:
    """Headings, bold type beside Chinese marks too, links, escapes, code, rules and pictures leave their words."""
    text = (
        "# 关于*印发*要点的通知 #\n\n**（一）强化责任。**落实[制度](http://a.cn)\\*，`5-9月`完成&nbsp;![图](a.png)。\n***\n"
        "标题\n===\n```\n代码\n```\n<u>下划线</u>与<见附件>\n"
    )
    expected = ["关于印发要点的通知", "（一）强化责任。落实制度*，5-9月完成\xa0。", "标题", "代码", "下划线与<见附件>"]
    assert expected == _texts(text)


@pytest.mark.parametrize("text", ["[" * 200_000, "__甲 " * 20_000 + "。"])
def test_floods_of_marks(text: str) -> None:
    """Lines of open marks, over which the grammar alone takes minutes, are read at once; no address, no link."""
    assert ["题", text, "见[附件](略)"] == _texts(f"# 题\n\n{text}\n\n见[附件](略)\n")


def test_every_line_is_a_paragraph() -> None:
    """As in plain text, lines are joined only where the text shows it; indented lines are no code."""
    text = "# 题\n一、总体要求\n坚持安全第一。\n\n    各区县人民政府：\n　　现将要点印发。\n[1]: 脚注不是链接\n"
    assert [
        "题",
        "一、总体要求",
        "坚持安全第一。",
        "各区县人民政府：",
        "　　现将要点印发。",
        "[1]: 脚注不是链接",
    ] == _texts(text)
    assert [1, 2, 3, 5, 6, 7] == [block.location.line for block in _read(text).blocks]


def test_numbers_of_lists_are_labels() -> None:
    """Ordered lists count from their first number; bullets bear no number; a page number is no bullet."""
    text = "# 题\n\n3. 甲\n3. 乙\n   续\n   - 子\n\n1) 丙\n\n- 3 -\n"
    assert ["题", "3.甲", "4.乙", "续", "子", "1)丙", "- 3 -"] == _texts(text)


def test_pipe_tables() -> None:
    """Cells keep their lines; cells beyond the columns of the heading are told, not dropped silently."""
    reading = _read("| 序号 | 名称 |\n|:-:|---|\n| 1 | 甲<br>乙 \\| 丙 |\n| 2 | 丁 | 多 |\n| 3 |\n")
    (table,) = reading.blocks
    assert isinstance(table, Table)
    assert [["序号", "名称"], ["1", "甲\n乙 | 丙"], ["2", "丁"], ["3", ""]] == [
        [cell.text for cell in row] for row in table.rows
    ]
    assert (1, 3, 2) == (table.rows[2][1].location.table, table.rows[2][1].location.row, table.rows[2][1].location.cell)
    assert [(4, " 多 ")] == [(part.location.line, part.text) for part in reading.skipped]


def test_bounds() -> None:
    """Rows of a table with too many cells are left out and counted."""
    reading = _read("|a|b|\n|-|-|\n|1|2|\n|3|4|\n", Limits(max_cells=4))
    assert ["1 rows of a table with too many cells were left out"] == [part.reason for part in reading.skipped]


def test_what_stands_apart() -> None:
    """Front matter is metadata; remarks in quotes, comments and struck-out words are kept apart."""
    text = FRONT + "> 转载说明\n\n正文<!-- 批注 -->甲~~乙~~\n\n<!-- 整段\n批注 -->\n"
    assert {"标题": "江城市工作要点", "文号": "江府发〔2025〕1号"} == _read(text).metadata
    assert ["正文甲"] == _texts(text)
    assert [
        *(
            ("header", "标题: 江城市工作要点"),
            ("header", "文号：江府发〔2025〕1号"),
            ("hidden", "批注"),
            ("deleted", "乙"),
        ),
        *(("hidden", "整段\n批注"), ("note", "转载说明")),
    ] == _aside(text)
    assert [8] == [block.location.line for block in _read(text).blocks]


def test_a_document_in_quotes() -> None:
    """Where everything stands in a block quote, that is the document."""
    assert ["一、总体要求", "甲"] == _texts("> ## 一、总体要求\n> 甲\n")


def test_html_inside() -> None:
    """Tags go, and each cell of a table stands on its line, as where a table was flattened."""
    assert ["题", "1", "甲", "尾"] == _texts("# 题\n\n<table><tr><td>1</td><td>甲</td></tr></table>\n\n尾\n")


@pytest.mark.parametrize("data", [b"---\na: b\n---\n", b"# \n", bytes(range(1, 9)) * 20])
def test_refused(data: bytes) -> None:
    """A file without text, or with bytes that are none, is refused."""
    with pytest.raises(ReadError):
        read_markdown(data, Limits())


@given(st.text(alphabet="一（）1.#*_|-> \n\\`[]<!甲~。:", max_size=120))
def test_no_letter_is_lost(text: str) -> None:
    """Whatever the marks, every Chinese character is in a block, in the furniture or in what was skipped."""
    try:
        reading = _read("甲" + text)
    except ReadError as refusal:
        assert "no text" in refusal.what  # noqa: PT017 - both outcomes are right, a third one is not
        return
    rows = [row for block in reading.blocks if isinstance(block, Table) for row in block.rows]
    texts = [block.text for block in reading.blocks if isinstance(block, Paragraph)]
    texts += [cell.text for row in rows for cell in row]
    texts += [part.text for part in reading.furniture] + [part.text for part in reading.skipped]
    kept = "".join(texts)
    assert ("甲" + text).count("甲") == kept.count("甲")


@pytest.mark.parametrize("name", ["sponge-city-2024.md", "sponge-jiading-2024.md"])
def test_real_files(name: str, corpora: Path) -> None:
    """Real files give the lines of their text: front matter, remarks and marks of headings are set apart."""
    data = (corpora / "shanghai" / name).read_bytes()
    plain = [block.text for block in read_txt(data, Limits()).blocks if isinstance(block, Paragraph)]
    body = plain[plain.index("---", 1) + 1 :]
    assert [line.removeprefix("# ") for line in body if not line.startswith("> ")] == _texts(data.decode())
    assert Format.MARKDOWN is sniff(data)
