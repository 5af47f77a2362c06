"""Parent tasks of which only the title is known (no body, or the list of a 解读): a linked child task carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Status, Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import ClauseCoverage, Link
    from planalign.model.plan import Plan, Task


def taken_up(
    parent: Plan, child: Plan, coverage: Sequence[ClauseCoverage], links: Sequence[Link]
) -> tuple[ClauseCoverage, ...]:
    """Take a task without a body for covered where a child task is based on it, whatever the words of that task's body.

    A title says what the task is about and not what is to be done, so there is nothing to miss in the body.
    """
    bare = {task.id for task in parent.tasks if _is_bare(task)}
    tasks = {task.id: task for task in child.tasks}
    based = {link.parent_task: tasks[link.child_task] for link in links if link.strength is Strength.PRIMARY}
    return tuple(
        _covered(entry, based[entry.parent_task]) if entry.parent_task in bare and entry.parent_task in based else entry
        for entry in coverage
    )


def _is_bare(task: Task) -> bool:
    return [clause.sentence.rstrip("。；") for clause in task.clauses] == [task.title.rstrip("。；")]


def _covered(entry: ClauseCoverage, carrier: Task) -> ClauseCoverage:
    """Name the first clause of the child task where the evidence names none."""
    if entry.status in {Status.COVERED, Status.NOT_APPLICABLE}:
        return entry
    own = [clause.id for clause in carrier.clauses]
    clauses = tuple(found.child_clause for found in entry.evidence if found.child_clause in own) or tuple(own[:1])
    parts = tuple(part.model_copy(update={"carried": True, "child_clause": clauses[0]}) for part in entry.commitments)
    changed = {"status": Status.COVERED, "child_clauses": clauses, "missing": (), "commitments": parts, "chances": {}}
    return entry.model_copy(update=changed)
