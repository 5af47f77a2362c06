"""Task status from clause status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Status, TaskStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.comparison import ClauseCoverage
    from planalign.model.plan import Plan


def task_statuses(parent: Plan, coverage: Sequence[ClauseCoverage]) -> tuple[TaskStatus, ...]:
    """Return the status of every parent task, in order."""
    by_task: dict[str, list[Status]] = {task.id: [] for task in parent.tasks}
    for entry in coverage:
        by_task[entry.parent_task].append(entry.status)
    return tuple(TaskStatus(parent_task=task, status=common_status(found)) for task, found in by_task.items())


def common_status(statuses: Iterable[Status]) -> Status:
    """Return the one status of all applicable clauses, or partial where they differ."""
    applicable = {status for status in statuses if status is not Status.NOT_APPLICABLE}
    if not applicable:
        return Status.NOT_APPLICABLE
    return applicable.pop() if len(applicable) == 1 else Status.PARTIAL
