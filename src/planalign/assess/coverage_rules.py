"""PA1, first half: parent tasks and clauses that the child drops or carries only partly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.case import best_links
from planalign.assess.ends import clause_end, nearest_end, task_end
from planalign.assess.rule import Hit, PairRule
from planalign.assess.same_plan import issue_names
from planalign.model.comparison import Severity, Status
from planalign.model.index import heading
from planalign.model.wording import Listed, Wording, joined
from planalign.text.quotes import inner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case
    from planalign.model.comparison import ClauseCoverage
    from planalign.model.plan import Task

SIMILAR = Wording("先在下级文件中查找换了说法的内容；确未承接的，补写任务，或说明本级不适用的依据。")


def dropped_tasks(case: Case) -> Iterator[Hit]:
    """Find parent tasks of which the child carries nothing."""
    return iter(()) if case.same_plan else _dropped_tasks(case)


def dropped_clauses(case: Case) -> Iterator[Hit]:
    """Find dropped clauses of parent tasks that are carried otherwise."""
    return iter(()) if case.same_plan else _dropped_clauses(case)


def dropped_since_last_year(case: Case) -> Iterator[Hit]:
    """Find what another issue or draft of the plan holds and this one does not."""
    if case.same_plan:
        yield from _dropped_tasks(case)
        yield from _dropped_clauses(case)


def partly_carried(case: Case) -> Iterator[Hit]:
    """Find clauses of which the child omits some commitments."""
    for entry in case.with_status(Status.PARTIAL):
        child = clause_end(case.child, entry.child_clauses[0]) if entry.child_clauses else nearest_end(case, [entry])
        end = clause_end(case.parent, entry.parent_clause)
        yield Hit(entry.parent_clause, end, child, {"title": end.title, "missing": _missing(entry)}, entry.missing)


def _dropped_tasks(case: Case) -> Iterator[Hit]:
    for task in case.dropped_tasks:
        nearest = nearest_end(case, case.clauses_of(task))
        values = {**_values(case, task), "linked": _linked(case, task)}
        yield Hit(task.id, task_end(case.parent, task), nearest, values)


def _dropped_clauses(case: Case) -> Iterator[Hit]:
    for entry in case.with_status(Status.DROPPED):
        task = case.parent.task_of[entry.parent_clause]
        end = clause_end(case.parent, entry.parent_clause)
        yield Hit(entry.parent_clause, end, nearest_end(case, [entry]), _values(case, task))


def _linked(case: Case, task: Task) -> Wording:
    """Name the child task that takes the parent task up by its heading only, where there is one."""
    link = best_links(case.links).get(task.id)
    if link is None:
        return Wording("")
    title = inner(heading(case.child.tasks[link.child_task]))
    return Wording("（对应任务“{title}”没有写入其中任何一项）").filled(title=title)


def _values(case: Case, task: Task) -> dict[str, object]:
    before, after = issue_names(case.parent.plan.masthead, case.child.plan.masthead)
    return {"title": heading(task), "before": before, "after": after}


_BETWEEN = Wording("；")


def _missing(entry: ClauseCoverage) -> Wording | Listed:
    """Name the commitments that were not found; without any, the whole clause is meant."""
    if not entry.missing:
        return Wording("（未能指明具体事项）")
    return joined(entry.missing, _BETWEEN)


PA101 = PairRule(
    code="PA101",
    severity=Severity.ERROR,
    title=Wording("上级任务未承接"),
    message=Wording("上级任务“{title}”在下级文件中未找到承接内容{linked}"),
    explanation=Wording("该任务的所有条款在下级文件中都没有找到对应内容。仅适用于上级自身的条款不计入。"),
    example=Wording("市级文件有“推进森林防火道路建设”，区级文件通篇未提。"),
    fix=SIMILAR,
    check=dropped_tasks,
)

PA102 = PairRule(
    code="PA102",
    severity=Severity.WARNING,
    title=Wording("上级条款未承接"),
    message=Wording("“{title}”中有一条未找到承接内容"),
    explanation=Wording("任务有承接，但其中这一条的各项要求在下级文件中都没有找到。"),
    example=Wording("上级要求“每季度开展一次联合演练”，下级同名任务只写了宣传培训。"),
    fix=SIMILAR,
    check=dropped_clauses,
)

PA103 = PairRule(
    code="PA103",
    severity=Severity.WARNING,
    title=Wording("上级条款部分承接"),
    message=Wording("“{title}”中有一条只承接了一部分，缺少：{missing}"),
    explanation=Wording("一条中有几项要求，下级文件只写了其中一部分。"),
    example=Wording("上级要求“修订预案、更新物资清单”，下级只有“修订预案”。"),
    fix=Wording("补上所列事项；属于上级职责或已在别处落实的，说明依据。"),
    check=partly_carried,
)

PA106 = PairRule(
    code="PA106",
    severity=Severity.WARNING,
    title=Wording("较上年（前稿）未再保留"),
    message=Wording("{before}“{title}”的内容在{after}文件中未再出现"),
    explanation=Wording(
        "同一机关不同年度的文件，或同一文件的前后两稿相比，这一内容不再出现。可能已经完成，也可能被遗漏。"
    ),
    example=Wording("2024 年要点有“农房抗震改造”，2025 年要点没有。"),
    fix=Wording("确认已经完成或不再需要；否则补上。"),
    check=dropped_since_last_year,
)
