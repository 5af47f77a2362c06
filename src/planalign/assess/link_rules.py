"""PA1, second half: local tasks, merges and splits, ambiguous matches."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.case import best_links
from planalign.assess.ends import task_end
from planalign.assess.rule import Hit, PairRule
from planalign.model.comparison import Severity, Status, Strength
from planalign.model.index import heading
from planalign.model.wording import Listed, Wording, joined
from planalign.text.quotes import inner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.assess.case import Case
    from planalign.model.index import PlanIndex
    from planalign.model.plan import Task

_CARRIED = (Status.COVERED, Status.PARTIAL)

UPPER = Wording("上级")
EARLIER = Wording("上年或前稿")
_KINDS = {"merged": Wording("合并"), "split": Wording("拆分")}
_BETWEEN = Wording("、")


def local_tasks(case: Case) -> Iterator[Hit]:
    """Find child tasks that carry out no parent task."""
    for task in case.unexplained_tasks:
        values: dict[str, object] = {"title": heading(task), "basis": EARLIER if case.same_plan else UPPER}
        yield Hit(task.id, child=task_end(case.child, task), values=values)


def merged_or_split(case: Case) -> Iterator[Hit]:
    """Find parent tasks with several child tasks based on them, and child tasks that carry several parents best.

    Only parent tasks of which something is carried count: a link by the heading alone carries nothing out.
    """
    held = {entry.parent_task for entry in case.coverage.values() if entry.status in _CARRIED}
    primary = [link for link in case.links if link.strength is Strength.PRIMARY and link.parent_task in held]
    for parent, children in _groups((link.parent_task, link.child_task) for link in primary).items():
        yield _hit(case, "split", [parent], children)
    best = [link for link in best_links(case.links).values() if link.parent_task in held]
    for child, parents in _groups((link.child_task, link.parent_task) for link in best).items():
        yield _hit(case, "merged", parents, [child])


def ambiguous_matches(case: Case) -> Iterator[Hit]:
    """Find primary links that another parent task nearly won."""
    margin = case.settings.align.ambiguous_margin
    for link in case.links:
        if link.strength is Strength.PRIMARY and link.score - link.runner_up < margin:
            parent, child = case.parent.tasks[link.parent_task], case.child.tasks[link.child_task]
            yield Hit(
                link.id,
                task_end(case.parent, parent),
                task_end(case.child, child),
                {"child": heading(child), "score": f"{link.score:.2f}", "runner_up": f"{link.runner_up:.2f}"},
                (child.title,),
            )


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Collect the right sides by their left side, where there is more than one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for left, right in pairs:
        groups[left].append(right)
    return {left: rights for left, rights in groups.items() if len(rights) > 1}


def _hit(case: Case, kind: str, parent_ids: list[str], child_ids: list[str]) -> Hit:
    parents, children = _in_order(case.parent, parent_ids), _in_order(case.child, child_ids)
    values: dict[str, object] = {"kind": _KINDS[kind], "parents": _titles(parents), "children": _titles(children)}
    key = f"{kind}-{parents[0].id}-{children[0].id}"
    at_stake = (kind, *(task.title for task in [*parents, *children]))
    return Hit(key, task_end(case.parent, parents[0]), task_end(case.child, children[0]), values, at_stake)


def _in_order(side: PlanIndex, ids: list[str]) -> list[Task]:
    return [side.tasks[task_id] for task_id in sorted(ids, key=side.order.__getitem__)]


def _titles(tasks: list[Task]) -> Listed:
    titles = [f"“{inner(heading(task))}”" for task in tasks]
    return joined(titles, _BETWEEN)


PA104 = PairRule(
    code="PA104",
    severity=Severity.INFO,
    title=Wording("自选动作", "heading"),
    message=Wording("“{title}”没有对应的{basis}任务"),
    explanation=Wording("下级任务在上级文件中没有找到依据，是本级的自选动作，或依据另有文件。"),
    example=Wording("镇级文件有“柑橘冻害防范”，区级文件没有。"),
    fix=Wording("无需处理；如另有依据，可在文中写明。"),
    check=local_tasks,
)

PA105 = PairRule(
    code="PA105",
    severity=Severity.INFO,
    title=Wording("任务合并或拆分"),
    message=Wording("任务{kind}：{parents} → {children}"),
    explanation=Wording("几项上级任务由一项下级任务承接，或一项上级任务分到几项下级任务中。"),
    example=Wording("上级“宣传”“培训”两项，下级合为“宣传培训”一项。"),
    fix=Wording("无需处理；核对责任单位是否随之明确。"),
    check=merged_or_split,
)

PA107 = PairRule(
    code="PA107",
    severity=Severity.INFO,
    title=Wording("对应关系不明确"),
    message=Wording("“{child}”对应哪项任务不明确（得分 {score}，次优 {runner_up}）"),
    explanation=Wording("最合适的上级任务与次优的得分接近，需要人工判断。"),
    example=Wording("“宣传教育”与上级“科普宣传”“安全文化”都相近。"),
    fix=Wording("人工确认对应关系。"),
    check=ambiguous_matches,
)
