"""Both texts of one item, side by side, with what tells them apart marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.subjects import Subjects
from planalign.model.comparison import DriftKind, Status
from planalign.model.decision import ItemKind
from planalign.model.index import heading
from planalign.model.wording import Wording
from planalign.report.carriers import carried
from planalign.report.places import place
from planalign.report.punctuation import commas
from planalign.report.scrub import cleaned, clipped, one_line
from planalign.report.table_findings import LONGEST
from planalign.report.word_diff import Piece, Quote, clause_quote, contrast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.comparison import ClauseCoverage, Drift
    from planalign.model.decision import Item, Seen
    from planalign.model.index import PlanIndex
    from planalign.model.plan import Clause
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

CARRIERS = 5
"""So many child clauses are quoted beside a parent clause."""

_NO_WORDS = "—"
_NEAREST = Wording("未找到承接内容；以下最接近，仅供参考")
_NOTHING = Wording("未找到对应内容")
_LOCAL = Wording("上级没有对应任务（自选动作）")


class Passage(NamedTuple):
    """Words of a document, and where they stand."""

    lead: str
    """Heading of the task, and the place."""
    pieces: tuple[Piece, ...]
    faint: bool = False
    """Whether they are shown for reference only."""
    note: str = ""
    """What to say above them."""
    alone: bool = False
    """Whether nothing on the other side comes near, so that no word is marked."""


class Sight(NamedTuple):
    """Both sides of an item."""

    upper: tuple[Passage, ...]
    lower: tuple[Passage, ...]

    @property
    def marked(self) -> bool:
        """Whether anything is marked on either side."""
        return any(each.alone or any(piece.changed for piece in each.pieces) for each in (*self.upper, *self.lower))


class Sights:
    """Makes the sides of the items of one comparison."""

    def __init__(self, digest: Digest, lang: Lang) -> None:
        """Keep the comparison, and the names of its places, whose change means nothing."""
        self._digest = digest
        self._lang = lang
        self._drifts = Subjects(digest.comparison.parent, digest.comparison.drift).drifts
        self._places = digest.places

    def of(self, item: Item) -> Sight:
        """Return both sides of an item."""
        if item.kind is ItemKind.CLAUSE and item.parent and item.parent.id in self._digest.coverage:
            return self._clause(self._digest.coverage[item.parent.id])
        if item.kind is ItemKind.LINK:
            return self._link(item)
        drift = self._drifts.get(item.id)
        return self._target(item, drift) if drift else self._quotes(item)

    def _clause(self, entry: ClauseCoverage) -> Sight:
        """Set a parent clause against its carriers, or show what comes nearest to one that has none."""
        clause = self._digest.parent.clauses[entry.parent_clause]
        lead = self._lead(self._digest.parent, clause)
        found = entry.status is not Status.DROPPED
        if not (found and entry.child_clauses):
            whole = Passage(lead, _whole(clause.text, changed=entry.status is Status.DROPPED))
            return Sight((whole,), self._nearest(entry))
        by = carried(self._digest, entry)
        carriers = [self._digest.child.clauses[each] for each in by.clauses[:CARRIERS]]
        missing = [(part.start, part.end) for part in entry.commitments if not part.carried]
        marked = contrast(self._quote(clause), [self._quote(each) for each in carriers], missing, by.held)
        lower = tuple(
            Passage(self._lead(self._digest.child, carrier), pieces)
            for carrier, pieces in zip(carriers, marked.lower, strict=True)
        )
        return Sight((Passage(lead, marked.upper),), lower)

    def _nearest(self, entry: ClauseCoverage) -> tuple[Passage, ...]:
        near = [self._digest.child.clauses[piece.child_clause] for piece in entry.evidence[:1] if piece.score > 0]
        if not near:
            return (Passage("", (), note=_NOTHING.of(self._lang)),)
        note = _NEAREST.of(self._lang)
        return tuple(
            Passage(self._lead(self._digest.child, clause), _whole(clause.text), faint=True, note=note)
            for clause in near
        )

    def _link(self, item: Item) -> Sight:
        """Set the clauses of both tasks against each other."""
        above = self._task(self._digest.parent, item.parent) if item.parent else ()
        below = self._task(self._digest.child, item.children[0])
        upper = self._against(self._digest.parent, above, below)
        lower = self._against(self._digest.child, below, above)
        return Sight(upper or (Passage("", (), note=_LOCAL.of(self._lang)),), lower)

    def _task(self, side: PlanIndex, seen: Seen) -> tuple[Clause, ...]:
        task = side.tasks.get(seen.id)
        return task.clauses if task else ()

    def _against(self, side: PlanIndex, clauses: Sequence[Clause], others: Sequence[Clause]) -> tuple[Passage, ...]:
        """Return the clauses of one task, each marked against all of the other; the first tells where they stand."""
        quotes = [self._quote(each) for each in others]
        marked = [contrast(self._quote(clause), quotes) for clause in clauses]
        return tuple(
            Passage("" if number else self._lead(side, clause), found.upper, alone=bool(quotes) and not found.alike)
            for number, (clause, found) in enumerate(zip(clauses, marked, strict=True))
        )

    def _target(self, item: Item, drift: Drift) -> Sight:
        """Show where both values stand, the values marked unless they say the same."""
        ends = (item.parent, next(iter(item.children), None))
        sides, values = (self._digest.parent, self._digest.child), (drift.parent_value, drift.child_value)
        changed = drift.drift is not DriftKind.SAME
        return Sight(
            *(
                self._value(side, seen, value or "", changed=changed)
                for side, seen, value in zip(sides, ends, values, strict=True)
            )
        )

    def _value(self, side: PlanIndex, seen: Seen | None, value: str, *, changed: bool) -> tuple[Passage, ...]:
        if seen is None:
            return (Passage("", (), note=_NOTHING.of(self._lang)),)
        clause = side.clauses.get(seen.id)
        before, found, after = (clause.text if clause else seen.text).partition(value) if value else (seen.text, "", "")
        pieces = (*_whole(before), *_whole(found, changed=changed), *_whole(after))
        return (Passage(self._seen_lead(side, seen), tuple(piece for piece in pieces if piece.text)),)

    def _quotes(self, item: Item) -> Sight:
        """Set what a target or a finding quotes of both documents against each other."""
        above = [item.parent] if item.parent else []
        below = list(item.children)
        if above and below:
            marked = contrast(self._seen_quote(above[0]), [self._seen_quote(each) for each in below])
            upper, lower = [marked.upper], list(marked.lower)
        else:
            upper, lower = ([_whole(clipped(seen.text, LONGEST)) for seen in side] for side in (above, below))
        return Sight(
            self._passages(self._digest.parent, above, upper), self._passages(self._digest.child, below, lower)
        )

    def _passages(
        self, side: PlanIndex, ends: Iterable[Seen], pieces: Iterable[tuple[Piece, ...]]
    ) -> tuple[Passage, ...]:
        found = tuple(Passage(self._seen_lead(side, seen), each) for seen, each in zip(ends, pieces, strict=True))
        return found or (Passage("", (), note=_NO_WORDS),)

    def _seen_lead(self, side: PlanIndex, seen: Seen) -> str:
        clause = side.clauses.get(seen.id)
        return self._lead(side, clause) if clause else one_line(seen.heading)

    def _lead(self, side: PlanIndex, clause: Clause) -> str:
        return commas([one_line(heading(side.task_of[clause.id])), place(clause.location, self._lang)], self._lang)

    def _quote(self, clause: Clause) -> Quote:
        return clause_quote(clause, self._places)

    def _seen_quote(self, seen: Seen) -> Quote:
        return Quote(clipped(seen.text, LONGEST), places=self._places)


def then_and_now(then: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return what was seen when it was decided and what stands there now, both marked."""
    marked = contrast(Quote(clipped(then, LONGEST)), [Quote(clipped(now, LONGEST))])
    return marked.upper, marked.lower[0]


def _whole(text: str, *, changed: bool = False) -> tuple[Piece, ...]:
    return (Piece(cleaned(text), changed),)
