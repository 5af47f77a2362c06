"""Drift after decisions: what a person said of a number holds as long as both values and texts are as they were."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.again import differing
from planalign.assess.facets import words
from planalign.model.comparison import DriftKind
from planalign.model.review import Change, Side, Verdict
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.assess.placed import Placed
    from planalign.assess.views import Views
    from planalign.model.comparison import Drift

_FIGURES = compiled(r"\d+")


def about(drift: Drift) -> str:
    """Return what tells a target from others of its clause: its kind and its matter, without any number."""
    return f"{drift.aspect}:{_FIGURES.sub('', words(drift.matter))}"


class DecidedDrift:
    """What people said of the targets of one comparison."""

    def __init__(self, placed: Iterable[Placed], upper: Views, lower: Views) -> None:
        """Collect the decisions by the place where their target stands; later ones outweigh earlier ones."""
        self._upper, self._lower = upper, lower
        self._at: dict[tuple[str, str], list[Placed]] = defaultdict(list)
        for each in placed:
            for place in (("parent", each.parent), *(("child", child) for child in each.children)):
                if place[1]:
                    self._at[place[0], place[1]].insert(0, each)
        self.used: set[str] = set()

    def after(self, drifts: Sequence[Drift]) -> tuple[Drift, ...]:
        """Return every drift with the decision on it; each decision is about one of them."""
        exact = [self._best(drift, holding=True) for drift in drifts]
        return tuple(
            self._with(drift, placed or self._best(drift, holding=False))
            for drift, placed in zip(drifts, exact, strict=True)
        )

    def _best(self, drift: Drift, *, holding: bool) -> Placed | None:
        """Return the weightiest decision on a target; of those that hold, or of those that may hold no longer."""
        side, end = ("parent", drift.parent_clause) if drift.parent_value else ("child", drift.child_clause)
        for each in self._at.get((side, end or ""), []):
            if each.item.about != about(drift) or each.decision.id in self.used:
                continue
            changes = self._changes(each, drift)
            if not holding or not changes:
                self.used.add(each.decision.id)
                return each._replace(changes=changes)
        return None

    def _with(self, drift: Drift, placed: Placed | None) -> Drift:
        if placed is None:
            return drift
        review = {"review": placed.review(drift.drift.value)}
        return drift.model_copy(update={**_decided(placed, drift), **review} if placed.holds else review)

    def _changes(self, placed: Placed, drift: Drift) -> tuple[Change, ...]:
        """Return what is not as the person saw it, of this one number; others of the clause may change."""
        seen = (
            (Side.PARENT, placed.item.parent, self._upper, drift.parent_clause, drift.parent_value),
            (Side.CHILD, next(iter(placed.item.children), None), self._lower, drift.child_clause, drift.child_value),
        )
        return tuple(
            Change(side=side, facet=facet)
            for side, before, views, end, value in seen
            for facet in differing(before, views.value(end, drift.aspect, value) if end else None)
        )


def _decided(placed: Placed, drift: Drift) -> dict[str, object]:
    """Return what a drift becomes by a decision."""
    said, instead = placed.decision, placed.decision.instead
    match said.verdict:
        case Verdict.NO_COUNTERPART:
            return {"drift": DriftKind.MISSING, "child_value": None}
        case Verdict.OUT_OF_SCOPE | Verdict.REJECT:
            return {"level_change": said.verdict is Verdict.OUT_OF_SCOPE or drift.level_change}
        case Verdict.ADJUST if instead:
            other = {"child_clause": placed.new_children[0]} if placed.new_children else {}
            return {"drift": instead.drift or drift.drift, **other}
        case _:
            return {}
