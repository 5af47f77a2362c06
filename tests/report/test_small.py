"""The small parts of the reports: ratios, places, folding, escaping."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.model.block import Location
from planalign.model.wording import Lang
from planalign.report.escaping import escaped
from planalign.report.folding import fold, width
from planalign.report.places import place
from planalign.report.ratios import percent
from planalign.report.scrub import clipped, inert, one_line


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 0, "—"),
        (0, 5, "0%"),
        (5, 5, "100%"),
        (1, 1000, "1%"),
        (999, 1000, "99%"),
        (1, 3, "33%"),
        (2, 3, "67%"),
    ],
)
def test_percent(part: int, whole: int, expected: str) -> None:
    """None and all are said only where exactly true."""
    assert expected == percent(part, whole)


@pytest.mark.parametrize(
    ("location", "expected", "english"),
    [
        (Location(line=45, paragraph=21), "第45行", "line 45"),
        (Location(page=3, paragraph=21), "第3页第21段", "page 3, paragraph 21"),
        (Location(page=7, table=2, row=5, cell=1), "第7页表2第5行", "page 7, table 2, row 5"),
        (Location(), "", ""),
    ],
)
def test_place(location: Location, expected: str, english: str) -> None:
    """A place names what a reader would look for."""
    assert (expected, english) == (place(location, Lang.ZH), place(location, Lang.EN))


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("", 10, [""]),
        ("建设防火道路", 6, ["建设防", "火道路"]),
        ("建设防，火道路", 6, ["建设", "防，火", "道路"]),
        ("按照（第12行）", 10, ["按照", "（第12行）"]),
        ("发〔2024〕1号", 12, ["发〔2024〕1", "号"]),
        ("新建20公里", 6, ["新建20", "公里"]),
        ("新建100%达标", 6, ["新建", "100%达", "标"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_fold(text: str, columns: int, expected: list[str]) -> None:
    """Numbers stay whole, closing marks never begin a line, too long words are cut."""
    assert expected == fold(text, columns)


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"])), st.integers(8, 40))
def test_fold_loses_nothing_and_fits(text: str, columns: int) -> None:
    """Joined, the lines give the text again, and none is too wide."""
    lines = fold(text, columns)
    assert text == "".join(lines)
    assert all(width(line) <= columns for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲|乙", "甲\\|乙"),
        ("<script>", "&lt;script&gt;"),
        ("[链接](http://x.cn)", "\\[链接\\](http\\://x.cn)"),
        ("**重**_点_`码`", "\\*\\*重\\*\\*\\_点\\_\\`码\\`"),
        ("1. 甲", "1\\. 甲"),
        ("- 甲", "\\- 甲"),
        ("# 甲", "\\# 甲"),
        ("$x$ &amp; @某", "\\$x\\$ &amp;amp; \\@某"),
        ("3.5亿元，8%", "3.5亿元，8%"),
        ("甲\n\n乙", "甲 乙"),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    """No character of a document acts as markup, and plain numbers stay readable."""
    assert expected == escaped(text)


def test_one_line() -> None:
    """Control characters, hidden marks and line ends vanish."""
    assert "甲 乙丙" == one_line("\x1b甲\r\n\t乙\u202e\u200b\u061c丙\x9b")


def test_inert() -> None:
    """Runs of spaces, by which a line is set, stay where nothing else may move the cursor."""
    assert "甲  乙 　丙" == inert("甲  乙\n　\x1b丙\u202e")


def test_clipped() -> None:
    """What is cut is marked."""
    assert ("甲乙丙", "甲…") == (clipped("甲乙丙", 3), clipped("甲乙丙", 2))
