"""Marks of annexes and lists of annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.model.block import Paragraph
from planalign.parse.annex_head import listed_heads, marker_of
from planalign.parse.line import lines_of

if TYPE_CHECKING:
    from planalign.parse.line import Line


def _line(text: str) -> Line:
    return next(lines_of(Paragraph(text=text)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("附件", None),
        ("附件：", None),
        ("附件1", "1"),
        ("附 件 1-1", "1-1"),
        ("附件二", "二"),
        ("（附件3）", "3"),
        ("附件：任务分解表", None),
        ("附件2 任务分解表", "2"),
        ("附录", None),
    ],
)
def test_marks(text: str, number: str | None) -> None:
    """附件 in every spelling marks an annex, with its number."""
    found = marker_of(text)
    assert found is not None
    assert number == found["number"]


@pytest.mark.parametrize("text", ["附件所列任务", "附件2025年任务", "附近居民", "附件1所列任务已完成。", "落实附件1"])
def test_other_lines_are_no_marks(text: str) -> None:
    """A sentence that only speaks of an annex marks none."""
    assert marker_of(text) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["附件：1.任务分工表", "2.考核指标表"], [("1", "任务分工表"), ("2", "考核指标表")]),
        (["附件：1．任务分工表　　2．考核指标表"], [("1", "任务分工表"), ("2", "考核指标表")]),
        (["附件1：任务分工表", "附件2：考核指标表"], [("1", "任务分工表"), ("2", "考核指标表")]),
        (["附件：2025年任务清单"], [(None, "2025年任务清单")]),
        (["附件：任务分工表　　考核指标表"], [(None, "任务分工表"), (None, "考核指标表")]),
        (["附件：1.任务分工表；", "2.考核指标表。"], [("1", "任务分工表"), ("2", "考核指标表")]),
    ],
)
def test_lists_are_read(lines: list[str], expected: list[tuple[str | None, str]]) -> None:
    """Numbers and titles of a list of annexes are read, one a line or several."""
    heads = list(listed_heads([_line(text) for text in lines]))
    assert expected == [(head.number, head.title) for head in heads]
    assert "".join("".join(text.split()) for text in lines) == "".join("".join(head.text.split()) for head in heads)
