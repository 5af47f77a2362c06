"""What the rules look at: two plans, their alignment, and lookups over both."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from planalign.assess.passages import passages
from planalign.assess.same_plan import same_plan
from planalign.assess.scope import counted, excluded
from planalign.model.comparison import Status, Strength
from planalign.model.index import PlanIndex
from planalign.model.review import ruled_out

if TYPE_CHECKING:
    from planalign.assess.passages import Passage
    from planalign.config import Settings
    from planalign.model.alignment import Alignment
    from planalign.model.comparison import ClauseCoverage, Link
    from planalign.model.plan import Plan, Task


class PlanCase:
    """One plan under assessment, for the rules that need no parent."""

    def __init__(self, index: PlanIndex, settings: Settings) -> None:
        """Keep the plan with its lookups."""
        self.index = index
        self.settings = settings

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.index.plan

    @property
    def sides(self) -> tuple[None, PlanIndex]:
        """No parent, and the plan as the child."""
        return None, self.index

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of the plan one by one, for the rules that look at wording."""
        return tuple(passages(self.plan))

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that count."""
        return counted(self.plan, self.settings)


class Case:
    """One comparison under assessment."""

    def __init__(self, parent: Plan, child: Plan, alignment: Alignment, settings: Settings) -> None:
        """Set up the lookups."""
        self.parent = PlanIndex(parent)
        self.child = PlanIndex(child)
        self.alignment = alignment
        self.settings = settings
        self.upper = PlanCase(self.parent, settings)
        self.lower = PlanCase(self.child, settings)

    @property
    def sides(self) -> tuple[PlanIndex, PlanIndex]:
        """Parent and child."""
        return self.parent, self.child

    @cached_property
    def same_plan(self) -> bool:
        """Whether both are issues or drafts of one plan, by the settings or by their mastheads."""
        said = self.settings.same_plan
        return same_plan(self.parent.plan.masthead, self.child.plan.masthead) if said is None else said

    @cached_property
    def excluded(self) -> tuple[str, ...]:
        """Ids of the parent tasks that the settings exclude."""
        return excluded(self.parent.plan, self.settings)

    @cached_property
    def parent_tasks(self) -> tuple[Task, ...]:
        """The parent tasks that count."""
        return tuple(task for task in self.upper.tasks if task.id not in self.excluded)

    @cached_property
    def child_tasks(self) -> tuple[Task, ...]:
        """The child tasks that count."""
        return self.lower.tasks

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

    @cached_property
    def unexplained_tasks(self) -> tuple[Task, ...]:
        """The local tasks but those of which a person said that they take no part, or are not local after all."""
        known = {entry.child_task for entry in self.alignment.local if ruled_out(entry.review)}
        return tuple(task for task in self.local_tasks if task.id not in known)

    def clauses_of(self, task: Task) -> list[ClauseCoverage]:
        """Return what became of the clauses of one parent task."""
        return [self.coverage[clause.id] for clause in task.clauses if clause.id in self.coverage]

    def with_status(self, status: Status) -> list[ClauseCoverage]:
        """Clauses of one status, those of dropped tasks left out."""
        dropped = {task.id for task in self.dropped_tasks}
        return [
            entry for entry in self.coverage.values() if entry.status is status and entry.parent_task not in dropped
        ]


def best_links(links: tuple[Link, ...]) -> dict[str, Link]:
    """Return the link that carries each parent task best: primary before secondary, then by score."""
    best: dict[str, Link] = {}
    for link in links:
        rank = (link.strength is Strength.PRIMARY, link.score)
        held = best.get(link.parent_task)
        if held is None or rank > (held.strength is Strength.PRIMARY, held.score):
            best[link.parent_task] = link
    return best
