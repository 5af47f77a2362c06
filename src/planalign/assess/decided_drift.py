"""Drift after decisions: what a person said of a number holds as long as both values and texts are as they were."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from planalign.assess.again import differing
from planalign.assess.facets import words
from planalign.model.comparison import DriftKind
from planalign.model.review import Change, Side, Verdict
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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

    def after(self, found: Sequence[Drift], unguided: Callable[[], Sequence[Drift]]) -> tuple[Drift, ...]:
        """Return every drift with the decision on it; each decision is about one of them.

        What people said of links and clauses may pair numbers otherwise; a number that a person has judged stays as it
        was judged, as long as it is found so where nobody is asked (`unguided`).
        """
        drifts = self._as_judged(found, unguided()) if self._at else found
        exact = [self._best(drift, holding=True) for drift in drifts]
        return tuple(
            self._with(drift, placed or self._best(drift, holding=False))
            for drift, placed in zip(drifts, exact, strict=True)
        )

    def _as_judged(self, found: Sequence[Drift], unguided: Sequence[Drift]) -> list[Drift]:
        """Put the drifts that people judged in the place of those that speak of the same numbers."""
        keys = {_key(drift) for drift in unguided if self._is_judged(drift)}
        judged: dict[tuple[str, ...], list[Drift]] = defaultdict(list)
        for drift in unguided:
            if _key(drift) in keys:
                judged[_key(drift)].append(drift)
        answers = {(drift.child_clause, drift.child_value) for group in judged.values() for drift in group}
        kept: list[Drift] = []
        for drift in found:
            if _key(drift) in keys:
                kept += judged.pop(_key(drift), [])
            elif drift.parent_value or (drift.child_clause, drift.child_value) not in answers:
                kept.append(drift)
        return sorted([*kept, *chain.from_iterable(judged.values())], key=self._rank)

    def _rank(self, drift: Drift) -> tuple[bool, int]:
        """Return the place of a drift: in the order of the parent, then what only the child has."""
        only_child = drift.drift is DriftKind.NEW
        return only_child, 0 if only_child else self._order[drift.parent_clause or ""]

    @cached_property
    def _order(self) -> dict[str, int]:
        return {end: place for place, end in enumerate(self._upper.passages)}

    def _is_judged(self, drift: Drift) -> bool:
        return any(each.item.about == about(drift) and not self._changes(each, drift) for each in self._near(drift))

    def _near(self, drift: Drift) -> list[Placed]:
        """Return the decisions on targets of the same clause, weightiest first."""
        side, end = ("parent", drift.parent_clause) if drift.parent_value else ("child", drift.child_clause)
        return self._at.get((side, end or ""), [])

    def _best(self, drift: Drift, *, holding: bool) -> Placed | None:
        """Return the weightiest decision on a target; of those that hold, or of those that may hold no longer."""
        for each in self._near(drift):
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


def _key(drift: Drift) -> tuple[str, ...]:
    """Return what tells the number that a drift is about: the parent's, or the child's that the parent has not."""
    if drift.parent_value:
        return "parent", drift.parent_clause or "", about(drift), drift.parent_value
    return "child", drift.child_clause or "", about(drift), drift.child_value or ""


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
