"""The ids of items of review, and of which items a finding speaks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.rule import PlanRule
from planalign.assess.rules import RULES
from planalign.model.comparison import DriftKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.comparison import Drift, Finding, FindingEnd, Link, LocalTask
    from planalign.model.plan import Plan, Task

_OF_A_CLAUSE = frozenset({"PA101", "PA102", "PA103", "PA106"})
_OF_A_LINK = frozenset({"PA104", "PA107"})
_OF_A_TARGET = "PA2"
_OF_A_VERB = "PA303"
_OF_THE_LEDGER = "PA5"
_UNTOLD = frozenset({DriftKind.SAME, DriftKind.NEW})


class Subjects:
    """The items of one comparison by id, as far as findings need them."""

    def __init__(self, parent: Plan | None, drift: Sequence[Drift]) -> None:
        """Collect the drifts; several between the same ends are numbered."""
        self._clauses_of = {
            task.id: tuple(clause.id for clause in task.clauses) for task in (parent.tasks if parent else ())
        }
        self.drifts: dict[str, Drift] = {}
        seen: dict[str, int] = defaultdict(int)
        for entry in drift:
            ends = f"target:{entry.parent_clause or ''}-{entry.child_clause or ''}"
            seen[ends] += 1
            self.drifts[f"{ends}.{seen[ends]}" if seen[ends] > 1 else ends] = entry

    def of(self, finding: Finding) -> tuple[str, ...]:
        """Return the ids of the items that a finding speaks of; one about waivers, baseline or review has none."""
        code, parent, child = finding.code, finding.parent, finding.child
        if code.startswith(_OF_THE_LEDGER):
            return ()
        if code in _OF_A_CLAUSE and parent:
            return tuple(map(clause_id, self._clauses_of.get(parent.id, (parent.id,))))
        if code in _OF_A_LINK and child:
            return (link_id(child.id, parent.id if parent else ""),)
        if code.startswith(_OF_A_TARGET) or code == _OF_A_VERB:
            return tuple(self._between(parent, child))
        return (finding_id(finding),)

    def _between(self, parent: FindingEnd | None, child: FindingEnd | None) -> Iterator[str]:
        ends = parent.id if parent else None, child.id if child else None
        for item_id, drift in self.drifts.items():
            if (drift.parent_clause, drift.child_clause) == ends and drift.drift not in _UNTOLD:
                yield item_id


def local_tasks(
    tasks: Iterable[Task], links: Iterable[Link], rejected: Iterable[Link], local: Iterable[LocalTask]
) -> tuple[str, ...]:
    """Return the child tasks of which it is to be said whether they have a parent.

    Where a person rejected the link of a task, that is the item: without other word the task has none.
    """
    known = {link.child_task for link in (*links, *rejected)} - {entry.child_task for entry in local}
    return tuple(task.id for task in tasks if task.id not in known)


def link_id(child: str, parent: str = "") -> str:
    """Return the id of a pair of tasks, or of a child task without a parent."""
    return f"link:{child}-{parent}"


def clause_id(clause: str) -> str:
    """Return the id of what became of a parent clause."""
    return f"clause:{clause}"


def finding_id(found: Finding) -> str:
    """Return the id of a finding that speaks of no link, clause or target."""
    return f"finding:{found.id}"


def finding_about(found: Finding) -> str:
    """Return what tells a finding from others: its code and its fingerprint."""
    return f"{found.code} {found.fingerprint}"


def is_alone(found: Finding) -> bool:
    """Whether a finding is about the child alone, so that it is the same beside any parent."""
    return found.parent is None and isinstance(RULES.get(found.code), PlanRule)
