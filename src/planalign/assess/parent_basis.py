"""What the parent says to a clause or annex row of the child: the clauses that it carries, or the task it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.checklist import Basis
from planalign.model.comparison import DriftKind, Strength
from planalign.model.index import PlanIndex, heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.comparison import ClauseCoverage, Comparison, Link

_LIKELY = 0.7
"""A commitment is a basis where it is carried at least so likely."""
_ENOUGH = 0.2
"""So much of a parent clause a clause must carry, in characters, to have its basis there: a shared phrase is none."""


class ParentBasis:
    """The parent's side of one comparison, by clauses, tasks and annex rows of the child."""

    def __init__(self, found: Comparison) -> None:
        """Set up the lookups."""
        self._parent = PlanIndex(found.parent)
        self._carried: dict[str, list[str]] = {}
        for entry in found.coverage:
            for name in self._sure(entry):
                self._carried.setdefault(name, []).append(entry.parent_clause)
        self._links: dict[str, list[Link]] = {}
        for link in found.links:
            self._links.setdefault(link.child_task, []).append(link)
        self._targets: dict[str, list[str]] = {}
        for drift in found.drift:
            if drift.child_clause and drift.parent_clause and drift.drift is not DriftKind.NEW:
                self._targets.setdefault(drift.child_clause, []).append(drift.parent_clause)

    def _sure(self, entry: ClauseCoverage) -> Iterable[str]:
        """Return the clauses that surely carry some of a parent clause; a person's word needs no likelihood."""
        if entry.review or not entry.commitments:
            return entry.child_clauses
        held: dict[str, set[int]] = {name: set() for name in entry.child_clauses}
        for part in entry.commitments:
            if part.carried and part.score >= _LIKELY and part.child_clause in held:
                held[part.child_clause].update(range(part.start, part.end))
        least = _ENOUGH * len(self._parent.clauses[entry.parent_clause].text)
        return [name for name, places in held.items() if len(places) >= least]

    def of_clause(self, task: str, clause: str) -> tuple[Basis, ...]:
        """Return the parent clauses that a clause carries; else the parent tasks of its task, the primary one first."""
        carried = self._carried.get(clause, ())
        if carried:
            return tuple(map(self._clause, carried))
        links = sorted(self._links.get(task, ()), key=lambda link: (link.strength is not Strength.PRIMARY, -link.score))
        return tuple(self._task(link.parent_task) for link in links)

    def of_row(self, row: str) -> tuple[Basis, ...]:
        """Return the parent clauses whose targets an annex row takes up."""
        named = dict.fromkeys(self._targets.get(row, ()))
        return tuple(self._clause(name) for name in named if name in self._parent.clauses)

    def is_local(self, task: str) -> bool:
        """Whether the parent has no such task."""
        return task not in self._links

    def _clause(self, name: str) -> Basis:
        clause, task = self._parent.clauses[name], self._parent.task_of[name]
        return Basis(task=task.id, title=heading(task), clause=name, text=clause.text, location=clause.location)

    def _task(self, name: str) -> Basis:
        task = self._parent.tasks[name]
        return Basis(task=name, title=heading(task), location=task.location)
