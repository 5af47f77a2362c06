"""What the aligner says about pairs whose truth is plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.align.plans import PARENT, plan

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.comparison import Exemption, Relation, Signal, Status, Strength

if TYPE_CHECKING:
    from planalign.model.alignment import Alignment
    from planalign.model.plan import Plan

DISTRICT = "江城市临江区"


def aligned(parent: Plan, child: Plan) -> Alignment:
    """Align with the settings that ship."""
    return align(parent, child, AlignSettings())


def statuses(alignment: Alignment) -> dict[str, Status]:
    """Return the status of each parent clause."""
    return {entry.parent_clause: entry.status for entry in alignment.coverage}


def primaries(alignment: Alignment) -> dict[str, str]:
    """Return the primary parent of each child task that has one."""
    return {link.child_task: link.parent_task for link in alignment.links if link.strength is Strength.PRIMARY}


def test_a_copy_covers_everything() -> None:
    """A child that repeats the parent covers every clause, and every task is its equivalent."""
    alignment = aligned(plan(PARENT), plan(PARENT, DISTRICT))
    assert set(statuses(alignment).values()) == {Status.COVERED}
    assert primaries(alignment) == {task: task for task in ("t1", "t2", "t3", "t4", "t5", "t6")}
    assert {link.relation for link in alignment.links if link.strength is Strength.PRIMARY} == {Relation.EQUIVALENT}


def test_an_unrelated_child_covers_nothing() -> None:
    """Two documents about other things do not look like a match."""
    other = {
        "发展特色产业": ["新建高标准农田3000亩。", "培育茶叶合作社20家。"],
        "改善人居环境": ["完成农村户厕改造500座。", "开展村庄绿化美化评比。"],
        "繁荣乡土文化": ["举办丰收节和戏曲汇演。", "修缮古祠堂4座。"],
    }
    alignment = aligned(plan(PARENT), plan(other, DISTRICT))
    assert set(statuses(alignment).values()) == {Status.DROPPED}
    assert alignment.links == ()


def test_a_dropped_clause_is_found() -> None:
    """In a copy without one clause, that clause is dropped and all others are covered."""
    cut = PARENT | {"提升预警能力": PARENT["提升预警能力"][:1]}
    found = statuses(aligned(plan(PARENT), plan(cut, DISTRICT)))
    assert [clause for clause, status in found.items() if status is Status.DROPPED] == ["t3.c2"]
    assert set(found.values()) == {Status.COVERED, Status.DROPPED}


def test_a_dropped_task_is_found() -> None:
    """A parent task that nothing carries is dropped as a whole."""
    cut = {title: clauses for title, clauses in PARENT.items() if title != "普及安全知识"}
    alignment = aligned(plan(PARENT), plan(cut, DISTRICT))
    dropped = [entry.parent_task for entry in alignment.task_status if entry.status is Status.DROPPED]
    assert dropped == ["t5"]


def test_an_omitted_action_is_named() -> None:
    """A clause of which one action is omitted is partial, and the omission is named."""
    cut = PARENT | {"整治燃气隐患": [PARENT["整治燃气隐患"][0], "餐饮场所全部安装可燃气体报警装置。"]}
    alignment = aligned(plan(PARENT), plan(cut, DISTRICT))
    verdict = next(entry for entry in alignment.coverage if entry.parent_clause == "t2.c2")
    assert (verdict.status, verdict.missing) == (Status.PARTIAL, ("逾期未装的停止供气",))
    assert verdict.child_clauses[0] == "t2.c2"


def test_a_verdict_says_what_decided() -> None:
    """A verdict keeps the chances of all statuses, and of each commitment what decided, strongest first."""
    cut = PARENT | {"提升预警能力": PARENT["提升预警能力"][:1]}
    alignment = aligned(plan(PARENT), plan(cut, DISTRICT))
    verdict = next(entry for entry in alignment.coverage if entry.parent_clause == "t3.c2")
    assert max(verdict.chances, key=lambda status: verdict.chances[status]) is Status.DROPPED
    pulls = [abs(pull) for pull in verdict.commitments[0].signals.values()]
    assert (len(pulls), pulls) == (3, sorted(pulls, reverse=True))
    assert verdict.commitments[0].signals[Signal.WORDING] < 0


def test_level_words_are_no_difference() -> None:
    """全市 and 全区, the names of the places and a 配合 in front change no verdict."""
    upper = PARENT | {"健全责任体系": ["制定全市领导干部安全职责清单。", "江城市每季度召开安全生产形势分析会。"]}
    lower = PARENT | {"健全责任体系": ["制定全区领导干部安全职责清单。", "临江区每季度召开安全生产形势分析会。"]}
    found = statuses(aligned(plan(upper), plan(lower, DISTRICT)))
    assert (found["t1.c1"], found["t1.c2"]) == (Status.COVERED, Status.COVERED)


def test_a_task_of_its_own_has_no_link() -> None:
    """A child task without anything in common with the parent is local."""
    more = PARENT | {"办好社区食堂": ["为高龄老人提供低价午餐。", "引进餐饮企业参与运营。"]}
    alignment = aligned(plan(PARENT), plan(more, DISTRICT))
    assert "t7" not in {link.child_task for link in alignment.links}


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("推动修订《江城市消防条例》。", Exemption.LEGISLATION),
        ("起草《江城市渡运安全管理办法》，报市政府审定后印发。", Exemption.LEGISLATION),
        ("完成北湖区山洪沟治理二期工程。", Exemption.ELSEWHERE),
        ("建成南屏区、东渡区两座备用水源泵站，配套管网30公里。", Exemption.ELSEWHERE),
        ("市融媒体中心要开设专栏，加强正面宣传。", Exemption.OFFICE),
        ("年内建成市应急综合指挥中心，部署20个席位。", Exemption.FACILITY),
        ("升级市级感知数据平台，新增存储20TB。", Exemption.FACILITY),
        ("奋力谱写平安建设新篇章。", Exemption.SLOGAN),
        ("凝聚社会各界共识，为建设平安江城作出新的贡献。", Exemption.SLOGAN),
        ("坚定不移走共建共治之路，奋力开创平安建设新局面。", Exemption.SLOGAN),
        ("以昂扬的姿态，为全市发展提供坚强有力的安全保障。", Exemption.SLOGAN),
        ("真抓实干、奋发有为，为实现2035年目标作出新的贡献。", Exemption.SLOGAN),
    ],
)
def test_what_binds_nobody_below(clause: str, reason: Exemption) -> None:
    """A dropped clause does not apply if it makes law, is for other places or the parent's own, or is a slogan."""
    alignment = aligned(plan(PARENT | {"其他事项": [clause]}), plan(PARENT, DISTRICT))
    verdict = alignment.coverage[-1]
    assert (verdict.status, verdict.reason, verdict.missing) == (Status.NOT_APPLICABLE, reason, ())


