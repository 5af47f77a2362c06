"""Headings without a number: what their place in the text makes of them."""

from __future__ import annotations

import pytest

from planalign.model.block import Location
from planalign.parse.bare_label import bare_labels
from planalign.parse.line import Line, Piece


def _lines(*texts: str) -> list[Line]:
    return [Line(text, (Piece(0, Location(line=at), 0, len(text)),)) for at, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1月份：开展检查。", "2—3月：组织演练。", "十二月份：通报结果。"), [0, 1, 2]),
        # Months that run back or repeat are told of, not gone through.
        (("3月份：已开展检查。", "1月份：已组织演练。", "2月份：已通报结果。"), []),
        (("1月份：已开展检查。", "1月份：已组织演练。", "2月份：已通报结果。"), []),
        (("1月份：开展检查。", "2月份：组织演练。"), []),
    ],
)
def test_months_count_where_they_go_through_the_year(texts: tuple[str, ...], expected: list[int]) -> None:
    """Three or more months that only rise are items; others are text."""
    assert expected == sorted(bare_labels(_lines(*texts)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("综合协调", "1．建管网。", "日常监督", "1．查管网。"), [0, 2]),
        (("综合协调", "1．建管网。", "以下工作", "1．查管网。"), []),
        (("综合协调", "1．建管网。", "2．查管网。"), []),
    ],
)
def test_short_lines_above_lists_are_headings(texts: tuple[str, ...], expected: list[int]) -> None:
    """The line above each 1. is a heading where all of them are short and there are several."""
    assert expected == sorted(bare_labels(_lines(*texts)))
