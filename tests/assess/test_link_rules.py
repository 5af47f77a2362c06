"""PA104, PA105 and PA107: local tasks, merges and splits, ambiguous matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hand_made import covered, dropped, link, plan, task

from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.plan import TaskKind

if TYPE_CHECKING:
    from planalign.model.comparison import Finding, Link

PARENT = plan("a", *(task(number, title, "做事。") for number, title in enumerate(("宣传", "培训", "演练"), start=1)))
CHILD = plan(
    "b", *(task(number, title, "做事。") for number, title in enumerate(("宣传培训", "演练", "值守"), start=1))
)


_CARRIED = tuple(covered(f"t{number}.c1", "t1.c1") for number in (1, 2, 3))


def _found(code: str, *links: Link) -> list[Finding]:
    findings = assess(Case(PARENT, CHILD, Alignment(links, _CARRIED), Settings()))
    return [finding for finding in findings if finding.code == code]


def test_local_task() -> None:
    """A child task without any link is local."""
    found = _found("PA104", link("t1", "t1"), link("t2", "t3", primary=False))
    assert ["PA104-t3"] == [finding.id for finding in found]
    assert "“3．值守”没有对应的上级任务" == found[0].message


def test_local_requirement_is_none() -> None:
    """工作要求 of the child are not local tasks."""
    child = plan("b", task(1, "强化组织领导", "高度重视。", kind=TaskKind.REQUIREMENT))
    assert () == assess(Case(PARENT, child, Alignment(), Settings()))


def test_merged() -> None:
    """A child task that carries two parent tasks better than any other merges them."""
    found = _found("PA105", link("t1", "t1"), link("t1", "t2", primary=False), link("t2", "t3"))
    assert ["PA105-merged-t1-t1"] == [finding.id for finding in found]
    assert "任务合并：“1．宣传”、“2．培训” → “1．宣传培训”" == found[0].message


def test_dropped_task_is_not_merged() -> None:
    """A parent task of which nothing is carried is not named as carried out, whatever is linked to it by its title."""
    links = (link("t1", "t1"), link("t1", "t2", primary=False), link("t2", "t3"))
    alignment = Alignment(links, (_CARRIED[0], dropped("t2.c1"), _CARRIED[2]))
    found = assess(Case(PARENT, CHILD, alignment, Settings()))
    assert "PA105" not in {finding.code for finding in found}


def test_split() -> None:
    """A parent task on which two child tasks are based is split."""
    found = _found("PA105", link("t2", "t3"), link("t3", "t3"))
    assert ["任务拆分：“3．演练” → “2．演练”、“3．值守”"] == [finding.message for finding in found]


def test_secondary_link_alone_is_no_merge() -> None:
    """A parent task with a better child task of its own is not merged into another."""
    assert [] == _found("PA105", link("t1", "t1"), link("t1", "t3", primary=False), link("t2", "t3"))


def test_ambiguous() -> None:
    """A primary link that another parent nearly won is reported, a clear one is not."""
    found = _found("PA107", link("t1", "t1", 0.61, 0.60), link("t2", "t3", 0.8, 0.3))
    assert ["PA107-t1-t1"] == [finding.id for finding in found]
    assert "（得分 0.61，次优 0.60）" in found[0].message
