"""What each of several children carries of each parent task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Status, Strength
from planalign.model.matrix import Cell, MatrixRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.comparison import ClauseCoverage, Comparison, Link
    from planalign.model.plan import Task


class _Column:
    """One comparison with its lookups."""

    def __init__(self, found: Comparison) -> None:
        self._status = {entry.parent_task: entry.status for entry in found.task_status}
        self._clauses: dict[str, list[ClauseCoverage]] = {}
        for entry in found.coverage:
            self._clauses.setdefault(entry.parent_task, []).append(entry)
        self._links: dict[str, list[Link]] = {}
        for link in sorted(found.links, key=_rank):
            self._links.setdefault(link.parent_task, []).append(link)

    def cell(self, task: Task) -> Cell:
        """Return what the child carries of a task."""
        applies = [entry for entry in self._clauses.get(task.id, ()) if entry.status is not Status.NOT_APPLICABLE]
        return Cell(
            status=self._status.get(task.id, Status.NOT_APPLICABLE),
            covered=sum(entry.status is Status.COVERED for entry in applies),
            clauses=len(applies),
            child_tasks=tuple(link.child_task for link in self._links.get(task.id, ())),
        )


def rows(tasks: Iterable[Task], comparisons: Sequence[Comparison]) -> tuple[MatrixRow, ...]:
    """Return one row for each task, with one cell for each comparison."""
    columns = [_Column(found) for found in comparisons]
    return tuple(MatrixRow(task=task.id, cells=tuple(column.cell(task) for column in columns)) for task in tasks)


def _rank(link: Link) -> tuple[bool, float]:
    return link.strength is not Strength.PRIMARY, -link.score
