"""Texts as bags of terms, and how much of one text another carries.

Terms come in three families: pairs of neighbouring characters, words, and single characters. Pairs stand for
wording, words for meaning, characters for abbreviations. Every score is the mean over the families.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain
from operator import add, mul, truediv
from typing import TYPE_CHECKING, NamedTuple

from planalign.text.near_words import near_words
from planalign.text.words import light_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FAMILIES = ("pair", "word", "character")
BACKGROUND_CLAUSES = 100
"""For how many clauses of the two documents the background frequencies count."""

UNIT = 10_000
"""What a weight of 1 is in whole numbers."""
LIGHT = 0.4
"""What a light word (进一步, 加强, 工作 …) weighs of what its rarity would give it."""

_RUN = re.compile(r"\w+")
_CHARACTER = re.compile(r"[\u4e00-\u9fff]|[0-9.]+|[A-Za-z]+")


class Terms(NamedTuple):
    """The distinct terms of one text, one set per family."""

    pair: frozenset[str]
    word: frozenset[str]
    character: frozenset[str]


def terms_of(text: str) -> Terms:
    """Return the terms of a neutral text."""
    cut = frozenset(word for word in words(text) if word[0].isalnum() or word[0] == "_")
    return Terms(pairs(text), cut, frozenset(_CHARACTER.findall(text)))


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a neutral text."""
    found: set[str] = set()
    for run in _RUN.findall(text.replace("、", "")):
        found.update(map(add, run, run[1:]))
    return frozenset(found)


def with_near_words(terms: Terms) -> Terms:
    """Return the terms of a text with words that come near each other as one."""
    forms = near_words()
    return terms._replace(word=frozenset([forms.get(word, word) for word in terms.word]))


def union(texts: Iterable[Terms]) -> Terms:
    """Return the terms of all texts together."""
    return Terms(*(frozenset().union(*family) for family in zip(*texts, strict=True)))


class FamilyWeights(dict[str, int]):
    """The weight of each term of one family, worked out when it is first asked for.

    weight = ln((N + 1) / (n + 0.5)) with n of N clauses holding the term, less for a light word; in units of
    1/UNIT, because whole numbers add up to the same sum in any order.
    """

    def __init__(self, counts: Counter[str], background: dict[str, int], share: float, clauses: int) -> None:
        """Take the counts of both documents, and the background's with the share that it counts for."""
        super().__init__()
        self._counts = counts
        self.background = background
        self._share = share
        self._clauses = clauses

    def __missing__(self, term: str) -> int:
        """Work out the weight of a term."""
        count = self._counts.get(term, 0) + self._share * self.background.get(term, 0)
        weight = math.log((self._clauses + 1) / (count + 0.5)) * (LIGHT if term in light_words() else 1)
        self[term] = whole = round(UNIT * weight)
        return whole

    def total(self, terms: Iterable[str]) -> int:
        """Return the summed weight."""
        return sum(map(self.__getitem__, terms))

    def squares(self, terms: Iterable[str]) -> int:
        """Return the sum of the squared weights."""
        weights = list(map(self.__getitem__, terms))
        return sum(map(mul, weights, weights))


class Weights:
    """How much each term says: rare terms much, common ones little (inverse clause frequency).

    Frequencies are those of the two documents plus a background table, so that two short documents are enough.
    """

    def __init__(self, families: tuple[FamilyWeights, ...]) -> None:
        """Take the weights of each family."""
        self.families = families

    @classmethod
    def over(cls, clauses: Sequence[Terms]) -> Weights:
        """Count the terms of all clauses of both documents."""
        tables, total = background()
        counted = len(clauses) + BACKGROUND_CLAUSES
        return cls(
            tuple(
                FamilyWeights(Counter(chain.from_iterable(family)), table, BACKGROUND_CLAUSES / total, counted)
                for family, table in zip(zip(*clauses, strict=True), tables, strict=True)
            )
        )

    def for_near(self, clauses: Sequence[Terms]) -> Weights:
        """Return the weights for terms of `with_near_words`; `clauses` are those of both documents, in such terms."""
        pair, _, character = self.families
        _, total = background()
        counts = Counter(chain.from_iterable(terms.word for terms in clauses))
        word = FamilyWeights(counts, near_background(), BACKGROUND_CLAUSES / total, len(clauses) + BACKGROUND_CLAUSES)
        return Weights((pair, word, character))

    def of(self, family: int, term: str) -> int:
        """Return the weight of one term."""
        return self.families[family][term]

    def recalls(self, query: Terms, texts: Sequence[Terms]) -> list[float]:
        """Return for each text the share of the query's weight that it holds, 0–1."""
        families = [
            (family, weights.__getitem__, terms, weights.total(terms))
            for family, (weights, terms) in enumerate(zip(self.families, query, strict=True))
            if terms
        ]
        count = len(families) or 1
        return [
            sum([sum(map(weight, terms & text[family])) / total for family, weight, terms, total in families]) / count
            for text in texts
        ]


