"""What became of tasks, clauses and targets of a top plan on their way down a chain of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.target_key import target_key
from planalign.model.chain import Fate, TargetFate
from planalign.model.comparison import DriftKind, Status
from planalign.model.facts import Aspect
from planalign.model.index import PlanIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.assess.target_key import TargetKey
    from planalign.model.comparison import Comparison, Drift
    from planalign.model.plan import Task

_UNCHANGED = frozenset({DriftKind.SAME, DriftKind.NOT_COMPARABLE})


def task_fates(tasks: Iterable[Task], descents: Sequence[Comparison]) -> tuple[Fate, ...]:
    """Return the fate of each task; `descents` compare the top plan with each plan below it."""
    steps = [{entry.parent_task: entry.status for entry in found.task_status} for found in descents]
    return _fates([task.id for task in tasks], steps)


def clause_fates(tasks: Iterable[Task], descents: Sequence[Comparison]) -> tuple[Fate, ...]:
    """Return the fate of each clause of some tasks."""
    steps = [{entry.parent_clause: entry.status for entry in found.coverage} for found in descents]
    return _fates([clause.id for task in tasks for clause in task.clauses], steps)


def target_fates(tasks: Iterable[Task], descents: Sequence[Comparison]) -> tuple[TargetFate, ...]:
    """Return the fate of each target of which a comparison speaks, in the order of the top plan.

    Targets of annex rows take part; those of tasks that do not count stay out, and so do verbs.
    """
    out = _not_counted(tasks, descents)
    steps = [{target_key(entry): entry for entry in found.drift if _is_target(entry)} for found in descents]
    order = PlanIndex(descents[0].parent).order
    keys = dict.fromkeys(key for step in steps for key in step if key.clause not in out)
    in_order = sorted(keys, key=lambda key: order.get(key.clause, -1))
    return tuple(_target_fate(key, [step.get(key) for step in steps]) for key in in_order)


def _fates(ids: Iterable[str], steps: Sequence[Mapping[str, Status]]) -> tuple[Fate, ...]:
    return tuple(_fate(each, [step[each] for step in steps]) for each in ids if all(each in step for step in steps))


def _fate(each: str, statuses: Sequence[Status]) -> Fate:
    lost = _lasting(statuses, (Status.DROPPED,))
    changed = _lasting(statuses, (Status.DROPPED, Status.PARTIAL))
    return Fate(id=each, statuses=tuple(statuses), changed_at=changed, lost_at=lost)


def _lasting(statuses: Sequence[Status], poor: Sequence[Status]) -> int | None:
    """Return the place from which on all statuses are poor; what does not apply at some level says nothing."""
    place = None
    for number, status in enumerate(statuses, start=1):
        if status in poor:
            place = place or number
        elif status is not Status.NOT_APPLICABLE:
            place = None
    return place


def _not_counted(tasks: Iterable[Task], descents: Sequence[Comparison]) -> set[str]:
    """Return the clauses of the top plan that belong to tasks left out."""
    counted = {task.id for task in tasks}
    everything = descents[0].parent.tasks if descents else ()
    return {clause.id for task in everything if task.id not in counted for clause in task.clauses}


def _is_target(entry: Drift) -> bool:
    """Whether an entry is about a target of the top plan; what a lower plan adds has no words there."""
    return bool(entry.parent_clause and entry.parent_value) and entry.aspect is not Aspect.VERB


def _target_fate(key: TargetKey, entries: Sequence[Drift | None]) -> TargetFate:
    drifts = tuple(entry.drift if entry else None for entry in entries)
    changed = (number for number, entry in enumerate(entries, start=1) if entry and _changed(entry))
    return TargetFate(
        clause=key.clause,
        matter=key.matter,
        value=key.words,
        drifts=drifts,
        values=tuple(entry.child_value if entry else None for entry in entries),
        changed_at=next(changed, None),
    )


def _changed(entry: Drift) -> bool:
    """Whether a target does not arrive as it was; what the change of level asks for is no change."""
    return entry.drift not in _UNCHANGED and not entry.level_change
