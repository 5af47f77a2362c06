"""Which clause of the child takes a matter up without the number: 定期轮训 for 轮训不少于2轮."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.align.answers import limits_harm, told_vaguely
from planalign.align.renamed import SEGMENT
from planalign.align.terms import pairs
from planalign.align.verdict import sort_of
from planalign.model.comparison import Status
from planalign.model.facts import Target
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.align.fact_pairs import Likeness
    from planalign.align.matter import Item
    from planalign.model.comparison import ClauseCoverage, Commitment

TAKEN_UP = 0.33
"""A clause that carries a commitment takes its matter up with this share of the words around the number."""
TAKEN_UP_SURELY = 0.2
"""The same for the only clause that carries the parent clause, with nothing missing, where this is `SURE`."""
SURE = 0.8
"""From this chance a commitment is carried for sure."""
TOLD_TOGETHER = 0.7
"""A matter of a preamble or an annex is taken up where one segment holds this share of its words."""
HEAD = 2
"""So many characters at the beginning of a matter tell it from others: 较大事故, 火灾死亡."""
NOUN = 4
"""So many characters at the end of a matter name the thing itself: 防火检查站, 持证上岗."""
_AND = compiled(r"[和及与、，]")
# What says of a rate that nobody is left out.
_EACH_ONE = compiled(r"全部|全数|全面|全员|逐[一个户处项家]|一律|应.尽.|每[个名户家所座]")
# 较大事故及时报送 is no limit on accidents.
_KEPT_DOWN = compiled(r"控制|下降|减少|降低|压[减降]|遏制|杜绝|防止|防范|避免|不发生|[降减]")


class Takers:
    """The child's clauses that may take up what its parent puts in a number."""

    def __init__(
        self,
        likeness: Likeness,
        coverage: Mapping[str, ClauseCoverage],
        texts: Mapping[str, str],
        children: Iterable[Item],
    ) -> None:
        """Collect the clauses of the child; `texts`: as printed, by id, with those of the preamble."""
        self._likeness = likeness
        self._coverage = coverage
        self._texts = texts
        self._facts: dict[str, list[Item]] = defaultdict(list)
        for child in children:
            self._facts[child.owner].append(child)

    def of(self, parent: Item) -> str | None:
        """Return the child clause that takes a matter up without its number; none where there is none.

        Where nothing carries the commitment around the number, nothing but 及时 on its matter takes it up.
        """
        entry = self._coverage.get(parent.owner)
        if entry is None:
            return self._told_together(parent)
        parts = [part for part in entry.commitments if part.start <= parent.fact.start < part.end]
        carried = [part for part in parts if part.carried]
        carriers = [part.child_clause for part in carried if part.child_clause]
        carriers += [clause for clause in entry.child_clauses if clause not in carriers]
        found = (
            self._carrier(parent, carriers, surely=_is_carried_whole(entry, carried)) if carried or not parts else None
        )
        return found or told_vaguely(self._likeness, parent, [(clause, self._texts[clause]) for clause in carriers])

    def _carrier(self, parent: Item, carriers: Sequence[str], *, surely: bool) -> str | None:
        named = [clause for clause in carriers if self._is_named(parent, clause)]
        found = self._best(parent, named, TAKEN_UP)
        return found or (self._best(parent, carriers, TAKEN_UP_SURELY) if surely else None)

    def _best(self, parent: Item, clauses: Sequence[str], least: float) -> str | None:
        """Return the child clause that holds most of the words around a number, if it holds enough of them."""
        held = self._likeness.held(parent.grams, clauses)
        shares = [(share, -place) for place, share in enumerate(held) if not self._is_counted(parent, clauses[place])]
        best, place = max(shares, default=(0.0, 0))
        return clauses[-place] if shares and best >= least else None

    def _is_named(self, parent: Item, clause: str) -> bool:
        """Say whether a clause names the thing that the number is about, or says of a rate that all are meant."""
        text = self._texts[clause]
        if isinstance(parent.fact, Target) and parent.fact.unit == "%":
            start, end = self._nearest(parent, text)
            if _EACH_ONE.search(text, start, end):
                return True
        nouns = (part.removesuffix("率")[-NOUN:] for part in _AND.split(parent.neutral) if part)
        # 体验馆 is a 体验场馆: the last character says what kind of thing it is.
        return any(noun[-1:] in text and self._likeness.held_by(pairs(noun), text) > 0 for noun in nouns)

    def _is_counted(self, parent: Item, clause: str) -> bool:
        """Say whether the segment that speaks most of the matter holds a number of its own of the sort."""
        return self._holds_number(parent, clause, *self._nearest(parent, self._texts[clause]))

    def _nearest(self, parent: Item, text: str) -> tuple[int, int]:
        """Return the span of the segment that speaks most of the matter; an empty one where none does."""
        shares = [(self._likeness.held_by(parent.grams, each[0]), each) for each in SEGMENT.finditer(text)]
        share, best = max(shares, default=(0.0, None), key=lambda each: each[0])
        return best.span() if best and share else (0, 0)

    def _holds_number(self, parent: Item, clause: str, start: int, end: int) -> bool:
        """Say whether a segment holds a number of the sort that has anything to do with the matter."""
        sort = sort_of(parent.fact)
        return any(
            sort_of(child.fact) == sort and start <= child.fact.start < end and parent.grams & child.grams
            for child in self._facts[clause]
            if self._stands_in(child, clause)
        )

    def _stands_in(self, child: Item, clause: str) -> bool:
        """Say whether a fact stands in its clause itself; that of a heading is quoted with the first clause."""
        return self._texts[clause][child.fact.start : child.fact.end] == child.fact.text

    def _told_together(self, parent: Item) -> str | None:
        """Return the child clause of which one segment holds most of the words around a number."""
        head, limit = pairs(parent.neutral[:HEAD]), limits_harm(parent)
        found = [
            (self._likeness.held_by(parent.grams, each[0]), clause)
            for clause, text in self._texts.items()
            for each in SEGMENT.finditer(text)
            if self._likeness.held_by(head, each[0]) and not (limit and not _KEPT_DOWN.search(each[0]))
            if not self._holds_number(parent, clause, each.start(), each.end())
        ]
        share, clause = max(found, default=(0.0, ""), key=lambda each: each[0])
        return clause if share >= TOLD_TOGETHER else None


def _is_carried_whole(entry: ClauseCoverage, parts: Sequence[Commitment]) -> bool:
    """Say whether one clause of the child carries all of a parent clause, and the parts that hold a fact for sure."""
    whole = entry.status is Status.COVERED and len(entry.child_clauses) == 1
    return whole and any(part.score >= SURE for part in parts)