class Likeness(NamedTuple):
    """How alike one text and each text of an index are, each number 0–1."""

    recall: list[float]
    """Share of the one text that each holds."""
    held: list[float]
    """Share of each that the one text holds."""
    cosine: list[float]


class Index:
    """An inverted index over texts: how alike a query and each of them are, in the order of the texts."""

    def __init__(self, texts: Sequence[Terms], weights: Weights) -> None:
        """Index the texts."""
        families = zip(zip(*texts, strict=True), weights.families, strict=True)
        self._families = [_FamilyIndex(terms, known) for terms, known in families]
        self._known = [sum(map(bool, text)) or 1 for text in texts]

    def likeness(self, query: Terms) -> Likeness:
        """Compare a query with every text; the families that a text has none of are left out of its mean."""
        rows = [family.likeness(terms) for family, terms in zip(self._families, query, strict=True)]
        asked = [row for row, terms in zip(rows, query, strict=True) if terms] or rows
        shares = map(sum, zip(*(row.held for row in rows), strict=True))
        return Likeness(
            _mean([row.recall for row in asked]),
            list(map(truediv, shares, self._known)),
            _mean([row.cosine for row in asked]),
        )

    def cosine(self, query: Terms) -> list[float]:
        """Return the cosines alone."""
        asked = [(family, terms) for family, terms in zip(self._families, query, strict=True) if terms]
        return _mean([family.cosine(terms) for family, terms in asked]) if asked else [0.0] * len(self._known)


class _FamilyIndex:
    """The inverted index over the terms of one family."""

    def __init__(self, texts: Sequence[frozenset[str]], weights: FamilyWeights) -> None:
        self._weights = weights
        self._postings: dict[str, list[int]] = {}
        for number, terms in enumerate(texts):
            for term in terms:
                if term in self._postings:
                    self._postings[term].append(number)
                else:
                    self._postings[term] = [number]
        # Nothing is shared with a text without terms, so that 1 stands for its total and its norm.
        self._totals = [weights.total(terms) or 1 for terms in texts]
        self._norms = [math.sqrt(weights.squares(terms)) or 1.0 for terms in texts]

    def likeness(self, query: frozenset[str]) -> Likeness:
        """Gather what the texts share with the query, term by term."""
        shared, squares = [0] * len(self._totals), [0] * len(self._totals)
        for term in self._postings.keys() & query:
            weight = self._weights[term]
            square = weight * weight
            for number in self._postings[term]:
                shared[number] += weight
                squares[number] += square
        total = self._weights.total(query) or 1
        return Likeness(
            [score / total for score in shared],
            list(map(truediv, shared, self._totals)),
            self._cosines(query, squares),
        )

    def cosine(self, query: frozenset[str]) -> list[float]:
        """Return the cosines alone."""
        squares = [0] * len(self._totals)
        for term in self._postings.keys() & query:
            square = self._weights[term] ** 2
            for number in self._postings[term]:
                squares[number] += square
        return self._cosines(query, squares)

    def _cosines(self, query: frozenset[str], squares: Sequence[int]) -> list[float]:
        norm = math.sqrt(self._weights.squares(query)) or 1.0
        return [score / (norm * own) for score, own in zip(squares, self._norms, strict=True)]


def _mean(rows: Sequence[Sequence[float]]) -> list[float]:
    count = len(rows)
    return [total / count for total in map(sum, zip(*rows, strict=True))]


@cache
def background() -> tuple[list[dict[str, int]], int]:
    """Clause counts of terms by family, and the number of clauses counted (scripts/build_frequencies.py)."""
    table: list[dict[str, int]] = [{}, {}, {}]
    total = 1
    for line in files("planalign.text").joinpath("data", "frequencies.tsv").read_text(encoding="utf-8").splitlines():
        family, term, count = line.split("\t")
        if family == "clauses":
            total = int(count)
        else:
            table[FAMILIES.index(family)][term] = int(count)
    return table, total


def near_background() -> dict[str, int]:
    """Clause counts of groups of near words: those of their words together, since few clauses hold two of them."""
    counts: dict[str, int] = {}
    forms = near_words()
    for word, count in background()[0][FAMILIES.index("word")].items():
        form = forms.get(word, word)
        counts[form] = counts.get(form, 0) + count
    return counts
