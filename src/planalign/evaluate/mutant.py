"""A child plan made from its parent by known changes, and the verdicts that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.evaluate.matching import Grams, grams
from planalign.model.comparison import Status
from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planalign.model.plan import Clause, Plan, Task

HELD = 0.6
"""Share of the 4-grams of a text from which another clause says it too."""

COVERED = frozenset({Status.COVERED})
PARTIAL = frozenset({Status.PARTIAL})
CARRIED = frozenset({Status.COVERED, Status.PARTIAL})
GONE = frozenset({Status.DROPPED, Status.NOT_APPLICABLE})
NOT_COVERED = frozenset({Status.PARTIAL, Status.DROPPED, Status.NOT_APPLICABLE})


class Touch(NamedTuple):
    """A parent clause that the change touched."""

    expected: frozenset[Status]
    """The verdicts that are right."""
    lost: tuple[str, ...] = ()
    """What the child says no longer."""
    wording: str = ""
    """What the child says instead; empty where it says nothing."""


class Mutant(NamedTuple):
    """A child plan with the truth about it. Ids are those of the parent, whatever the order."""

    child: Plan
    touched: Mapping[str, Touch]
    """By id of the parent clause."""
    left_out: frozenset[str] = frozenset()
    """Parent clauses of which nothing can be said: they are gone, but another clause says the same, or part of it."""
    lost_tasks: frozenset[str] = frozenset()
    """Parent tasks that were dropped whole and that no other clause makes up for."""


class Wording:
    """Which clauses of a plan say the same as others."""

    def __init__(self, plan: Plan) -> None:
        """Cut all clauses into 4-grams."""
        self._grams: dict[str, Grams] = {
            clause.id: grams(clause.text) for task in plan.tasks for clause in task.clauses
        }

    def held_elsewhere(self, text: str, apart_from: Iterable[str]) -> bool:
        """Return whether a clause other than those says most of a text."""
        wanted, apart = grams(text), set(apart_from)
        return any(len(wanted & other) >= HELD * len(wanted) for key, other in self._grams.items() if key not in apart)


def rewritten(clause: Clause, text: str) -> Clause:
    """Return a clause with another text and what follows from it."""
    found = {"targets": find_targets(text), "facts": find_facts(text)}
    return clause.model_copy(update={"text": text, "normalized": normalise(text), **found})


def with_tasks(plan: Plan, tasks: Iterable[Task]) -> Plan:
    """Return the child plan with these tasks; a task that has lost all its clauses is left out."""
    return plan.model_copy(update={"tasks": tuple(task for task in tasks if task.clauses)})


def with_clauses(plan: Plan, change: Callable[[Clause], Clause | None]) -> Plan:
    """Return the child plan with every clause changed; none takes it out."""
    return with_tasks(plan, (_with_clauses(task, change) for task in plan.tasks))


def _with_clauses(task: Task, change: Callable[[Clause], Clause | None]) -> Task:
    changed = (change(clause) for clause in task.clauses)
    return task.model_copy(update={"clauses": tuple(clause for clause in changed if clause is not None)})
