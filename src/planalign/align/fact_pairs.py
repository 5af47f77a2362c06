"""Which fact of the child speaks of the same matter as a fact of the parent."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.align import bearers
from planalign.align.alone import LEAST_LOCAL_ALONE, Alone
from planalign.align.own_level import binds_own
from planalign.align.terms import pairs
from planalign.align.verdict import dimension, is_threshold
from planalign.model.facts import Aspect, Frequency, Listing, Target
from planalign.model.index import further_annexes
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.align.matter import Item
    from planalign.align.pair import Pair
    from planalign.model.comparison import ClauseCoverage, Link

LOCAL, CONTEXT, CARRIER, LINKED, EQUAL, BEARER = 0.6, 0.3, 0.08, 0.04, 0.1, 0.15
"""What counts for two facts: the words around them, the clauses around these, whether the child clause carries the
parent clause, whether their tasks are linked, whether the values are equal, whether the same are asked."""
LEAST_SCORE = 0.42
"""Facts below this score are no pair."""
LEAST_ITEMS = 2
"""How many items two lists have in common that are one list."""
SAME_ROW = 0.5
"""From this likeness of their names two annex rows are about the same."""
LEAST_LOCAL = 0.25
"""A pair needs this likeness of the words around the facts."""
LEAST_LOCAL_CARRIED = 0.2
"""The same where the child clause carries the parent clause."""
LEAST_LOCAL_OUTSIDE = 0.55
"""The same where one of them stands in an annex or a preamble, where no clause speaks for the pair."""
SURE = 0.35
"""What it adds that the child clause carries the parent clause and both hold one fact of the kind or the unit."""
LEAST_CONTEXT = 0.1
"""For this the clauses need this likeness, or the words around the facts half of `LEAST_LOCAL`."""
# 起数、人数均下降3%, but 平均办理环节.
_BOTH = compiled(r"(?<![平人户年])均(?![衡等价值摊分])", signs="均")
_NONE: frozenset[str] = frozenset()


class FactPair(NamedTuple):
    """A fact of the parent and the child's fact on the same matter."""

    score: float
    parent: int
    child: int


