"""Parts that were cut out of a sentence which the lower plan otherwise copies."""

from __future__ import annotations

import pytest
from tests.align.plans import plan

from planalign.align.cut_out import cut_out
from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.comparison import ClauseCoverage, Status
from planalign.text.width import letters

PARTS = ("建立举报数据库", "落实安全生产举报制度", "推动企业建立内部奖励机制", "公开典型案例")
CASES = [
    ("落实安全生产举报制度，推动企业建立内部奖励机制，公开典型案例。", {0}),
    ("建立举报数据库，推动企业建立内部奖励机制，公开典型案例。", {1}),
    ("建立举报数据库，公开典型案例。", {1, 2}),
    ("建立举报数据库，落实安全生产举报制度，推动企业建立内部奖励机制。", {3}),
    ("扎实推进：建立举报数据库，同时公开典型案例。", set()),
    ("建立举报数据库，落实举报奖励，推动企业建立内部奖励机制，公开典型案例。", set()),
    ("落实安全生产举报制度，推动企业建立内部奖励机制，公开典型案例，建好用好举报数据。", set()),
    ("按要求落实安全生产举报制度，推动企业建立内部奖励机制，公开典型案例。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_where_nothing_replaces_a_part(text: str, expected: set[int]) -> None:
    """A part is cut out where its neighbours meet; words in its place or around them are a rewriting."""
    assert cut_out([*map(letters, PARTS)], [letters(text)]) == expected


def test_part_without_letters() -> None:
    """A part of which nothing is left, such as the name of the plan's own place, changes nothing."""
    assert cut_out([*map(letters, PARTS), ""], [letters(CASES[5][0])]) == set()


def test_short_neighbours_tell_nothing() -> None:
    """Two characters on one side stand in too many sentences."""
    assert cut_out(["巡查", "建立台账清单", "落实安全生产举报制度"], ["巡查落实安全生产举报制度"]) == set()


PARENT = {
    "健全举报制度": ["建立安全举报数据库，落实各行业领域安全生产举报制度，推动企业建立事故隐患内部报告奖励机制。"],
    "整治燃气隐患": ["更换老旧燃气管道26公里，对餐饮用气场所开展全覆盖检查。"],
    "强化宣传教育": ["组织安全宣传进社区、进学校、进企业，每月播发1条公益提示。"],
}


def _first(clauses: list[str]) -> ClauseCoverage:
    child = plan(PARENT | {"健全举报制度": clauses}, "江城市临江区")
    return align(plan(PARENT), child, AlignSettings()).coverage[0]


def test_what_is_cut_out_of_a_copy_is_missing() -> None:
    """The words of a part stand all around, and still nobody is asked to do it."""
    found = _first(["落实各行业领域安全生产举报制度，推动企业建立事故隐患内部报告奖励机制。"])
    assert (found.status, found.missing) == (Status.PARTIAL, ("建立安全举报数据库",))
    assert [part.cut_out for part in found.commitments] == [True, False, False]


def test_what_stands_in_another_clause_is_not_cut_out() -> None:
    """A sentence may be divided into two."""
    found = _first(
        ["落实各行业领域安全生产举报制度，推动企业建立事故隐患内部报告奖励机制。", "年内建立安全举报数据库。"]
    )
    assert (found.status, any(part.cut_out for part in found.commitments)) == (Status.COVERED, False)
