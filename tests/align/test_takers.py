"""Which clause of the child takes a matter up without the parent's number."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, plan_of

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.facts import Aspect
from planalign.model.plan import Clause, Level, Plan
from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets


def _in_words(parent: str, child: str) -> list[tuple[str | None, bool]]:
    return [(drift.parent_value, drift.in_words) for drift in drift_of(parent, child) if drift.child_value is None]


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("培训乡村医生不少于40学时。", "加强乡村医生培训。", [("40学时", True)]),
        ("新建科普体验场馆5个。", "改造提升科普体验馆。", [("5个", True)]),
        ("村卫生室电子处方系统接入率达到90%。", "村卫生室电子处方系统应接尽接。", [("90%", True)]),
        ("规模养殖场粪污处理设施配套率达到95%。", "规模养殖场全部建成粪污处理池。", [("95%", True)]),
        ("新建村卫生室标准药房60间。", "村卫生室标准化管理，新建村级文化长廊9公里。", [("60间", False)]),
        ("小学校舍加固120处。", "加强小学校舍值守，落实校舍巡查责任。", [("120处", False)]),
    ],
)
def test_thing_itself(parent: str, child: str, expected: list[tuple[str, bool]]) -> None:
    """A clause takes a matter up that names the thing itself, and does not count something else in its place."""
    assert expected == _in_words(parent, child)


def test_not_carried() -> None:
    """Where nothing carries the commitment around a number, no clause is quoted for words that are alike."""
    found = drift_of(
        "淘汰落后教具和设备，建立教学攻关张榜机制，年内立项20项。",
        "配合淘汰落后教具和设备。",
    )
    assert ["20项"] == [drift.parent_value for drift in found if drift.aspect is Aspect.NUMBER and not drift.in_words]


def _with_goal(plan: Plan, text: str) -> Plan:
    goal = Clause(id="p.c1", text=text, targets=find_targets(text), facts=find_facts(text))
    return plan.model_copy(update={"preamble": (goal,)})


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        ("较大事故及时报送。", [("10起", None, False)]),
        ("较大事故明显减少。", [("10起", "p.c1", True)]),
    ],
)
def test_limit_on_accidents(child: str, expected: list[tuple[str, str | None, bool]]) -> None:
    """A limit on accidents is taken up by what keeps them down, not by what reports them."""
    task = ("规范学校食堂管理", ["落实校长陪餐制度。"])
    upper = _with_goal(plan_of(Level.CITY, task), "较大事故控制在10起以内。")
    lower = _with_goal(plan_of(Level.DISTRICT, task), child)
    found = align(upper, lower, AlignSettings()).drift
    assert expected == [(drift.parent_value, drift.child_clause, drift.in_words) for drift in found]
