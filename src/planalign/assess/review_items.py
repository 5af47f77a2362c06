"""The items of review of a comparison: everything in it that a person can decide on."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.decided_drift import about
from planalign.assess.item_key import item_key
from planalign.assess.subjects import Subjects, clause_id, finding_about, finding_id, is_alone, link_id, local_tasks
from planalign.assess.views import Views, quote
from planalign.model.comparison import DriftKind, Status
from planalign.model.decision import Item, ItemKind, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.comparison import ClauseCoverage, Comparison, Drift, Finding, Link
    from planalign.model.decision import Decision, Seen
    from planalign.model.review import Review

__all__ = ["Items", "findings_of", "item_key", "review_items", "review_of", "said_of"]

_NEAREST = 1
"""How many child clauses a person is shown beside a clause that none carries."""


def review_items(comparison: Comparison) -> tuple[Item, ...]:
    """Return all items: links and local tasks in the order of the child, clauses and targets in that of the parent."""
    return tuple(Items(comparison).all())


def review_of(comparison: Comparison) -> dict[str, Review]:
    """Return the decisions that concern the items, by id of the item; an item that is not there is a proposal."""
    return Items(comparison).reviews


def said_of(items: Iterable[Item], decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the newest decision on exactly each item, unchanged since, by id of the item.

    Of items with the same words each has only what was said at its own place.
    """
    decided = [(item_key(said.item), said.item.id, said) for said in decisions if said.item]
    newest = {key: said for key, _, said in decided}
    there = {(key, place): said for key, place, said in decided}
    keys = {item.id: item_key(item) for item in items}
    times = Counter(keys.values())
    said_at = {name: there.get((key, name), newest.get(key) if times[key] == 1 else None) for name, key in keys.items()}
    return {name: said for name, said in said_at.items() if said}


def findings_of(comparison: Comparison) -> dict[str, tuple[Finding, ...]]:
    """Return the open findings that each item gives rise to, by id of the item."""
    subjects = Subjects(comparison.parent, comparison.drift)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in comparison.findings:
        for item_id in subjects.of(finding):
            found[item_id].append(finding)
    return {item_id: tuple(findings) for item_id, findings in found.items()}


class Ends(NamedTuple):
    """What a person sees of an item in both documents."""

    parent: Seen | None
    children: tuple[Seen, ...]


class Items:
    """The items of one comparison, by id."""

    def __init__(self, comparison: Comparison) -> None:
        """Keep the comparison; everything is computed on first use."""
        self._found = comparison
        self._subjects = Subjects(comparison.parent, comparison.drift)
        self.upper, self.lower = Views(comparison.parent), Views(comparison.child)

    def all(self) -> Iterator[Item]:
        """Yield every item."""
        yield from (self._link(link) for link in self._all_links)
        yield from (self._local(task) for task in self._local_ids)
        yield from map(self._clause, self._found.coverage)
        yield from (self._target(item_id, drift) for item_id, drift in self._subjects.drifts.items())
        yield from (self._finding(found) for found in self._own_findings)

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """The decisions that concern the items, by id of the item."""
        own = {finding_id(each): each.review for each in self._own_findings if each.review}
        return self._subjects.reviews(self._found) | own

    @cached_property
    def _all_links(self) -> tuple[Link, ...]:
        """The links, and those that a person rejected: who looks again may change that."""
        return (*self._found.links, *self._found.rejected_links)

    @cached_property
    def _local_ids(self) -> tuple[str, ...]:
        found = self._found
        return local_tasks(found.child.tasks, found.links, found.rejected_links, found.local)

    @cached_property
    def _own_findings(self) -> tuple[Finding, ...]:
        """The findings that speak of no link, clause or target."""
        found = (*self._found.findings, *self._found.known, *(each.finding for each in self._found.waived))
        return tuple(filter(self._subjects.speaks_of_none, (*found, *self._found.dismissed)))

    def _link(self, link: Link) -> Item:
        ends = Ends(self.upper.tasks[link.parent_task], (self.lower.tasks[link.child_task],))
        proposed = Outcome(strength=link.strength, relation=link.relation)
        return self._item(ItemKind.LINK, link_id(link.child_task, link.parent_task), ends, proposed)

    def _local(self, task: str) -> Item:
        return self._item(ItemKind.LINK, link_id(task), Ends(None, (self.lower.tasks[task],)), Outcome())

    def _clause(self, entry: ClauseCoverage) -> Item:
        nearest = tuple(piece.child_clause for piece in entry.evidence[:_NEAREST])
        children = tuple(self.lower.passages[clause] for clause in entry.child_clauses or nearest)
        ends = Ends(self.upper.passages[entry.parent_clause], children)
        proposed = Outcome(status=Status(_proposed(entry.review) or entry.status))
        return self._item(ItemKind.CLAUSE, clause_id(entry.parent_clause), ends, proposed)

    def _target(self, item_id: str, drift: Drift) -> Item:
        parent, child = drift.parent_clause, drift.child_clause
        ends = Ends(
            self.upper.value(parent, drift.aspect, drift.parent_value) if parent else None,
            (self.lower.value(child, drift.aspect, drift.child_value),) if child else (),
        )
        proposed = Outcome(drift=DriftKind(_proposed(drift.review) or drift.drift))
        return self._item(ItemKind.TARGET, item_id, ends, proposed).model_copy(update={"about": about(drift)})

    def _finding(self, found: Finding) -> Item:
        parent, child = found.parent, found.child
        ends = Ends(
            quote(parent) if parent else None,
            (quote(child),) if child else (),
        )
        item = self._item(ItemKind.FINDING, finding_id(found), ends, Outcome())
        alone: dict[str, object] = {"upper": None} if is_alone(found) else {}
        return item.model_copy(update={"about": finding_about(found), **alone})

    def _item(self, kind: ItemKind, item_id: str, ends: Ends, proposed: Outcome) -> Item:
        return Item(
            id=item_id,
            kind=kind,
            upper=self.upper.document,
            lower=self.lower.document,
            parent=ends.parent,
            children=ends.children,
            proposed=proposed,
        )


def _proposed(review: Review | None) -> str:
    """Return what the program said where a decision has changed it."""
    return review.proposed if review else ""
