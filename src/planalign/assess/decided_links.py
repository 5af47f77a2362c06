"""Links after decisions: accepted ones are fixed, rejected ones are not proposed again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import Link, LocalTask, Relation, Strength
from planalign.model.review import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.assess.placed import Placed
    from planalign.model.decision import Outcome

Ends = tuple[str, str]
"""Child task and parent task."""

_NO_LINK = frozenset({Verdict.NO_COUNTERPART, Verdict.OUT_OF_SCOPE})


class Said(NamedTuple):
    """What holds of a pair of tasks."""

    placed: Placed
    linked: bool


class DecidedLinks:
    """What people said of the links of one comparison; a later decision outweighs an earlier one."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        """Collect the decisions on pairs and on child tasks without a parent."""
        self.pairs: dict[Ends, Said] = {}
        self.local: dict[str, Placed] = {}
        for each in placed:
            self._hear(each)

    @cached_property
    def barred(self) -> frozenset[Ends]:
        """The pairs that are not proposed again, as nothing of them has changed."""
        return frozenset(ends for ends, said in self.pairs.items() if not said.linked and said.placed.holds)

    def after(self, links: Sequence[Link], order: Mapping[str, int]) -> tuple[Link, ...]:
        """Return the links that hold; `order` is the order of the child's tasks, `links` hold no barred pair."""
        fixed = {ends for ends, said in self.pairs.items() if said.linked}
        known = {(link.child_task, link.parent_task): link for link in links}
        kept = [self._proposed(ends, link) for ends, link in known.items() if ends not in fixed and self._open(ends[0])]
        kept += [self._fixed(ends, known.get(ends), links) for ends in fixed]
        ranked = _one_primary(kept)
        return tuple(sorted(ranked, key=lambda link: (order[link.child_task], link.strength, -link.score, link.id)))

    def rejected(self, links: Sequence[Link]) -> tuple[Link, ...]:
        """Return the links, of those proposed without decisions, that a decision rules out."""
        found = []
        for link in links:
            ends = link.child_task, link.parent_task
            said, local = self.pairs.get(ends), self.local.get(ends[0])
            ruling = said.placed if said else local
            if ruling and ruling.holds and not (said and said.linked):
                found.append(link.model_copy(update={"review": ruling.review(link.relation.value)}))
        return tuple(found)

    def local_tasks(self, links: Sequence[Link], order: Mapping[str, int]) -> tuple[LocalTask, ...]:
        """Return the child tasks that people decided to be without a parent, as far as they have none."""
        linked = {link.child_task for link in links}
        tasks = [task for task in self.local if task not in linked]
        return tuple(
            LocalTask(child_task=task, review=self.local[task].review())
            for task in sorted(tasks, key=order.__getitem__)
        )

    def _hear(self, each: Placed) -> None:
        said, child = each.decision, each.children[0]
        chosen = each.new_parent if said.verdict is Verdict.ADJUST else None
        if said.verdict in _NO_LINK or (each.parent is None and chosen is None):
            self._forget(child)
            self.local[child] = each
            return
        if each.parent is not None:
            self.pairs[child, each.parent] = Said(each, _keeps(each, chosen))
        if chosen is not None:
            self.pairs[child, chosen] = Said(each, linked=True)
        if chosen is not None or said.verdict is not Verdict.REJECT:
            self.local.pop(child, None)

    def _forget(self, child: str) -> None:
        for ends in [ends for ends in self.pairs if ends[0] == child]:
            del self.pairs[ends]

    def _open(self, child: str) -> bool:
        """Whether links of a child task may be proposed: nobody said that it has none, or it changed since."""
        local = self.local.get(child)
        return local is None or not local.holds

    def _proposed(self, ends: Ends, link: Link) -> Link:
        """Return a link as the program proposes it; beside it the decision that held before something changed."""
        said = self.pairs.get(ends)
        before = said.placed if said else self.local.get(ends[0])
        return link.model_copy(update={"review": before.review(link.relation.value)}) if before else link

    def _fixed(self, ends: Ends, link: Link | None, links: Sequence[Link]) -> Link:
        """Return a link that a person wants, as the person wants it."""
        placed = self.pairs[ends].placed
        outcomes = _outcomes(placed, ends)
        relation = next((each.relation for each in outcomes if each.relation), None)
        strength = next((each.strength for each in outcomes if each.strength), None)
        review = placed.review(link.relation.value if link else "")
        if link is None:
            rivals = [other.score for other in links if other.child_task == ends[0]]
            link = Link(
                id=f"{ends[0]}-{ends[1]}", child_task=ends[0], parent_task=ends[1], strength=Strength.PRIMARY,
                relation=Relation.OVERLAPS, score=0.0, runner_up=max(rivals, default=0.0),
            )  # fmt: skip
        wanted = {"relation": relation or link.relation, "strength": strength or link.strength, "review": review}
        return link.model_copy(update=wanted)


def _keeps(each: Placed, chosen: str | None) -> bool:
    """Whether a decision on a pair keeps it a link."""
    if each.decision.verdict is Verdict.ADJUST:
        return chosen is None or chosen == each.parent
    return each.decision.verdict is Verdict.ACCEPT


def _outcomes(placed: Placed, ends: Ends) -> list[Outcome]:
    """Return what was said of a pair, weightiest first; what the program said of another pair does not count."""
    instead = placed.decision.instead
    said = [instead] if instead and placed.decision.verdict is Verdict.ADJUST else []
    return [*said, placed.item.proposed] if placed.parent == ends[1] else said


def _one_primary(links: Sequence[Link]) -> list[Link]:
    """Return the links with one primary one for each child task: a person's, newest first, then the best."""
    best: dict[str, Link] = {}
    for link in sorted(links, key=_claim):
        best[link.child_task] = link
    return [_as(link, Strength.PRIMARY if best[link.child_task] is link else Strength.SECONDARY) for link in links]


def _claim(link: Link) -> tuple[bool, str, bool, float, str]:
    """Return how strong the claim of a link is to be the primary one."""
    primary = link.strength is Strength.PRIMARY
    said = link.review.at.isoformat() if link.review and primary else ""
    return primary, said, link.review is not None, link.score, link.id


def _as(link: Link, strength: Strength) -> Link:
    return link if link.strength is strength else link.model_copy(update={"strength": strength})
