"""Enumerations in prose."""

from __future__ import annotations

import pytest

from planalign.model.block import Paragraph
from planalign.parse.enumeration import find_points, list_items
from planalign.parse.line import Line, lines_of


def _line(text: str) -> Line:
    (line,) = lines_of(Paragraph(text=text))
    return line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("强化政府责任、部门责任,提升统筹能力。", ["强化政府责任", "强化部门责任", "提升统筹能力"]),
        ("提升城市供水保障能力和农村供水保障能力。", ["提升城市供水保障能力", "提升农村供水保障能力"]),
        ("抓好抢险和救灾，抓好恢复和重建。", ["抓好抢险和救灾", "抓好恢复和重建"]),
        ("抓好预案和演练、指挥和调度、队伍和装备。", ["抓好预案和演练", "抓好指挥和调度", "抓好队伍和装备"]),
        ("完善法规，深化改革；严格规范执法。", ["完善法规", "深化改革", "严格规范执法"]),
        ("以数字化为牵引，推进平台建设、数据共享。", ["以数字化为牵引，推进平台建设、数据共享"]),
        ("落实“一图、一表、一册”机制。", ["落实“一图、一表、一册”机制"]),
    ],
)
def test_verb_governs_its_list(text: str, expected: list[str]) -> None:
    """Every object of a list is a task under the verb before it; short pairs with 和 stay together."""
    assert [item.title for item in list_items(_line(text))] == expected


def test_points_count_from_one() -> None:
    """一是… to 三是… are cut; a lone 一是 is no enumeration."""
    points = find_points([_line("主要有三项。一是建管网。新建管网。二是清管道；三是强监管。")])
    assert [(point.number, point.line.text) for point in points] == [
        ("一", "建管网。新建管网。"),
        ("二", "清管道；"),
        ("三", "强监管。"),
    ]
    assert find_points([_line("一是基础，不可动摇。")]) == []


@pytest.mark.parametrize("form", ["第{}方面是", "第{}，", "{}是", "第{}个方面是", "第{}部分，"])
def test_points_may_stand_in_paragraphs_of_their_own(form: str) -> None:
    """第一方面是… and the like count on over paragraphs."""
    lines = [_line("共两个方面。"), _line(form.format("一") + "建管网。"), _line(form.format("二") + "清管道。")]
    assert [point.line.text for point in find_points(lines)] == ["建管网。", "清管道。"]
