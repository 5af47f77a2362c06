"""Lookups over one plan: its tasks and clauses by id, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import TaskKind

if TYPE_CHECKING:
    from planalign.model.plan import Clause, Plan, Task


class PlanIndex:
    """The tasks and clauses of a plan by id."""

    def __init__(self, plan: Plan) -> None:
        """Set up the lookups."""
        self.plan = plan
        self.tasks: dict[str, Task] = {task.id: task for task in plan.tasks}
        self.clauses: dict[str, Clause] = {clause.id: clause for task in plan.tasks for clause in task.clauses}
        self.task_of: dict[str, Task] = {clause.id: task for task in plan.tasks for clause in task.clauses}
        self.order: dict[str, int] = {end: place for place, end in enumerate(_ids(plan))}


def counts(task: Task, *, requirements: bool) -> bool:
    """Whether a task counts in ratios: 工作要求 do so only where the settings say it."""
    return requirements or task.kind is not TaskKind.REQUIREMENT


def heading(task: Task) -> str:
    """Return number and title as printed."""
    return f"{task.label}{task.title}" or task.number


def _ids(plan: Plan) -> list[str]:
    ids = [section.id for section in plan.sections]
    for task in plan.tasks:
        ids += [task.id, *(clause.id for clause in task.clauses)]
    for annex in plan.annexes:
        ids += [annex.id, *(row.id for row in annex.rows)]
    return ids
