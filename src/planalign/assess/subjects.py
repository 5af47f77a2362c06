"""The ids of items of review, and of which items a finding speaks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.rule import ABOUT_THE_LEDGER, PlanRule
from planalign.assess.rules import RULES
from planalign.model.comparison import DriftKind
from planalign.model.facts import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.alignment import Alignment
    from planalign.model.comparison import Comparison, Drift, Finding, Link, LocalTask
    from planalign.model.plan import Plan, Task
    from planalign.model.review import Review

_OF_A_CLAUSE = frozenset({"PA101", "PA102", "PA103", "PA106"})
_OF_A_LINK = frozenset({"PA104", "PA107"})
_KEPT = (Aspect.NUMBER, Aspect.DEADLINE, Aspect.FREQUENCY, Aspect.LISTING)
_TOLD_OF: dict[str, tuple[DriftKind, tuple[Aspect, ...]]] = {
    "PA201": (DriftKind.LOOSER, (Aspect.NUMBER,)),
    "PA202": (DriftKind.MISSING, _KEPT),
    "PA203": (DriftKind.LOOSER, (Aspect.DEADLINE,)),
    "PA204": (DriftKind.LOOSER, (Aspect.FREQUENCY,)),
    "PA205": (DriftKind.STRICTER, (Aspect.NUMBER, Aspect.FREQUENCY)),
    "PA206": (DriftKind.STRICTER, (Aspect.DEADLINE,)),
    "PA207": (DriftKind.MISSING, _KEPT),
    "PA208": (DriftKind.LOOSER, (Aspect.LISTING,)),
    "PA209": (DriftKind.NOT_COMPARABLE, (Aspect.NUMBER,)),
    "PA303": (DriftKind.LOOSER, (Aspect.VERB,)),
}
"""Of which drift the rules about targets and verbs speak."""


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
        if code.startswith(ABOUT_THE_LEDGER):
            return ()
        if code in _OF_A_CLAUSE and parent:
            return tuple(map(clause_id, self._clauses_of.get(parent.id, (parent.id,))))
        if code in _OF_A_LINK and child:
            return (link_id(child.id, parent.id if parent else ""),)
        if code in _TOLD_OF:
            return self._targets(finding)
        return (finding_id(finding),)

    def speaks_of_none(self, finding: Finding) -> bool:
        """Whether a finding speaks of no link, clause or target, so that it is an item itself."""
        return self.of(finding) == (finding_id(finding),)

    def reviews(self, found: Alignment | Comparison) -> dict[str, Review]:
        """Return the decisions on links, local tasks, clauses and targets, by id of the item."""
        links = (*found.links, *found.rejected_links)
        told = {link_id(link.child_task, link.parent_task): link.review for link in links}
        told |= {link_id(entry.child_task): entry.review for entry in found.local}
        told |= {clause_id(entry.parent_clause): entry.review for entry in found.coverage}
        told |= {item_id: drift.review for item_id, drift in self.drifts.items()}
        return {item_id: review for item_id, review in told.items() if review}

    def _targets(self, finding: Finding) -> tuple[str, ...]:
        """Return the targets between the ends of a finding that its rule tells of; its message tells several apart."""
        ends = finding.parent.id if finding.parent else None, finding.child.id if finding.child else None
        kinds, aspects = _TOLD_OF[finding.code]
        found = {
            item_id: drift
            for item_id, drift in self.drifts.items()
            if (drift.parent_clause, drift.child_clause) == ends and drift.drift is kinds and drift.aspect in aspects
        }
        named = tuple(item_id for item_id, drift in found.items() if _is_named(drift, finding.message))
        return named or tuple(found)


def _is_named(drift: Drift, message: str) -> bool:
    """Whether a message gives the matter and both values of a drift."""
    told = "".join(message.split())
    values = (drift.matter, drift.parent_value or "", drift.child_value or "")
    return all("".join(words.split()) in told for words in values)


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
