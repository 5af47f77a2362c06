"""Plain text similarities of two plans, on which the baselines rest."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from planalign.evaluate.matching import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.model.plan import Plan, Task

Vector = dict[str, float]


class Nearest(NamedTuple):
    """A parent clause and its most similar child clause."""

    clause: str
    task: str
    child_clause: str
    """Empty where the child has no clause."""
    score: float


@dataclass(frozen=True, slots=True)
class Similarity:
    """Similarities of tasks and of clauses, 0–1."""

    tasks: dict[str, dict[str, float]]
    """Child task → parent task → similarity."""
    clauses: tuple[Nearest, ...]
    """Every parent clause with its most similar child clause."""


def title_ratio(parent: Plan, child: Plan) -> Similarity:
    """Compare tasks by their titles and clauses by their texts, with the ratio of rapidfuzz (normalised Indel)."""
    return Similarity(
        tasks=_ratios(_titles(child), _titles(parent)),
        clauses=_nearest(parent, _ratios(_clauses(parent), _clauses(child))),
    )


def tfidf_cosine(parent: Plan, child: Plan) -> Similarity:
    """Compare whole tasks and clauses by the cosine of TF-IDF vectors of character pairs."""
    return Similarity(
        tasks=_cosines(_bodies(child), _bodies(parent)),
        clauses=_nearest(parent, _cosines(_clauses(parent), _clauses(child))),
    )


def _nearest(parent: Plan, clauses: Mapping[str, Mapping[str, float]]) -> tuple[Nearest, ...]:
    return tuple(
        Nearest(clause.id, task.id, *max(clauses[clause.id].items(), key=lambda item: item[1], default=("", 0.0)))
        for task in parent.tasks
        for clause in task.clauses
    )


def _titles(plan: Plan) -> dict[str, str]:
    return {task.id: normalise(task.title) for task in plan.tasks}


def _bodies(plan: Plan) -> dict[str, str]:
    return {task.id: normalise(task.title) + _body(task) for task in plan.tasks}


def _body(task: Task) -> str:
    return "".join(normalise(clause.text) for clause in task.clauses)


def _clauses(plan: Plan) -> dict[str, str]:
    return {clause.id: normalise(clause.text) for task in plan.tasks for clause in task.clauses}


def _ratios(rows: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, dict[str, float]]:
    return {row: {column: _ratio(one, other) for column, other in columns.items()} for row, one in rows.items()}


def _ratio(one: str, other: str) -> float:
    # rapidfuzz holds two empty texts for equal.
    return fuzz.ratio(one, other) / 100 if one and other else 0.0


def _cosines(rows: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, dict[str, float]]:
    vectors = tfidf_vectors([*rows.values(), *columns.values()])
    row_vectors = dict(zip(rows, vectors[: len(rows)], strict=True))
    column_vectors = dict(zip(columns, vectors[len(rows) :], strict=True))
    postings = _postings(column_vectors)
    return {row: _products(vector, postings, columns) for row, vector in row_vectors.items()}


def tfidf_vectors(texts: Sequence[str]) -> list[Vector]:
    """Return unit vectors of character pairs, weighted by count · (ln((1 + n) / (1 + df)) + 1)."""
    counts = [Counter(text[start : start + 2] for start in range(len(text) - 1)) for text in texts]
    spread = Counter(pair for count in counts for pair in count)
    weight = {pair: math.log((1 + len(texts)) / (1 + df)) + 1 for pair, df in spread.items()}
    return [_unit({pair: number * weight[pair] for pair, number in count.items()}) for count in counts]


def _unit(vector: Vector) -> Vector:
    length = math.hypot(*vector.values())
    return {pair: value / length for pair, value in vector.items()}


def _postings(vectors: Mapping[str, Vector]) -> dict[str, list[tuple[str, float]]]:
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for key, vector in vectors.items():
        for pair, value in vector.items():
            postings[pair].append((key, value))
    return postings


def _products(
    vector: Vector, postings: Mapping[str, Sequence[tuple[str, float]]], columns: Mapping[str, str]
) -> dict[str, float]:
    products = dict.fromkeys(columns, 0.0)
    for pair, weight in vector.items():
        for key, value in postings.get(pair, ()):
            products[key] += weight * value
    return products
