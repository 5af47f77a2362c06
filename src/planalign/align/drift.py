"""What became of each target: numbers, deadlines, frequencies and lists of the parent in the child."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from planalign.align.answers import Answer, ban, listed, own_one, whole
from planalign.align.bearers import shifted
from planalign.align.fact_pairs import SAME_ROW, Likeness, is_equal, match_facts
from planalign.align.implied import with_year
from planalign.align.list_drift import shortened
from planalign.align.matter import Item, clause_items, counts_offices, is_counted, row_items
from planalign.align.readings import other_readings
from planalign.align.shares import shares
from planalign.align.takers import Takers
from planalign.align.verb_drift import weakened
from planalign.align.verdict import becomes_vague, is_duration, verdict
from planalign.model.annex import AnnexKind
from planalign.model.comparison import Drift, DriftKind, Status
from planalign.model.facts import Aspect, Listing
from planalign.model.index import further_annexes
from planalign.text.years import is_for_one_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.align.pair import Pair
    from planalign.model.allocation import Allocation
    from planalign.model.comparison import ClauseCoverage, Link
    from planalign.model.facts import Target
    from planalign.model.plan import Plan


def find_drift(
    pair: Pair,
    coverage: Sequence[ClauseCoverage],
    links: Sequence[Link],
    allocations: Sequence[Allocation] = (),
) -> tuple[Drift, ...]:
    """Return what became of each fact of the parent, in its order, then what only the child has, in the child's.

    `allocations`: shares of the parent's totals; the child's takes the place of the total.
    """
    order = {end: place for place, end in enumerate(_ends(pair.parent.plan))}
    found = list(Drifts(pair, coverage, links, allocations).all())
    held = [drift for drift in found if drift.drift is not DriftKind.NEW]
    held.sort(key=lambda drift: order[drift.parent_clause or ""])
    return (*held, *(drift for drift in found if drift.drift is DriftKind.NEW))


def _gist(drift: Drift) -> tuple[object, ...]:
    return drift.aspect, drift.drift, drift.parent_value, drift.child_clause, drift.child_value


def _ends(plan: Plan) -> Iterator[str]:
    """Return the ids of clauses and annex rows, in order."""
    yield from (clause.id for clause in plan.preamble)
    yield from (clause.id for task in plan.tasks for clause in task.clauses)
    yield from (row.id for annex in plan.annexes for row in annex.rows)


class Drifts:
    """The drift of one pair of plans."""

    def __init__(
        self,
        pair: Pair,
        coverage: Sequence[ClauseCoverage],
        links: Sequence[Link],
        allocations: Sequence[Allocation],
    ) -> None:
        """Collect the facts of both plans."""
        self._pair = pair
        self._coverage = {entry.parent_clause: entry for entry in coverage}
        self._likeness = Likeness(pair, coverage, links)
        self._links = links
        child = pair.child.plan
        preamble = [(clause.id, pair.child.neutral(clause.text)) for clause in child.preamble]
        ids = (clause.id for clause in pair.child.clauses)
        self._texts = dict((*preamble, *zip(ids, pair.child.neutral_texts, strict=True)))
        self._indicators = {
            row.id for annex in further_annexes(pair.parent.plan) if annex.kind is AnnexKind.KPI for row in annex.rows
        }
        self._parents, self._parent_rows = clause_items(pair.parent), row_items(pair.parent)
        self._children, self._child_rows = clause_items(pair.child), row_items(pair.child)
        self._printed = {clause.id: clause.text for clause in (*child.preamble, *pair.child.clauses)}
        self._takers = Takers(self._likeness, self._coverage, self._printed, self._children)
        self._shares = shares(child, [*self._parents, *self._parent_rows], allocations)

    def all(self) -> Iterator[Drift]:
        """Return every drift."""
        body = match_facts(self._likeness, self._parents, self._children)
        yearly = all(is_for_one_year(side.plan.masthead.title) for side in (self._pair.parent, self._pair.child))
        read = list(other_readings(self._likeness, self._parents, self._children, body, yearly=yearly))
        parents = dict(enumerate(self._parents)) | {each.number: each.parent for each in read}
        matched = {number: self._children[child] for number, child in body.items()}
        matched |= {each.number: each.child for each in read}
        matched |= self._in_rows(matched)
        met = [(parents[number], child) for number, child in matched.items()]
        year = self._pair.child.plan.masthead.year if yearly else None
        told = [
            with_year(drift, parent, met, year)
            for number, parent in parents.items()
            for drift in self._drift(parent, matched.get(number))
        ]
        yield from told
        # A row of the annex that says what the body says is told once.
        known = {_gist(drift) for drift in told if drift.child_value}
        rows = list(self._row_drift(met))
        yield from (drift for drift in rows if _gist(drift) not in known)
        lists = frozenset(drift.parent_clause for drift in told if drift.aspect is Aspect.LISTING)
        yield from shortened(self._pair, self._coverage.values(), lists)
        yield from weakened(self._pair, self._coverage.values(), self._likeness)
        used = {*body.values(), *(each.place for each in read)}
        answered = {(drift.child_clause, drift.child_value) for drift in rows}
        yield from (drift for drift in self._new(used) if (drift.child_clause, drift.child_value) not in answered)

    def _in_rows(self, matched: dict[int, Item]) -> dict[int, Item]:
        """Look for the facts of the parent's body that the child's body lacks in the child's annexes."""
        open_ones = [number for number in range(len(self._parents)) if number not in matched]
        found = match_facts(self._likeness, [self._parents[number] for number in open_ones], self._child_rows)
        return {open_ones[number]: self._child_rows[child] for number, child in found.items()}

    def _drift(self, parent: Item, child: Item | None) -> Iterator[Drift]:
        if child is not None:
            yield self._pair_drift(parent, child)
        elif not isinstance(parent.fact, Listing) or is_counted(parent.fact):
            yield self._lost(parent)

    def _lost(self, parent: Item) -> Drift:
        """Return a number that the child lacks, or the words there that are as good: 坚决杜绝 for a parent's 0."""
        taker = self._takers.of(parent)
        share = self._share_of(parent)
        answer = self._answer(parent, taker)
        return Drift(
            matter=parent.shown,
            parent_clause=parent.owner,
            child_clause=answer.clause if answer else taker,
            parent_value=parent.fact.text,
            child_value=answer.words if answer else None,
            drift=answer.drift if answer else DriftKind.MISSING,
            aspect=parent.aspect,
            in_words=taker is not None and not answer,
            share=share.text if share else None,
            level_change=self._is_above(parent) or (share is not None and not share.value),
        )

    def _answer(self, parent: Item, taker: str | None) -> Answer | None:
        """Return the words of the child that answer a number."""
        found = ban(parent, self._texts.items()) or self._listed(parent)
        if found or taker is None:
            return found
        level = self._pair.child.plan.masthead.level
        return whole(parent, taker, self._texts[taker]) or own_one(parent, taker, self._printed[taker], level)

    def _listed(self, parent: Item) -> Answer | None:
        entry = self._coverage.get(parent.owner)
        if entry is None or not isinstance(parent.fact, Listing):
            return None
        carriers = [(clause, self._texts[clause]) for clause in entry.child_clauses]
        tasks = {self._tasks[clause] for clause, _ in carriers}
        near = [self._texts[clause] for clause, task in self._tasks.items() if task in tasks] if carriers else []
        return listed(parent.fact, carriers, near)

    @cached_property
    def _tasks(self) -> dict[str, int]:
        """Return the task, by position, of each clause of the child."""
        return {clause.id: task for clause, task in zip(self._pair.child.clauses, self._pair.child.owners, strict=True)}

    def _pair_drift(self, parent: Item, child: Item) -> Drift:
        share = self._share_of(parent)
        asked = replace(parent, fact=share) if share else parent
        vague = becomes_vague(parent, child)
        kind = DriftKind.MISSING if vague else verdict(asked, child, shared=self._divided and share is None)
        shift = shifted(parent, child, self._pair.child.plan.masthead.level) if kind is DriftKind.SAME else None
        return Drift(
            matter=parent.shown,
            parent_clause=parent.owner,
            child_clause=child.owner,
            parent_value=shift.before if shift else parent.fact.text,
            child_value=shift.after if shift else child.fact.text,
            share=share.text if share else None,
            drift=shift.kind if shift else kind,
            in_words=vague,
            aspect=Aspect.DEADLINE if is_duration(parent) else parent.aspect,
        )

    @cached_property
    def _divided(self) -> bool:
        """Whether the child may be one of several: another level or another place; two bureaus are both departments."""
        upper, lower = (side.plan.masthead for side in (self._pair.parent, self._pair.child))
        return upper.level is not lower.level or upper.place is None or upper.place != lower.place

    def _share_of(self, parent: Item) -> Target | None:
        return self._shares.get((parent.owner, parent.offset + parent.fact.start)) if self._shares else None

    def _is_above(self, parent: Item) -> bool:
        """Say whether a fact is none of the child's business: its clause or its number binds the parent's own level."""
        entry = self._coverage.get(parent.owner)
        inapplicable = entry is not None and entry.status is Status.NOT_APPLICABLE
        return inapplicable or self._likeness.is_own(parent) or counts_offices(parent)

    def _row_drift(self, met: Sequence[tuple[Item, Item]]) -> Iterator[Drift]:
        """Return what became of the parent's annex rows; of rows that the child does not take up, indicators only.

        `met`: the facts of the parent's body that the child has, each with the child's. A change that both bodies and
        both annexes make is told with the bodies.
        """
        children = [*self._child_rows, *self._children]
        matched = match_facts(self._likeness, self._parent_rows, children)
        for number, parent in enumerate(self._parent_rows):
            if number in matched:
                child = children[matched[number]]
                if not any(self._repeats(parent, one) and is_equal(child, other) for one, other in met):
                    yield self._pair_drift(parent, child)
            elif (parent.owner in self._indicators or self._likeness.has_row(parent)) and not self._is_told(parent):
                yield from self._drift(parent, None)

    def _is_told(self, row: Item) -> bool:
        """Say whether the body of the parent asks for the same on the same matter as a row of its annex."""
        return any(self._repeats(row, other) for other in self._parents)

    def _repeats(self, row: Item, other: Item) -> bool:
        alike = other.aspect is row.aspect and is_equal(row, other)
        return alike and self._likeness.shared(row.grams, other.grams) >= SAME_ROW

    def _new(self, matched: set[int]) -> Iterator[Drift]:
        carried = {child: entry.parent_clause for entry in self._coverage.values() for child in entry.child_clauses[:1]}
        for number, child in enumerate(self._children):
            if number not in matched and not isinstance(child.fact, Listing):
                yield Drift(
                    matter=child.shown,
                    parent_clause=carried.get(child.owner),
                    child_clause=child.owner,
                    parent_value=None,
                    child_value=child.fact.text,
                    drift=DriftKind.NEW,
                    aspect=child.aspect,
                )
