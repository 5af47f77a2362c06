"""Two simple systems to measure ours against: title ratio and TF-IDF cosine, each with fixed thresholds.

A child task is linked to its most similar parent, and further to every parent that is similar enough. A parent clause
has the status that its most similar child clause gives it: covered from one threshold, partial from a lower one, else
dropped.

The thresholds are chosen on the very gold that they are scored on, each for its best score, so the baselines are
flattered: on documents that nobody has marked they would score less.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planalign.evaluate.marks import SCORED, ClauseMark, Prediction, mark_status, mark_tasks
from planalign.evaluate.record import SystemName
from planalign.evaluate.scores import clause_row, clause_values, task_values
from planalign.evaluate.similarity import tfidf_cosine, title_ratio
from planalign.model.comparison import ClauseCoverage, Link, Relation, Status, Strength

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planalign.evaluate.bootstrap import Row
    from planalign.evaluate.gold import Gold
    from planalign.evaluate.matching import Matches
    from planalign.evaluate.similarity import Similarity
    from planalign.model.plan import Plan

BASELINES: dict[SystemName, Callable[[Plan, Plan], Similarity]] = {
    SystemName.TITLE_RATIO: title_ratio,
    SystemName.TFIDF: tfidf_cosine,
}
STEPS = 50
GRID = tuple(step / STEPS for step in range(STEPS + 1))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Similarities from which something holds."""

    primary: float
    """From here the most similar parent is the primary one."""
    secondary: float
    """From here every other parent is a secondary one."""
    covered: float
    """From here a clause is covered."""
    partial: float
    """From here a clause is partial; below it is dropped."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A baseline with its thresholds for one gold file."""

    similarity: Similarity
    thresholds: Thresholds
    best_dropped: float
    """The best dropped F1 of any threshold."""

    def predict(self) -> Prediction:
        """Return links and coverage."""
        return Prediction(
            predict_links(self.similarity, self.thresholds.primary, self.thresholds.secondary),
            predict_coverage(self.similarity, self.thresholds.covered, self.thresholds.partial),
        )


def fit(gold: Gold, matches: Matches, similarity: Similarity) -> Fitted:
    """Choose the thresholds under which the similarity scores best on this gold."""
    primary, secondary = _fit_links(gold, matches, similarity)
    covered, partial, best_dropped = _fit_statuses(gold, matches, similarity)
    return Fitted(similarity, Thresholds(primary, secondary, covered, partial), best_dropped)


def _fit_links(gold: Gold, matches: Matches, similarity: Similarity) -> tuple[float, float]:
    """Return the thresholds with the best primary F1 and, that one given, the best links F1."""

    def values(primary: float, secondary: float) -> tuple[float, float]:
        return task_values(mark_tasks(gold, matches, predict_links(similarity, primary, secondary)))

    primary = max(GRID, key=lambda threshold: values(threshold, 1.0)[0])
    return primary, max(GRID, key=lambda threshold: values(primary, threshold)[1])


def _fit_statuses(gold: Gold, matches: Matches, similarity: Similarity) -> tuple[float, float, float]:
    """Return the thresholds for covered and partial with the best macro-F1, and the best dropped F1 of all."""
    scores = {nearest.clause: nearest.score for nearest in similarity.clauses}
    matched = [[scores[clause] for clause in matches.clauses[q.parent_clause]] for q in gold.parent_clauses]

    # A clause has few statuses over the whole grid, so that each is marked once.
    @cache
    def row(clause: int, statuses: tuple[Status, ...]) -> Row:
        return clause_row(ClauseMark(*mark_status(gold.parent_clauses[clause], statuses), 0, 0))

    def values(covered: float, partial: float) -> tuple[float, ...]:
        return clause_values(
            [row(n, tuple(_status(score, covered, partial) for score in mine)) for n, mine in enumerate(matched)]
        )

    tried = {(covered, partial): values(covered, partial) for covered in GRID for partial in GRID if partial <= covered}
    covered, partial = max(tried, key=lambda thresholds: tried[thresholds][-1])
    return covered, partial, max(found[SCORED.index(Status.DROPPED)] for found in tried.values())


def predict_links(similarity: Similarity, primary: float, secondary: float) -> tuple[Link, ...]:
    """Link each child task to its most similar parents; the relation, which no similarity tells, is always overlaps."""
    return tuple(link for child, row in similarity.tasks.items() for link in _links(child, row, primary, secondary))


def _links(child: str, row: Mapping[str, float], primary: float, secondary: float) -> list[Link]:
    ranked = sorted(row.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < primary:
        return []
    linked = [item for rank, item in enumerate(ranked) if rank == 0 or item[1] >= secondary]
    return [
        Link(
            id=f"{child}-{parent}",
            child_task=child,
            parent_task=parent,
            strength=Strength.SECONDARY if rank else Strength.PRIMARY,
            relation=Relation.OVERLAPS,
            score=score,
            runner_up=_score_at(ranked, 0 if rank else 1),
        )
        for rank, (parent, score) in enumerate(linked)
    ]


def _score_at(ranked: Sequence[tuple[str, float]], rank: int) -> float:
    return ranked[rank][1] if rank < len(ranked) else 0.0


def predict_coverage(similarity: Similarity, covered: float, partial: float) -> tuple[ClauseCoverage, ...]:
    """Give each parent clause the status of its most similar child clause."""
    return tuple(
        ClauseCoverage(
            parent_clause=nearest.clause,
            parent_task=nearest.task,
            status=_status(nearest.score, covered, partial),
            score=nearest.score,
            child_clauses=(nearest.child_clause,) if nearest.child_clause and nearest.score >= partial else (),
        )
        for nearest in similarity.clauses
    )


def _status(score: float, covered: float, partial: float) -> Status:
    if score >= covered:
        return Status.COVERED
    return Status.PARTIAL if score >= partial else Status.DROPPED
