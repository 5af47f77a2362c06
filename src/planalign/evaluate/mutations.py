"""The mutation benchmark's changes: each makes a child from a parent plan, with a known truth.

`mutate(plan, kind, share, random)` changes a share of what the kind applies to. Every clause that is not touched must
be covered.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from planalign.evaluate.clause_edits import change_number, drop_commitment, narrow_list, paraphrase, swap_object
from planalign.evaluate.commitment_text import actions
from planalign.evaluate.mutant import (
    CARRIED,
    COVERED,
    GONE,
    NOT_COVERED,
    PARTIAL,
    Mutant,
    Touch,
    Wording,
    rewritten,
    with_clauses,
    with_tasks,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from random import Random

    from planalign.evaluate.clause_edits import Edit
    from planalign.model.comparison import Status
    from planalign.model.plan import Clause, Plan, Task

    Editor = Callable[[str, Random], Edit | None]

Item = TypeVar("Item")


class MutationKind(StrEnum):
    """A known change."""

    DROP_TASK = "drop_task"
    DROP_CLAUSE = "drop_clause"
    DROP_COMMITMENT = "drop_commitment"
    NARROW_LIST = "narrow_list"
    CHANGE_NUMBER = "change_number"
    SWAP_OBJECT = "swap_object"
    PARAPHRASE = "paraphrase"
    REORDER = "reorder"
    MERGE = "merge"
    SPLIT = "split"


class Mutation(Protocol):
    """Makes a child of a plan by changing a share of what it applies to."""

    def __call__(self, plan: Plan, share: float, random: Random) -> Mutant:
        """Return the child and the truth about it."""
        ...


def mutate(plan: Plan, kind: MutationKind, share: float, random: Random) -> Mutant:
    """Return a child of the plan with one kind of change."""
    return MUTATIONS[kind](plan, share, random)


def drop_task(plan: Plan, share: float, random: Random) -> Mutant:
    """Leave out whole tasks; at least one remains."""
    lost = _some(plan.tasks[1:], share, random)
    return _without(plan, [clause for task in lost for clause in task.clauses])


def drop_clause(plan: Plan, share: float, random: Random) -> Mutant:
    """Leave out clauses, never the last one of a task."""
    lost: list[Clause] = []
    for clause in _shuffled(_clauses(plan), random):
        task = next(task for task in plan.tasks if clause in task.clauses)
        if len([other for other in task.clauses if other not in lost]) > 1:
            lost.append(clause)
    return _without(plan, _some(lost, share, random))


def _without(plan: Plan, lost: Sequence[Clause]) -> Mutant:
    """Return the plan without these clauses; what another clause says too cannot be called lost."""
    gone = {clause.id for clause in lost}
    wording = Wording(plan)
    twins = frozenset(
        clause.id for clause in lost if any(wording.held_elsewhere(text, gone) for text in _substance(clause.text))
    )
    touched = {clause.id: Touch(GONE, (clause.text,)) for clause in lost if clause.id not in twins}
    tasks = frozenset(task.id for task in plan.tasks if all(clause.id in touched for clause in task.clauses))
    return Mutant(with_clauses(plan, lambda clause: None if clause.id in gone else clause), touched, twins, tasks)


def _substance(text: str) -> list[str]:
    """Return a clause and its actions; the clause is not lost whole where one of them is said elsewhere."""
    return [text, *(text[action.start : action.end] for action in actions(text))]


def reorder(plan: Plan, share: float, random: Random) -> Mutant:
    """Shuffle the tasks and the clauses within each."""
    del share
    tasks = [task.model_copy(update={"clauses": tuple(_shuffled(task.clauses, random))}) for task in plan.tasks]
    return Mutant(with_tasks(plan, _shuffled(tasks, random)), {clause.id: Touch(COVERED) for clause in _clauses(plan)})


def merge(plan: Plan, share: float, random: Random) -> Mutant:
    """Make one task of two neighbours."""
    firsts = set(_some(range(0, len(plan.tasks) - 1, 2), share, random))
    tasks: list[Task] = []
    touched: dict[str, Touch] = {}
    for place, task in enumerate(plan.tasks):
        if place - 1 in firsts:
            tasks[-1] = _merged(tasks[-1], task)
            touched |= {clause.id: Touch(COVERED) for clause in tasks[-1].clauses}
        else:
            tasks.append(task)
    return Mutant(with_tasks(plan, tasks), touched)


def _merged(one: Task, other: Task) -> Task:
    return one.model_copy(update={"title": f"{one.title}，{other.title}", "clauses": one.clauses + other.clauses})


def split(plan: Plan, share: float, random: Random) -> Mutant:
    """Make two tasks of one; the second is named after its first clause."""
    chosen = _some([task for task in plan.tasks if len(task.clauses) > 1], share, random)
    touched = {clause.id: Touch(COVERED) for task in chosen for clause in task.clauses}
    tasks = (part for task in plan.tasks for part in (_halves(task) if task in chosen else (task,)))
    return Mutant(with_tasks(plan, tasks), touched)


def _halves(task: Task) -> tuple[Task, Task]:
    half = (len(task.clauses) + 1) // 2
    title = task.clauses[half].text[:12].split("，")[0]
    rest = {"id": f"{task.id}b", "title": title, "clauses": task.clauses[half:]}
    return task.model_copy(update={"clauses": task.clauses[:half]}), task.model_copy(update=rest)


def edit_clauses(edit: Editor, expected: frozenset[Status]) -> Mutation:
    """Return the mutation that edits clauses one by one."""

    def mutation(plan: Plan, share: float, random: Random) -> Mutant:
        edits = {clause.id: made for clause in _clauses(plan) if (made := edit(clause.text, random))}
        return _edited(plan, edits, expected, share, random)

    return mutation


def swap_objects(plan: Plan, share: float, random: Random) -> Mutant:
    """Give clauses the object of a clause of another task."""
    edits = {}
    for task in plan.tasks:
        others = [clause for other in plan.tasks if other is not task for clause in other.clauses]
        for clause in task.clauses:
            made = swap_object(clause.text, random.choice(others).text, random) if others else None
            if made:
                edits[clause.id] = made
    return _edited(plan, edits, NOT_COVERED, share, random)


def _edited(plan: Plan, edits: Mapping[str, Edit], expected: frozenset[Status], share: float, random: Random) -> Mutant:
    """Apply a share of the edits; those whose loss another clause makes up for are not applied."""
    wording = Wording(plan)
    sound = [key for key, made in edits.items() if not any(wording.held_elsewhere(lost, (key,)) for lost in made.lost)]
    chosen = {key: edits[key] for key in _some(sound, share, random)}

    def change(clause: Clause) -> Clause:
        made = chosen.get(clause.id)
        return rewritten(clause, made.text) if made else clause

    touched = {key: Touch(expected, made.lost, made.text) for key, made in chosen.items()}
    return Mutant(with_clauses(plan, change), touched)


def _clauses(plan: Plan) -> list[Clause]:
    return [clause for task in plan.tasks for clause in task.clauses]


def _some(items: Iterable[Item], share: float, random: Random) -> list[Item]:
    """Return a share of the items, drawn at random, at least one where there is one; in their own order."""
    known = list(items)
    places = random.sample(range(len(known)), min(len(known), max(1, round(share * len(known)))))
    return [known[place] for place in sorted(places)]


def _shuffled(items: Iterable[Item], random: Random) -> list[Item]:
    known = list(items)
    random.shuffle(known)
    return known


MUTATIONS: dict[MutationKind, Mutation] = {
    MutationKind.DROP_TASK: drop_task,
    MutationKind.DROP_CLAUSE: drop_clause,
    MutationKind.DROP_COMMITMENT: edit_clauses(drop_commitment, PARTIAL),
    MutationKind.NARROW_LIST: edit_clauses(narrow_list, PARTIAL),
    MutationKind.CHANGE_NUMBER: edit_clauses(change_number, CARRIED),
    MutationKind.SWAP_OBJECT: swap_objects,
    MutationKind.PARAPHRASE: edit_clauses(paraphrase, COVERED),
    MutationKind.REORDER: reorder,
    MutationKind.MERGE: merge,
    MutationKind.SPLIT: split,
}
