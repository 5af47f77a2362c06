"""How well each parent task fits as the basis of each child task."""

from __future__ import annotations

import math
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.plan import TaskKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.align.pair import Pair
    from planalign.config import AlignSettings

Table = list[list[float]]


class Candidate(NamedTuple):
    """One parent task for a child task: its position, its score (0 or more), and the cosine of the best clause pair."""

    parent: int
    score: float
    likeness: float

    @property
    def share(self) -> float:
        """Return the score on a scale from 0 to 1."""
        return 1 - math.exp(-max(0.0, self.score))


def candidates(pair: Pair, settings: AlignSettings) -> list[list[Candidate]]:
    """Return for each child task all parent tasks, best first.

    The score is the mean of how alike the two texts are and how many of the child's clauses come nearest to this
    parent, each relative to what is usual for a best match in these two documents, plus a bonus for the title and a
    small one for standing at the same place.
    A 重点行动 cuts across the tasks, so it is the basis only where the title names it or it fits clearly better.
    """
    likeness = _likeness(pair)
    body = _relative(pair.task_cosine)
    votes = _relative(_votes(pair, likeness))
    titles = pair.title_cosine
    malus = [settings.action_malus if task.kind is TaskKind.ACTION else 0.0 for task in pair.parent.tasks]

    def candidate(parent: int, child: int) -> Candidate:
        title = titles[parent][child]
        fit = (body[parent][child] + votes[parent][child]) / 2
        order = 1 - abs(parent / len(malus) - child / len(pair.child.tasks))
        score = fit + settings.title_weight * title + settings.order_weight * order - malus[parent] * (1 - title)
        return Candidate(parent, score, max(likeness[parent][child]) + settings.title_likeness * title)

    return [
        _best_first(candidate(parent, child) for parent in range(len(pair.parent.tasks)))
        for child in range(len(pair.child.tasks))
    ]


def _best_first(found: Iterable[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.parent))


def _likeness(pair: Pair) -> list[list[list[float]]]:
    """Return by parent and child task the best cosine of each of the child's clauses with the parent."""
    best = [[0.0] * len(pair.child.clauses) for _ in pair.parent.tasks]
    for owner, row in zip(pair.parent.owners, pair.clause_cosine, strict=True):
        best[owner] = list(map(max, best[owner], row))
    ends = accumulate((len(task.clauses) for task in pair.child.tasks), initial=0)
    spans = list(pairwise(ends))
    return [[row[start:end] for start, end in spans] for row in best]


def _votes(pair: Pair, likeness: list[list[list[float]]]) -> Table:
    """Return by parent and child task the mean likeness of the child's clauses that come nearest to it."""
    nearest = [
        [max(row) for row in zip(*(parent[child] for parent in likeness), strict=True)]
        for child in range(len(pair.child.tasks))
    ]
    return [[_mean_won(clauses, best) for clauses, best in zip(parent, nearest, strict=True)] for parent in likeness]


def _mean_won(clauses: list[float], best: list[float]) -> float:
    return sum(value for value, top in zip(clauses, best, strict=True) if value >= top) / len(clauses)


def _relative(table: Table) -> Table:
    """Divide by the mean of each column's highest value: 1 is what a best match usually reaches."""
    tops = [max(column) for column in zip(*table, strict=True)]
    usual = sum(tops) / len(tops) or 1.0
    return [[value / usual for value in row] for row in table]
