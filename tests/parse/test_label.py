"""Labels and their look-alikes."""

from __future__ import annotations

import pytest

from planalign.model.block import Location
from planalign.parse.label import Rank, label_of, parse_label
from planalign.parse.line import Line, Piece


@pytest.mark.parametrize(
    ("text", "rank", "number", "value"),
    [
        ("一、总体要求", Rank.HAN, "一", 1),
        ("—、总体要求", Rank.HAN, "一", 1),
        ("二十六、加强", Rank.HAN, "二十六", 26),
        ("廿一．加强", Rank.HAN, "廿一", 21),
        ("（十一）加强", Rank.HAN_BRACKET, "十一", 11),
        ("(一) 实施", Rank.HAN_BRACKET, "一", 1),
        ("（一)实施", Rank.HAN_BRACKET, "一", 1),
        ("（ 十一 ）实施", Rank.HAN_BRACKET, "十一", 11),
        ("㈩实施", Rank.HAN_BRACKET, "㈩", 10),
        ("1.夯实", Rank.DIGIT, "1", 1),
        ("24．提高", Rank.DIGIT, "24", 24),
        ("1、夯实", Rank.DIGIT, "1", 1),
        ("1. 夯实", Rank.DIGIT, "1", 1),
        ("1)夯实", Rank.DIGIT_PAREN, "1", 1),
        ("（1）夯实", Rank.DIGIT_BRACKET, "1", 1),
        ("⑴夯实", Rank.DIGIT_BRACKET, "⑴", 1),
        ("①夯实", Rank.CIRCLE, "①", 1),
        ("1.1 夯实", Rank.DECIMAL, "1.1", 1),
        ("1.1.2夯实", Rank.DECIMAL_DEEP, "1.1.2", 2),
        ("第二部分 任务", Rank.PART, "二", 2),
    ],
)
def test_label_is_read(text: str, rank: Rank, number: str, value: int) -> None:
    """Every style of number is known, in full and half width."""
    label = parse_label(text)
    assert label is not None
    assert (label.rank, label.number, label.value) == (rank, number, value)


@pytest.mark.parametrize(
    "text",
    [
        "2025年，全区",
        "12345热线",
        "1+7+N机制",
        "5-9月每月",
        "3.5亿元资金",
        "1.5%以上",
        "8+1重点行业",
        "370MHZ通信",
        "5·12防灾减灾日",
        "一是加强",
        "二十届二中全会",
        "第二十条规定的",
        "2025.3.5",
        "10:30开始",
        "“三无”船舶",
    ],
)
def test_look_alike_is_no_label(text: str) -> None:
    """Years, hotlines, formulas, ranges and quantities are text."""
    assert parse_label(text) is None


@pytest.mark.parametrize("label", ["附表1", "图示2：", "表三", "议题1"])
def test_caption_is_no_label(label: str) -> None:
    """An automatic number behind a word that does not number tasks counts nothing: a caption stays text."""
    line = Line("公厕分布", (Piece(0, Location(line=1), 0, 4),), label)
    assert label_of(line) is None


@pytest.mark.parametrize("label", ["任务1：", "重点任务 2", "工程三、"])
def test_automatic_number_behind_a_word_is_a_label(label: str) -> None:
    """任务1 as an automatic number is a label that is told from a typed one."""
    found = label_of(Line("新建公厕", (Piece(0, Location(line=1), 0, 4),), label))
    assert found is not None
    assert (found.named, found.end) == (True, 0)