class Likeness:
    """How much two facts of a pair of plans have in common."""

    def __init__(self, pair: Pair, coverage: Iterable[ClauseCoverage], links: Iterable[Link]) -> None:
        """Set up the lookups."""
        self._pair = pair
        self._carriers = {entry.parent_clause: frozenset(entry.child_clauses) for entry in coverage}
        self._links = {(link.parent_task, link.child_task) for link in links}
        self.weights = pair.weights.families[0]
        self._texts: dict[tuple[int, str], frozenset[str]] = {}

    def of(self, parent: Item, child: Item, local: float, *, alone: bool) -> float:
        """Return the score of two facts of one kind, 0 where they are no pair.

        `local` is the likeness of the words around them; `alone`: both clauses hold one fact of the kind or the unit.
        """
        carried = child.owner in self.carriers(parent.owner)
        least = _least_local(parent, child, carried=carried)
        if (local < least and not (carried and alone)) or not _compatible(parent, child):
            return 0.0
        context = self._context(parent, child)
        sure = carried and alone and (context >= LEAST_CONTEXT or local >= LEAST_LOCAL / 2)
        asked = bearers.likeness(parent, child)
        if (local < least and not sure) or asked < 0 or not self._is_asked(parent, child):
            return 0.0
        linked = (parent.place.task, child.place.task) in self._links
        equal = is_equal(parent, child)
        score = LOCAL * local + CONTEXT * context + CARRIER * carried + LINKED * linked + EQUAL * equal
        score += BEARER * asked
        return score + SURE * sure

    def is_own(self, parent: Item) -> bool:
        """Say whether a number binds the parent's own level (市级储备42类), which is not the child's."""
        return self._levels_differ and binds_own(self._pair.parent.plan.masthead.level, parent)

    def _is_asked(self, parent: Item, child: Item) -> bool:
        """Say whether a fact of the parent can be held against the child's.

        How often each level looks after its own (市级储备每季度盘点1次) can, how much it has of it cannot.
        """
        if not self.is_own(parent):
            return True
        return isinstance(parent.fact, Frequency) and binds_own(self._pair.child.plan.masthead.level, child)

    @cached_property
    def _levels_differ(self) -> bool:
        return self._pair.parent.plan.masthead.level is not self._pair.child.plan.masthead.level

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the mean of the shares that two sets of pairs of characters have of each other, by weight."""
        common = one & other
        return mean_share(self.weight(common), self.weight(one), self.weight(other)) if common else 0.0

    def weight(self, grams: Iterable[str]) -> int:
        """Return the weight of pairs of characters."""
        return self.weights.total(grams)

    def carriers(self, clause: str) -> frozenset[str]:
        """Return the child clauses that carry a clause of the parent."""
        return self._carriers.get(clause, _NONE)

    def held(self, grams: frozenset[str], clauses: Iterable[str]) -> list[float]:
        """Return the share of the pairs of characters, by weight, that each child clause holds."""
        total = self.weight(grams)
        return [self.weight(grams & self._child_grams[clause]) / total if total else 0.0 for clause in clauses]

    def held_by(self, grams: frozenset[str], words: str) -> float:
        """Return the share of the pairs of characters, by weight, that words of the child hold."""
        total = self.weight(grams)
        return self.weight(grams & self._grams(1, words)) / total if total else 0.0

    def has_row(self, parent: Item) -> bool:
        """Say whether the child has an annex row of the same name as the parent's row."""
        name = self._grams(0, parent.text.partition("：")[0])
        return any(self.shared(name, other) >= SAME_ROW for other in self._child_rows)

    @cached_property
    def _child_grams(self) -> dict[str, frozenset[str]]:
        side = self._pair.child
        known = {clause.id: pairs(text) for clause, text in zip(side.clauses, side.neutral_texts, strict=True)}
        return known | {clause.id: pairs(side.neutral(clause.text)) for clause in side.plan.preamble}

    @cached_property
    def _child_rows(self) -> tuple[frozenset[str], ...]:
        rows = (row for annex in further_annexes(self._pair.child.plan) for row in annex.rows)
        return tuple(self._grams(1, row.name) for row in rows)

    def _context(self, parent: Item, child: Item) -> float:
        if parent.place.row is not None and child.place.row is not None:
            return self._pair.clause_cosine[parent.place.row][child.place.row]
        return self.shared(self._grams(0, parent.text), self._grams(1, child.text))

    def _grams(self, side: int, text: str) -> frozenset[str]:
        key = side, text
        if key not in self._texts:
            self._texts[key] = pairs((self._pair.child if side else self._pair.parent).neutral(text))
        return self._texts[key]


def match_facts(likeness: Likeness, parents: Sequence[Item], children: Sequence[Item]) -> dict[int, int]:
    """Return for facts of the parent, by position, the child's fact on the same matter.

    Each fact of the child answers one of the parent, unless the parent repeats itself.
    """
    alone = Alone(likeness, parents, children)
    index = _Index(likeness, children)
    found = []
    for number, parent in enumerate(parents):
        for place, local in index.near(parent, alone.beside(number)):
            score = likeness.of(parent, children[place], local, alone=alone.are(number, place, local))
            if score >= LEAST_SCORE:
                found.append(FactPair(score, number, place))
    return _chosen(parents, children, found)


