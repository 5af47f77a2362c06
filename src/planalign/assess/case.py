"""What the rules look at: two plans, their alignment, and lookups over both."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from planalign.model.comparison import Status, Strength
from planalign.model.index import PlanIndex, counts
from planalign.model.plan import Level

if TYPE_CHECKING:
    from planalign.config import Settings
    from planalign.model.comparison import ClauseCoverage, Link, TaskStatus
    from planalign.model.plan import Masthead, Plan, Task

_GOVERNMENTS = frozenset({Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.TOWNSHIP})


class Alignment(Protocol):
    """What the aligner found out."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Child tasks and their parent tasks."""
        ...

    @property
    def coverage(self) -> tuple[ClauseCoverage, ...]:
        """What became of each parent clause."""
        ...

    @property
    def task_status(self) -> tuple[TaskStatus, ...]:
        """What became of each parent task."""
        ...


class Case:
    """One comparison under assessment."""

    def __init__(self, parent: Plan, child: Plan, alignment: Alignment, settings: Settings) -> None:
        """Set up the lookups."""
        self.parent = PlanIndex(parent)
        self.child = PlanIndex(child)
        self.alignment = alignment
        self.settings = settings

    @cached_property
    def same_level(self) -> bool:
        """Whether both are plans of one issuer for different years: last year's against this year's."""
        return same_level(self.parent.plan.masthead, self.child.plan.masthead)

    @cached_property
    def parent_tasks(self) -> tuple[Task, ...]:
        """The parent tasks that count."""
        return self._counted(self.parent)

    @cached_property
    def child_tasks(self) -> tuple[Task, ...]:
        """The child tasks that count."""
        return self._counted(self.child)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links between tasks that count."""
        parents, children = ({task.id for task in tasks} for tasks in (self.parent_tasks, self.child_tasks))
        return tuple(
            link for link in self.alignment.links if link.parent_task in parents and link.child_task in children
        )

    @cached_property
    def dropped_tasks(self) -> tuple[Task, ...]:
        """The parent tasks of which nothing is carried."""
        dropped = {entry.parent_task for entry in self.alignment.task_status if entry.status is Status.DROPPED}
        return tuple(task for task in self.parent_tasks if task.id in dropped)

    @cached_property
    def coverage(self) -> dict[str, ClauseCoverage]:
        """What became of each clause of the parent tasks that count."""
        counted = {task.id for task in self.parent_tasks}
        return {entry.parent_clause: entry for entry in self.alignment.coverage if entry.parent_task in counted}

    @cached_property
    def local_tasks(self) -> tuple[Task, ...]:
        """The child tasks without a parent."""
        linked = {link.child_task for link in self.alignment.links}
        return tuple(task for task in self.child_tasks if task.id not in linked)

    def clauses_of(self, task: Task) -> list[ClauseCoverage]:
        """Return what became of the clauses of one parent task."""
        return [self.coverage[clause.id] for clause in task.clauses if clause.id in self.coverage]

    def with_status(self, status: Status) -> list[ClauseCoverage]:
        """Clauses of one status, those of dropped tasks left out."""
        dropped = {task.id for task in self.dropped_tasks}
        return [
            entry for entry in self.coverage.values() if entry.status is status and entry.parent_task not in dropped
        ]

    def _counted(self, side: PlanIndex) -> tuple[Task, ...]:
        return tuple(task for task in side.plan.tasks if counts(task, requirements=self.settings.requirements))


def same_level(upper: Masthead, lower: Masthead) -> bool:
    """Whether two mastheads are of one issuer for different years."""
    years = upper.year is not None and lower.year is not None and upper.year != lower.year
    return years and upper.level is lower.level and _same_issuer(upper, lower)


def _same_issuer(upper: Masthead, lower: Masthead) -> bool:
    """Compare issuers; where one is not stated, the place tells the government of a city, a district or a township."""
    if upper.issuer and lower.issuer:
        return upper.issuer == lower.issuer
    return upper.level in _GOVERNMENTS and upper.place is not None and upper.place == lower.place


def best_links(links: tuple[Link, ...]) -> dict[str, Link]:
    """Return the link that carries each parent task best: primary before secondary, then by score."""
    best: dict[str, Link] = {}
    for link in links:
        rank = (link.strength is Strength.PRIMARY, link.score)
        held = best.get(link.parent_task)
        if held is None or rank > (held.strength is Strength.PRIMARY, held.score):
            best[link.parent_task] = link
    return best
