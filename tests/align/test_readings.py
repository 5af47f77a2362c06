"""Facts that are put in two ways: counts and counts a year, numbers and lists that go on."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, told

from planalign.model.facts import Aspect


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("开展健康讲座不少于20场。", "全年举办健康讲座5场。", ("20场", "5场", "not_comparable")),
        ("开展健康讲座20场。", "全年至少举办健康讲座20场。", ("20场", "20场", "same")),
        ("每年组织2次以上疏散演练。", "组织1次疏散演练。", ("每年组织2次", "1次", "looser")),
        ("每年组织2次疏散演练。", "组织3次疏散演练。", ("每年组织2次", "3次", "stricter")),
    ],
)
def test_count_and_count_a_year(parent: str, child: str, expected: tuple[str, str, str]) -> None:
    """The parent's kind decides: a total may be shared out, how often something is done may not."""
    assert [expected] == told(drift_of(parent, child))


@pytest.mark.parametrize("parent", ["每月组织2次疏散演练。", "定期组织疏散演练。"])
def test_other_periods(parent: str) -> None:
    """What is done monthly is no count of a year."""
    assert [(None, "2次", "new_in_child")] == told(drift_of(parent, "组织2次疏散演练。"))[1:]


def test_plan_without_a_year() -> None:
    """A count is a count a year in the plan of one year only."""
    found = drift_of("每年组织2次疏散演练。", "组织1次疏散演练。", years=(None, None))
    assert [(None, "1次", "new_in_child")] == told(found)[1:]


def test_further_count() -> None:
    """Of two counts that 和 joins each has its own matter, be the first a yearly one."""
    found = drift_of("全年开展不少于2次消防演练和1次疏散演练。", "年内组织1次消防演练。")
    assert [(Aspect.FREQUENCY, "全年开展消防演练"), (Aspect.NUMBER, "疏散演练")] == [
        (drift.aspect, drift.matter) for drift in found
    ]


SERVICES = "推出预约挂号、在线复诊、送药上门等"


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("健康服务15项。", "15项健康服务。", ("15项", "15项", "same")),
        ("健康服务15项。", "12项健康服务。", ("15项", "12项", "not_comparable")),
        ("15项健康服务。", "健康服务12项。", ("15项", "12项", "not_comparable")),
    ],
)
def test_number_inside_a_list(parent: str, child: str, expected: tuple[str, str, str]) -> None:
    """The number of a list that goes on is held against a number."""
    assert [expected] == told(drift_of(f"{SERVICES}{parent}", f"{SERVICES}{child}"))
