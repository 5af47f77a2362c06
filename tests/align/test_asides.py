"""Facts that ask for nothing of their own, and words that answer a number; plans on schools and clinics."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, handed_down, plan_of, told

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.plan import Level


@pytest.mark.parametrize(
    ("parent", "expected"),
    [
        ("东湖、西岭、南坪等3个片区校舍面积50%以上达到标准。", ["50%"]),
        ("东湖、西岭等3个片区校舍面积50%以上达到标准。", ["3个", "50%"]),
        ("组建东湖、西岭、南坪等3个医疗队。", ["3个"]),
        ("校长年度述职率达到100%。", ["100%"]),
        ("开展年度述职。", ["年度"]),
        ("4月底前完成校舍汛前检查。", ["4月底前"]),
        ("汛前检查校舍。", ["汛前"]),
    ],
)
def test_asks_for_nothing_of_its_own(parent: str, expected: list[str]) -> None:
    """The count of places just named, 年度 of a rate and 汛前检查 of a dated one are part of what is asked."""
    found = drift_of(parent, "规范学校食堂管理。")
    assert expected == [drift.parent_value for drift in found if drift.parent_value]


def test_every_one_for_the_whole_rate() -> None:
    """每个村配备 answers a rate of 100 %."""
    found = drift_of("行政村急救箱配备率达到100%。", "每个行政村配备1只急救箱。")
    assert ("100%", "same") in [(drift.parent_value, drift.drift.value) for drift in found]


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        ("11月底前建成镇便民卫生站。", ("30个", "镇便民卫生站", "not_comparable")),
        ("11月底前建成社区便民卫生站。", ("30个", None, "missing_in_child")),
        ("11月底前建成便民卫生站。", ("30个", None, "missing_in_child")),
    ],
)
def test_own_one_of_a_total(child: str, expected: tuple[str, str | None, str]) -> None:
    """A township that builds its own one of a total has its share of it, though it writes no number."""
    found = handed_down("年底前建成便民卫生站30个。", child, Level.DISTRICT, Level.TOWNSHIP)
    assert expected in found


def test_row_that_repeats_the_body() -> None:
    """A number of a task that the child lacks is told once, though a row of the annex repeats it."""
    upper = plan_of(Level.CITY, ("推进重点工作", ["新建便民卫生站30个。"]), rows=[("新建便民卫生站", "30个")])
    lower = plan_of(Level.DISTRICT, ("推进重点工作", ["规范便民卫生站管理。"]))
    found = told(align(upper, lower, AlignSettings()).drift)
    assert ["30个"] == [before for before, _, _ in found]


def test_shown_with_what_is_done() -> None:
    """A time before a comma is shown with what is to be done by then."""
    found = drift_of("接报后12小时内，送医救治。", "接报后24小时内，送医救治。")
    assert [("接报后12小时内，送医救治", "looser")] == [(drift.matter, drift.drift.value) for drift in found]


def test_softer_verb_of_both() -> None:
    """A plan that asks firms for one thing and encourages them to another is not weaker than itself."""
    text = "推动企业购买校车责任保险，鼓励企业购买技术服务。"
    assert [] == [drift.matter for drift in drift_of(text, text)]
