"""Applies decisions to what the aligner proposes, so that coverage, drift and findings follow from both."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.again import Again
from planalign.assess.decided_coverage import DecidedCoverage, without
from planalign.assess.decided_drift import DecidedDrift
from planalign.assess.decided_links import DecidedLinks
from planalign.assess.placed import place
from planalign.assess.views import Views
from planalign.model.decision import ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planalign.assess.case import Case, PlanCase
    from planalign.assess.placed import Placing
    from planalign.model.alignment import Alignment
    from planalign.model.comparison import ClauseCoverage, Drift, Link
    from planalign.model.decision import Decision
    from planalign.model.plan import Plan


def placed(case: Case | PlanCase, decisions: Sequence[Decision]) -> Placing:
    """Place decisions in the plans of a case."""
    upper, lower = case.sides
    return place(decisions, Again(Views(upper.plan)) if upper else None, Again(Views(lower.plan)))


class Seekers(NamedTuple):
    """What finds passages again in both plans; the same under any decisions."""

    upper: Again
    lower: Again

    @classmethod
    def of(cls, parent: Plan, child: Plan) -> Seekers:
        """Return those of two plans; nothing is computed before it is asked for."""
        return cls(Again(Views(parent)), Again(Views(child)))


class Decided:
    """The decisions on one pair of plans; the aligner asks it between its steps."""

    def __init__(self, seekers: Seekers, decisions: Sequence[Decision]) -> None:
        """Place the decisions in both plans."""
        self._upper, self._lower = (each.views for each in seekers)
        self.placing: Placing = place(decisions, *seekers)
        self._links = DecidedLinks(self.placing.of_kind(ItemKind.LINK))
        self._coverage = DecidedCoverage(self.placing.of_kind(ItemKind.CLAUSE))
        self._drift = DecidedDrift(self.placing.of_kind(ItemKind.TARGET), self._upper, self._lower)
        self._proposed: Sequence[Link] = ()

    @property
    def barred(self) -> frozenset[tuple[str, str]]:
        """Child and parent tasks that are not proposed as a link again."""
        return self._links.barred

    def links(self, proposed: Sequence[Link], unbarred: Sequence[Link]) -> tuple[Link, ...]:
        """Return the links that hold, of those proposed beside the barred pairs and those that people want."""
        self._proposed = proposed
        return self._links.after(unbarred, self._order)

    def coverage(self, proposed: Sequence[ClauseCoverage]) -> tuple[ClauseCoverage, ...]:
        """Return the verdicts that hold: of tasks whose link is rejected nothing is carried, then each decision."""
        return tuple(
            self._coverage.after(entry, without(entry, self._barred_from(entry.parent_task))) for entry in proposed
        )

    def drift(self, found: Sequence[Drift], unguided: Callable[[], Sequence[Drift]]) -> tuple[Drift, ...]:
        """Return the drift with the decisions on it."""
        return self._drift.after(found, unguided)

    def completed(self, alignment: Alignment) -> Alignment:
        """Return the alignment with the decisions that are no links: local tasks and rejected pairs."""
        return alignment._replace(
            local=self._links.local_tasks(alignment.links, self._order),
            rejected_links=self._links.rejected(self._proposed),
        )

    @cached_property
    def _order(self) -> dict[str, int]:
        return {task: number for number, task in enumerate(self._lower.tasks)}

    @cached_property
    def _clauses(self) -> dict[str, tuple[str, ...]]:
        return {task.id: tuple(clause.id for clause in task.clauses) for task in self._lower.plan.tasks}

    def _barred_from(self, parent: str) -> frozenset[str]:
        """Return the child clauses of the tasks that do not carry out a parent task, as people said."""
        tasks = (child for child, task in self.barred if task == parent)
        return frozenset(clause for task in tasks for clause in self._clauses[task])
