"""PA3, as far as units go: nobody takes a task over, and offices without a counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.case import best_links
from planalign.assess.duties import Duties, field
from planalign.assess.ends import task_end, text_end
from planalign.assess.rule import Hit, PairRule
from planalign.assess.standing import standing
from planalign.model.block import Location
from planalign.model.comparison import Severity, Status
from planalign.model.index import heading
from planalign.model.plan import Level
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case
    from planalign.model.plan import Task

_USUAL = 0.5
"""A child names units if it does so for this share of its tasks."""
_CARRIED = frozenset({Status.COVERED, Status.PARTIAL})

NOBODY = Wording("承接“{parent}”的任务“{child}”没有责任单位")
NOBODY_AT_ALL = Wording("上级任务有责任单位，下级文件的任务都没有写明责任单位")


def nobody_answers(case: Case) -> Iterator[Hit]:
    """Find child tasks that carry out a task with units and name nobody, in a child that names units elsewhere."""
    if case.same_plan or case.child.plan.masthead.level is Level.DEPARTMENT:
        return
    upper, lower = Duties(case.parent.plan), Duties(case.child.plan)
    tasks = case.child_tasks
    answered = sum(bool(lower.of(task)) for task in tasks)
    if not answered and not any(lower.acts(task) for task in tasks):
        yield from _nobody_at_all(case, upper, lower)
    if answered < _USUAL * len(tasks) or not tasks:
        return
    for parent, child in _carried(case):
        if upper.of(parent) and not lower.acts(child):
            values: dict[str, object] = {"what": NOBODY.filled(parent=heading(parent), child=heading(child))}
            yield Hit(f"{child.id}-{parent.id}", task_end(case.parent, parent), task_end(case.child, child), values)


def offices_without_counterpart(case: Case) -> Iterator[Hit]:
    """Find leads of the parent whose field no unit of a district child is for, once each."""
    if case.same_plan or standing(case.child.plan.masthead) is not Level.DISTRICT:
        return
    if case.child.plan.masthead.level is Level.DEPARTMENT:
        return
    upper, lower = Duties(case.parent.plan), Duties(case.child.plan)
    told: set[str] = set()
    for parent, child in _carried(case):
        for unit in upper.leads(parent) if lower.of(child) else ():
            wanted = field(unit)
            if wanted and wanted not in told and not _has(lower, wanted):
                told.add(wanted)
                values: dict[str, object] = {"unit": unit, "child": heading(child)}
                ends = task_end(case.parent, parent), task_end(case.child, child)
                yield Hit(f"{parent.id}-{len(told)}", *ends, values, (unit,))


def _nobody_at_all(case: Case, upper: Duties, lower: Duties) -> Iterator[Hit]:
    head = case.child.plan.masthead
    if upper.all and not lower.all and any(upper.of(parent) for parent, _ in _carried(case)):
        end = text_end(case.child.plan, head.title or head.notice_title or "", Location())
        yield Hit("plan", child=end, values={"what": NOBODY_AT_ALL})


def _carried(case: Case) -> Iterator[tuple[Task, Task]]:
    """Yield parent tasks of which something is carried with the child task that carries them best."""
    held = {entry.parent_task for entry in case.coverage.values() if entry.status in _CARRIED}
    best = best_links(case.links)
    for task in case.parent_tasks:
        if task.id in held and task.id in best:
            yield task, case.child.tasks[best[task.id].child_task]


def _has(duties: Duties, wanted: str) -> bool:
    """Say whether some unit is for a field: the names may be longer or shorter at another level."""
    fields = duties.fields.split("\n")
    return any(wanted in other or (len(other) > 1 and other in wanted) for other in fields)


PA301 = PairRule(
    code="PA301",
    severity=Severity.WARNING,
    title=Wording("没有单位接手"),
    message=Wording("{what}"),
    explanation=Wording(
        "上级任务写明了责任单位，下级承接它的任务却没有写明由谁负责。下级多数任务有责任单位时逐项报告；一项都没有时合并报告一次。"
        "部门自己的计划由本部门负责，不报告。"
    ),
    example=Wording("区级“基层应急基础”由区应急管理局牵头，镇级同名任务没有写责任单位。"),
    fix=Wording("写明责任单位，或在分工表中列出。"),
    check=nobody_answers,
)

PA302 = PairRule(
    code="PA302",
    severity=Severity.WARNING,
    title=Wording("牵头单位在本级没有对应单位"),
    message=Wording("上级牵头单位“{unit}”在下级文件中没有对应单位（见“{child}”）"),
    explanation=Wording(
        "上级任务的牵头单位在区县文件中找不到职能相同的单位，承接的任务虽有责任单位，对口关系并不清楚。乡镇（街道）机构设置不同，不作判断。"
    ),
    example=Wording("市级由市地方海事局牵头，区级文件没有海事机构。"),
    fix=Wording("写明由哪个单位对口承担。"),
    check=offices_without_counterpart,
)
