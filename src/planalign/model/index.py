"""Lookups over one plan: its tasks and clauses by id, their order, and the sections above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import TaskKind

if TYPE_CHECKING:
    from planalign.model.annex import Annex
    from planalign.model.plan import Clause, Plan, Section, Task, Unit


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


def sections_above(plan: Plan, section_id: str | None) -> list[Section]:
    """Return a section and those above it, the highest first."""
    by_id = {section.id: section for section in plan.sections}
    chain: list[Section] = []
    while section_id in by_id and by_id[section_id] not in chain:
        chain.append(by_id[section_id])
        section_id = chain[-1].parent
    return chain[::-1]


def section_path(plan: Plan, task: Task) -> str:
    """Return the headings above a task as printed, the highest first, one a line."""
    return "\n".join(
        f"{section.label or section.number}{section.title}" for section in sections_above(plan, task.section)
    )


def units_of(task: Task) -> list[Unit]:
    """Return the units of a task, then those of its clauses; one may stand there more than once."""
    return [*task.units, *(unit for clause in task.clauses for unit in clause.units)]


def further_annexes(plan: Plan) -> tuple[Annex, ...]:
    """Return the annexes that say something beside the tasks: not the tables whose rows are the tasks."""
    told = {row for task in plan.tasks for row in task.rows}
    return tuple(annex for annex in plan.annexes if not any(row.id in told for row in annex.rows))


def _ids(plan: Plan) -> list[str]:
    ids = [section.id for section in plan.sections]
    for task in plan.tasks:
        ids += [task.id, *(clause.id for clause in task.clauses)]
    for annex in plan.annexes:
        ids += [annex.id, *(row.id for row in annex.rows)]
    return ids
