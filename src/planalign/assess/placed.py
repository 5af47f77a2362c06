"""Decisions placed in the documents at hand: to which of their tasks and clauses they belong now, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.item_key import item_key
from planalign.model.comparison import Status
from planalign.model.decision import ItemKind
from planalign.model.review import Change, Facet, Review, ReviewState, Side, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.assess.again import Again, Found
    from planalign.model.decision import Decision, Item, Seen


class Placed(NamedTuple):
    """One decision with the present ids of what it is about."""

    decision: Decision
    """What was said."""
    item: Item
    """On what, as it was seen."""
    parent: str | None
    """Present id of the parent task, clause or row."""
    children: tuple[str, ...]
    """Present ids of the child's ends that are still there."""
    new_parent: str | None
    """Present id of the parent task that holds instead."""
    new_children: tuple[str, ...]
    """Present ids of the child clauses that hold instead."""
    changes: tuple[Change, ...]
    """What is not as it was seen of the ends that the decision is about."""
    nearby: tuple[Change, ...]
    """What is not as it was seen of the child's words beside a gap: they matter where they carry something now."""
    same_documents: bool
    """Whether every word of both documents is as it was."""

    @property
    def holds(self) -> bool:
        """Whether everything is as it was seen."""
        return not self.changes

    @property
    def is_exact(self) -> bool:
        """Whether everything is as it was seen, also what is only near it."""
        return not self.changes and not self.nearby

    @property
    def is_gap(self) -> bool:
        """Whether a clause is said to be carried by nothing, so that what the child says is only near it."""
        said = status_said(self.decision, self.item)
        return self.item.kind is ItemKind.CLAUSE and said in {Status.DROPPED, Status.NOT_APPLICABLE}

    def doubted(self, changes: tuple[Change, ...]) -> Placed:
        """Return the same decision with further changes."""
        return self._replace(changes=tuple(dict.fromkeys((*self.changes, *changes))))

    def review(self, proposed: str = "") -> Review:
        """Return what a comparison shows of the decision; `proposed` is what the program says without it."""
        said = self.decision
        return Review(
            state=ReviewState.CONFIRMED if self.holds else ReviewState.SUSPECT,
            decision=said.id,
            verdict=said.verdict,
            by=said.by,
            at=said.at,
            reason=said.reason,
            proposed=proposed,
            changed=self.changes,
        )


class Placing(NamedTuple):
    """All decisions after placing."""

    placed: tuple[Placed, ...] = ()
    """Those about these documents, in the order in which they count: a later one outweighs an earlier one."""
    unplaced: tuple[Decision, ...] = ()
    """Those whose words stand in these documents no more."""
    elsewhere: tuple[Decision, ...] = ()
    """Those about other documents."""

    def of_kind(self, kind: ItemKind) -> list[Placed]:
        """Return the placed decisions on items of one kind."""
        return [each for each in self.placed if each.item.kind is kind]


def place(decisions: Iterable[Decision], upper: Again | None, lower: Again) -> Placing:
    """Place decisions in a parent (none where a plan is judged alone) and a child.

    `decisions` come in order of time; of several on the same thing as it was seen, at the same place, only the last
    counts: the same words may stand under two tasks. One that saw exactly what is there now outweighs those that saw
    something else, of which a newer outweighs an older one.
    """
    placed: dict[tuple[object, ...], Placed] = {}
    unplaced: list[Decision] = []
    elsewhere: list[Decision] = []
    newest = {(item_key(said.item), said.item.id): said for said in decisions if said.item}
    for (key, _), decision in newest.items():
        item = decision.item
        if item is None or not _concerns(item, upper, lower):
            elsewhere.append(decision)
            continue
        found = _placed(decision, item, upper, lower)
        if found:
            placed[key, found.parent, found.children] = found
        else:
            unplaced.append(decision)
    ranked = sorted(placed.values(), key=lambda each: (each.is_exact, each.decision.at, each.decision.id))
    return Placing(tuple(ranked), tuple(unplaced), tuple(elsewhere))


def _concerns(item: Item, upper: Again | None, lower: Again) -> bool:
    if not lower.is_about(item.lower):
        return False
    return item.upper is None or (upper is not None and upper.is_about(item.upper))


def _placed(decision: Decision, item: Item, upper: Again | None, lower: Again) -> Placed | None:
    """Return the decision with its ends found again; None where one is gone without which it says nothing."""
    if item.kind is ItemKind.FINDING:
        return Placed(decision, item, None, (), None, (), (), (), _same(item, upper, lower))
    instead = decision.instead
    parent = _find(item, item.parent, upper)
    children = [_find(item, seen, lower) for seen in item.children]
    new_parent = _find(item, instead.parent, upper) if instead else None
    new_children = [_find(item, seen, lower) for seen in instead.children] if instead else []
    gone = (item.parent and not parent) or (instead and instead.parent and not new_parent)
    if gone or (item.kind is ItemKind.LINK and not all(children)):
        return None
    placed = Placed(
        decision,
        item,
        parent.id if parent else None,
        tuple(found.id for found in children if found),
        new_parent.id if new_parent else None,
        tuple(found.id for found in new_children if found),
        _once(_changes(Side.PARENT, [end for end in (parent, new_parent) if end])),
        _once(_changes(Side.CHILD, new_children or children)),
        _same(item, upper, lower),
    )
    # What the child says near a gap counts only where it carries the clause now, which coverage tells.
    return placed if placed.is_gap else placed.doubted(placed.nearby)._replace(nearby=())


def _find(item: Item, seen: Seen | None, plan: Again | None) -> Found | None:
    if seen is None or plan is None:
        return None
    return plan.task(seen) if item.kind is ItemKind.LINK else plan.passage(seen)


def _changes(side: Side, ends: Iterable[Found | None]) -> list[Change]:
    """Return the facets that changed; of an end that is gone, the text."""
    return [Change(side=side, facet=facet) for found in ends for facet in (found.changed if found else (Facet.TEXT,))]


def _once(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(dict.fromkeys(changes))


def status_said(decision: Decision, item: Item) -> Status | None:
    """Return the status that a person gave a clause."""
    said, proposed = decision, item.proposed.status
    match said.verdict:
        case Verdict.NO_COUNTERPART:
            return Status.DROPPED
        case Verdict.OUT_OF_SCOPE:
            return Status.NOT_APPLICABLE
        case Verdict.REJECT:
            return Status.COVERED if proposed in {Status.DROPPED, Status.PARTIAL} else Status.DROPPED
        case Verdict.ADJUST if said.instead and said.instead.status:
            return said.instead.status
        case _:
            return proposed


def _same(item: Item, upper: Again | None, lower: Again) -> bool:
    above = item.upper is None or (upper is not None and upper.is_unchanged(item.upper))
    return above and lower.is_unchanged(item.lower)