@pytest.mark.parametrize(
    "clause",
    [
        "在临江区、北湖区各建1座泵站。",
        "完成老旧小区、工业园区雨污分流改造。",
        "各乡镇完成望山镇式样板点位复制。",
        "新建4座泵站，完成北湖区山洪沟治理。",
        "制定渡口日常管理台账。",
        "为120个重点项目提供有力用地保障。",
        "为困难群众提供有力的法律援助保障。",
        "汇聚200支志愿队伍力量，为平安建设作出贡献。",
        "凝聚水上救援力量。",
        "市融媒体中心要指导各区县开设专栏。",
        "市级部门要建立渡口台账。",
        "市场监管部门要排查压力管道。",
        "建成市政管网监测平台。",
        "建成市级感知数据平台，各区县全部接入。",
        "建成市级感知数据平台，组织燃气管线排查整治。",
        "建设市容智慧监管平台。",
    ],
)
def test_what_binds_the_child_stays_dropped(clause: str) -> None:
    """A clause that names the child, a kind of place or a work of its own beside others is a gap."""
    alignment = aligned(plan(PARENT | {"其他事项": [clause]}), plan(PARENT, DISTRICT))
    verdict = alignment.coverage[-1]
    assert (verdict.status, verdict.reason) == (Status.DROPPED, None)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("严格执行渡运安全处罚裁量基准，规范渡运安全处罚。", Status.NOT_APPLICABLE),
        ("出台《临江区渡运安全处罚裁量基准》，规范渡运安全处罚。", Status.COVERED),
        ("印发《江城市渡运安全处罚裁量基准》。", Status.COVERED),
    ],
)
def test_law_that_the_child_applies(said: str, status: Status) -> None:
    """Who applies what the parent is to enact does not enact it; who makes rules of its own does."""
    parent = plan(PARENT | {"其他事项": ["出台《江城市渡运安全处罚裁量基准》。"]})
    found = aligned(parent, plan(PARENT | {"其他事项": [said]}, DISTRICT)).coverage[-1]
    assert (found.status, bool(found.child_clauses)) == (status, status is Status.COVERED)


def test_an_action_is_no_basis_beside_a_task() -> None:
    """Of a task and a 重点行动 that both fit, the task is the basis."""
    upper = PARENT | {"百日攻坚": ["更换老旧燃气管道26公里。"]}
    alignment = aligned(plan(upper, actions=["百日攻坚"]), plan(PARENT, DISTRICT))
    assert primaries(alignment)["t2"] == "t2"


def test_one_task_each() -> None:
    """Plans with a single task can be compared."""
    single = {"整治燃气隐患": ["更换老旧燃气管道26公里。"]}
    assert statuses(aligned(plan(single), plan(single, DISTRICT))) == {"t1.c1": Status.COVERED}
