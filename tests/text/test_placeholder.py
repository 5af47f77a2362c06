"""Blanks that were never filled in, and what only looks like one."""

from __future__ import annotations

import pytest

from planalign.text.placeholder import find_placeholders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设××座", ["××"]),
        ("于×月×日前", ["×", "×"]),
        ("XX镇XX村", ["XX", "XX"]),
        ("投资X万元、X个", ["X", "X"]),
        ("____和＿＿", ["____", "＿＿"]),
        ("责任人：待定", ["待定"]),
        ("具体时间待定。", ["待定"]),
        ("（此处填写单位）", ["（此处填写单位）"]),
        ("2025年　月　日", ["2025年　月　日"]),
        ("***公司", ["***"]),
        ("5×8小时、7×24小时", []),
        ("1+X体系、X光机、XXL号、AXX", []),
        ("标牌写“××微型消防站”", []),
        ("待定期检查、亟待定岗", []),
        ("制度有待完善。", []),
        ("二〇〇八年", []),
        ("普通文字", []),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    """Each blank is found with its place; products, names, patterns and words are not."""
    assert expected == [text[start:end] for start, end in find_placeholders(text)]
