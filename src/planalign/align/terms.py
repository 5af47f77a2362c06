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
from typing import TYPE_CHECKING, NamedTuple

from planalign.text.words import light_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FAMILIES = ("pair", "word", "character")
BACKGROUND_CLAUSES = 100
"""For how many clauses of the two documents the background frequencies count."""

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
    runs = _RUN.findall(text.replace("、", ""))
    pairs = (run[i : i + 2] for run in runs for i in range(len(run) - 1))
    cut = (word for word in words(text) if _RUN.match(word))
    return Terms(frozenset(pairs), frozenset(cut), frozenset(_CHARACTER.findall(text)))


def union(texts: Iterable[Terms]) -> Terms:
    """Return the terms of all texts together."""
    return Terms(*(frozenset().union(*family) for family in zip(*texts, strict=True)))


class FamilyWeights(dict[str, float]):
    """The weight of each term of one family, worked out when it is first asked for.

    weight = ln((N + 1) / (n + 0.5)) with n of N clauses holding the term, less for a light word.
    """

    def __init__(self, counts: Counter[str], background: dict[str, int], share: float, clauses: int) -> None:
        """Take the counts of both documents, and the background's with the share that it counts for."""
        super().__init__()
        self._counts = counts
        self._background = background
        self._share = share
        self._clauses = clauses

    def __missing__(self, term: str) -> float:
        """Work out the weight of a term."""
        count = self._counts[term] + self._share * self._background.get(term, 0)
        weight = math.log((self._clauses + 1) / (count + 0.5)) * (LIGHT if term in light_words() else 1)
        self[term] = weight
        return weight

    def total(self, terms: frozenset[str]) -> float:
        """Return the summed weight; exact summation makes it independent of the order of the set."""
        return math.fsum(map(self.__getitem__, terms))


class Weights:
    """How much each term says: rare terms much, common ones little (inverse clause frequency).

    Frequencies are those of the two documents plus a background table, so that two short documents are enough.
    """

    def __init__(self, clauses: Sequence[Terms]) -> None:
        """Count the terms of all clauses of both documents."""
        background, total = _background()
        counted = len(clauses) + BACKGROUND_CLAUSES
        self.families = tuple(
            FamilyWeights(Counter(chain.from_iterable(family)), table, BACKGROUND_CLAUSES / total, counted)
            for family, table in zip(zip(*clauses, strict=True), background, strict=True)
        )

    def of(self, family: int, term: str) -> float:
        """Return the weight of one term."""
        return self.families[family][term]

    def recalls(self, query: Terms, texts: Sequence[Terms]) -> list[float]:
        """Return for each text the share of the query's weight that it holds, 0–1."""
        families = [
            (family, query[family], weights.total(query[family]))
            for family, weights in enumerate(self.families)
            if query[family]
        ]
        return [
            sum(self.families[family].total(terms & text[family]) / total for family, terms, total in families)
            / (len(families) or 1)
            for text in texts
        ]


class Index:
    """An inverted index over texts: how much of a query each of them carries, in the order of the texts."""

    def __init__(self, texts: Sequence[Terms], weights: Weights) -> None:
        """Index the texts."""
        self._weights = weights
        self._size = len(texts)
        self._postings: list[dict[str, list[int]]] = [{}, {}, {}]
        self._norms = [[0.0] * self._size for _ in range(3)]
        for number, text in enumerate(texts):
            for family in range(3):
                self._add(number, family, text[family])

    def _add(self, number: int, family: int, terms: frozenset[str]) -> None:
        for term in terms:
            self._postings[family].setdefault(term, []).append(number)
        self._norms[family][number] = self._norm(family, terms)

    def _norm(self, family: int, terms: frozenset[str]) -> float:
        weights = self._weights.families[family]
        return math.sqrt(math.fsum(weights[term] ** 2 for term in terms))

    def recall(self, query: Terms) -> list[float]:
        """Return for each text the share of the query's weight that it holds, 0–1."""
        return self._mean([self._recall_of(family, query[family]) for family in range(3) if query[family]])

    def cosine(self, query: Terms) -> list[float]:
        """Return for each text its cosine with the query, 0–1."""
        return self._mean([self._cosine_of(family, query[family]) for family in range(3) if query[family]])

    def _mean(self, families: list[list[float]]) -> list[float]:
        if not families:
            return [0.0] * self._size
        return [sum(scores) / len(families) for scores in zip(*families, strict=True)]

    def _recall_of(self, family: int, query: frozenset[str]) -> list[float]:
        known = self._weights.families[family]
        weights = {term: known[term] for term in sorted(query)}
        total = math.fsum(weights.values())
        return [score / total for score in self._gather(family, weights)]

    def _cosine_of(self, family: int, query: frozenset[str]) -> list[float]:
        known = self._weights.families[family]
        squares = {term: known[term] ** 2 for term in sorted(query)}
        norm = math.sqrt(math.fsum(squares.values()))
        scores = self._gather(family, squares)
        return [score / (norm * own) if own else 0.0 for score, own in zip(scores, self._norms[family], strict=True)]

    def _gather(self, family: int, weights: dict[str, float]) -> list[float]:
        """Add up the weights of the terms that each text holds; in the given order, so that sums are repeatable."""
        scores = [0.0] * self._size
        for term, weight in weights.items():
            for number in self._postings[family].get(term, ()):
                scores[number] += weight
        return scores


@cache
def _background() -> tuple[list[dict[str, int]], int]:
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
