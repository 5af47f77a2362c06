"""The end of an action that was cut off in a sentence which the lower plan otherwise copies."""

from __future__ import annotations

import pytest
from tests.align.plans import plan

from planalign.align.commitments import Commitment, Part
from planalign.align.cut_end import cut_end
from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.comparison import ClauseCoverage, Status

DRILLS = "每年开展1次渗透测试和应急演练"
CASES = [
    (DRILLS, ["每年开展1次渗透测试，结果报主管部门。"], "应急演练"),
    (DRILLS, ["每年开展1次渗透测试"], "应急演练"),
    (DRILLS, ["每年开展1次渗透测试，每半年组织1次应急演练。"], None),
    (DRILLS, ["每年开展1次渗透测试。", "组织应急演练。"], None),
    (DRILLS, ["每年开展1次渗透测试与应急演练。"], None),
    (DRILLS, ["每年开展2次渗透测试。"], None),
    ("开展用药知识进校园、进村社、进企业", ["开展用药知识进校园，印发手册。"], "进村社、进企业"),
    ("开展用药知识进校园、进村社、进企业", ["开展用药知识进校园、进企业。"], None),
    ("巡查和督导", ["巡查。"], None),
]


@pytest.mark.parametrize(("action", "texts", "expected"), CASES)
def test_where_a_text_stops(action: str, texts: list[str], expected: str | None) -> None:
    """What follows 和 or 、 is cut off where a copy stops before it and nothing near says it."""
    end = cut_end(Commitment(action, 10, 10 + len(action), Part.ACTION), str, texts)
    assert (end.text if end else None) == expected
    if end:
        assert (end.start - 10, end.end - 10) == (action.index(end.text), len(action))


PARENT = {
    "守住网络安全": ["与外包服务人员签订保密协议，严格权限审批和日志审计。"],
    "整治燃气隐患": ["更换老旧燃气管道26公里，对餐饮用气场所开展全覆盖检查。"],
    "强化宣传教育": ["组织安全宣传进社区、进学校、进企业，每月播发1条公益提示。"],
}


def _first(clauses: list[str]) -> ClauseCoverage:
    child = plan(PARENT | {"守住网络安全": clauses}, "江城市临江区")
    return align(plan(PARENT), child, AlignSettings()).coverage[0]


def test_a_lost_end_is_missing() -> None:
    """The action is carried, its end is not: the clause is carried in part."""
    found = _first(["与外包服务人员签订保密协议，严格权限审批。"])
    assert (found.status, found.missing) == (Status.PARTIAL, ("日志审计",))
    assert [(part.text, part.cut_out) for part in found.commitments][-2:] == [
        ("严格权限审批和日志审计", False),
        ("日志审计", True),
    ]


def test_a_list_without_its_end() -> None:
    """The members of a list that were cut off are missing, and none is told twice."""
    child = plan(PARENT | {"强化宣传教育": ["组织安全宣传进社区、进学校，每月播发1条公益提示。"]}, "江城市临江区")
    found = align(plan(PARENT), child, AlignSettings()).coverage[2]
    assert (found.status, found.missing) == (Status.PARTIAL, ("进企业",))
    assert 1 == [part.text for part in found.commitments].count("进企业")


def test_an_end_that_stands_elsewhere_is_not_lost() -> None:
    """A sentence may be divided into two."""
    found = _first(["与外包服务人员签订保密协议，严格权限审批。", "每月做好日志审计。"])
    assert (found.status, found.missing) == (Status.COVERED, ())