class _Index:
    """The child's facts by kind and by the pairs of characters of their matters."""

    def __init__(self, likeness: Likeness, children: Sequence[Item]) -> None:
        self._likeness = likeness
        self._children = children
        self._places: dict[Aspect, dict[str, list[int]]] = {kind: defaultdict(list) for kind in Aspect}
        self._totals = [likeness.weight(child.grams) for child in children]
        self._by_owner: dict[tuple[Aspect, str], list[int]] = defaultdict(list)
        for place, child in enumerate(children):
            kind = child.aspect
            self._by_owner[kind, child.owner].append(place)
            places = self._places[kind]
            for gram in child.grams:
                places[gram].append(place)

    def near(self, parent: Item, lone: frozenset[int]) -> Iterator[tuple[int, float]]:
        """Yield the facts that may be the parent's, each with the likeness of the words around both."""
        kind, weights = parent.aspect, self._likeness.weights
        common: dict[int, int] = defaultdict(int)
        places = self._places[kind]
        for gram in places.keys() & parent.grams:
            weight = weights[gram]
            for place in places[gram]:
                common[place] += weight
        for clause in self._likeness.carriers(parent.owner) if lone else ():
            # Where both clauses hold one fact of the kind, these may be a pair whatever words are around them.
            for place in self._by_owner.get((kind, clause), ()):
                common.setdefault(place, 0)
        own = self._likeness.weight(parent.grams)
        for place, weight in common.items():
            local = mean_share(weight, own, self._totals[place])
            if local >= LEAST_LOCAL_ALONE or place in lone:
                yield place, local


def mean_share(common: int, one: int, other: int) -> float:
    """Return the mean of the shares that what two sets have in common has of each, by weight."""
    least, most = (one, other) if one < other else (other, one)
    return (common / least + common / most) / 2 if common and least else 0.0


def _chosen(parents: Sequence[Item], children: Sequence[Item], found: list[FactPair]) -> dict[int, int]:
    """Take the best pairs first."""
    chosen: dict[int, int] = {}
    takers: dict[int, int] = {}
    best_first = sorted(found, key=lambda each: (-each.score, each.parent, each.child))
    for pair in best_first:
        if pair.parent not in chosen and pair.child not in takers:
            chosen[pair.parent] = pair.child
            takers[pair.child] = pair.parent
    for pair in best_first:
        # What the parent says twice the child need say once only, and 起数、人数均下降3% answers two numbers.
        parent, child = parents[pair.parent], children[pair.child]
        if pair.parent not in chosen and (
            _is_said_twice(parent, parents[takers[pair.child]], child) or _is_said_of_several(parent, child)
        ):
            chosen[pair.parent] = pair.child
    return chosen


def _is_said_twice(parent: Item, other: Item, child: Item) -> bool:
    """Say whether two facts of the parent ask for the same as one of the child, each other's repetition."""
    return is_equal(parent, child) and is_equal(other, child)


def _is_said_of_several(parent: Item, child: Item) -> bool:
    """Say whether a fact of the child is about several things, the parent's wholly among them: 甲、乙级单位每年1次."""
    among = "、" in child.matter and set(parent.neutral) <= set(child.neutral)
    return among or _BOTH.search(child.matter) is not None


def _least_local(parent: Item, child: Item, *, carried: bool) -> float:
    if carried:
        return LEAST_LOCAL_CARRIED
    told = (parent.place.task and child.place.task) or is_equal(parent, child)
    return LEAST_LOCAL if told else LEAST_LOCAL_OUTSIDE


def _compatible(parent: Item, child: Item) -> bool:
    upper, lower = parent.fact, child.fact
    outside = not (parent.place.task and child.place.task) and not is_equal(parent, child)
    if outside and not (parent.neutral[:2] in child.neutral or child.neutral[:2] in parent.neutral):
        # 火灾死亡人数 and 生产安全事故死亡人数 are two indicators, whatever they have in common.
        return False
    if isinstance(upper, Target) and isinstance(lower, Target):
        return dimension(upper) == dimension(lower) and is_threshold(parent) == is_threshold(child)
    if isinstance(upper, Listing) and isinstance(lower, Listing):
        return _same_list(upper, lower)
    return type(upper) is type(lower)


def _same_list(upper: Listing, lower: Listing) -> bool:
    """Say whether two lists share items, or, where these are not named, count the same thing."""
    if upper.items and lower.items:
        return len(set(upper.items) & set(lower.items)) >= min(LEAST_ITEMS, len(lower.items))
    return upper.noun[-2:] == lower.noun[-2:]


def is_equal(parent: Item, child: Item) -> bool:
    """Say whether two facts have the same value."""
    upper, lower = parent.fact, child.fact
    if isinstance(upper, Target) and isinstance(lower, Target):
        return (upper.value, upper.upper) == (lower.value, lower.upper)
    return upper.text == lower.text
