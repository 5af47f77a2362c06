"""Measure the coverage verdicts as they ship: pairs with gold, models of folds, marks and chances of each clause."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from train_coverage import Scaled, as_record, fit, prepare

from planalign import load
from planalign.align.coverage import cover
from planalign.align.coverage_model import CoverageModel, read_model
from planalign.align.features import FEATURES, ClauseEvidence, evidence
from planalign.align.pair import Pair
from planalign.config import AlignSettings
from planalign.evaluate.bootstrap import intervals
from planalign.evaluate.documents import Places, find_documents
from planalign.evaluate.gold import Gold, read_gold
from planalign.evaluate.marks import SCORED, ClauseMark, mark_clauses
from planalign.evaluate.matching import match
from planalign.evaluate.scores import CLAUSE_COLUMNS, clause_row, clause_values
from planalign.model.comparison import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from planalign.evaluate.bootstrap import Row
    from planalign.evaluate.matching import Matches
    from planalign.evaluate.record import Interval
    from planalign.model.comparison import ClauseCoverage
    from planalign.model.plan import Plan

SETTINGS = AlignSettings()


class Subject(NamedTuple):
    """One gold file with everything that does not depend on the model."""

    name: str
    own: bool
    gold: Gold
    matches: Matches
    pair: Pair
    clauses: list[ClauseEvidence]
    scaled: Scaled


class Reading(NamedTuple):
    """One gold clause with the verdict on it."""

    mark: ClauseMark
    chances: Mapping[Status, float]
    likeness: float
    """Share of the clause that its most similar child clause holds."""
    undecided: bool


class Result(NamedTuple):
    """One pair, marked with one model."""

    name: str
    own: bool
    marks: tuple[ClauseMark, ...]
    readings: tuple[Reading, ...]
    """The clauses that are applicable, in order."""


def read_subject(path: Path, *, own: bool) -> Subject:
    """Read a gold file and its documents."""
    gold = read_gold(path)
    parent, child = (load(file) for file in find_documents(gold, path, Places()))
    pair = Pair(parent, child)
    own_name = path.parent.name if path.stem == "gold" else gold.pair.removeprefix("alignment-")
    name = own_name if own else f"{level_name(child)} → {level_name(parent)}"
    return Subject(name, own, gold, match(gold, parent, child), pair, evidence(pair), prepare(path))


def level_name(plan: Plan) -> str:
    """Return level and year; documents that are not ours are not named."""
    return f"{plan.masthead.level} {plan.masthead.year or ''}".strip()


def learn(subjects: Sequence[Subject], without: Collection[str] = ()) -> CoverageModel:
    """Return the model that training on these pairs gives, without the features named."""
    pairs = [blank(subject.scaled, without) for subject in subjects]
    return read_model(json.dumps(as_record(fit(pairs), pairs)))


def blank(pair: Scaled, without: Collection[str]) -> Scaled:
    """Return the pair with these features the same everywhere, so that they get no weight."""
    kept: NDArray[np.float64] = pair.features.copy()
    for number, name in enumerate(FEATURES):
        if name in without:
            kept[:, number] = 0.0
    return pair._replace(features=kept)


def judge(subject: Subject, model: CoverageModel) -> Result:
    """Mark the final verdicts under a model."""
    verdicts = cover(subject.pair, subject.clauses, SETTINGS, model)
    marks = mark_clauses(subject.gold, subject.matches, verdicts)
    return Result(subject.name, subject.own, marks, tuple(_readings(subject, model, verdicts, marks)))


def _readings(
    subject: Subject, model: CoverageModel, verdicts: Sequence[ClauseCoverage], marks: Sequence[ClauseMark]
) -> list[Reading]:
    scales = model.scales(subject.clauses)
    places = {verdict.parent_clause: place for place, verdict in enumerate(verdicts)}
    readings = []
    for clause, mark in zip(subject.gold.parent_clauses, marks, strict=True):
        found = subject.matches.clauses[clause.parent_clause]
        if not found or mark.gold is Status.NOT_APPLICABLE:
            continue
        place = places[found[0]]
        judged = subject.clauses[place].judged
        chances = model.statuses(judged, [model.carried(entry, model.pulls(entry, scales)) for entry in judged])
        likeness = max(subject.pair.clause_recall[place])
        readings.append(Reading(mark, chances, likeness, verdicts[place].undecided))
    return readings


def leave_one_out(subjects: Sequence[Subject], without: Collection[str] = ()) -> list[Result]:
    """Mark each pair with a model trained on all the others."""
    return [
        judge(subject, learn([other for other in subjects if other is not subject], without)) for subject in subjects
    ]


def trained_on_own(subjects: Sequence[Subject], without: Collection[str] = ()) -> list[Result]:
    """Mark the outside pairs with a model trained on all of our own."""
    outside = [subject for subject in subjects if not subject.own]
    if not outside:
        return []
    model = learn([subject for subject in subjects if subject.own], without)
    return [judge(subject, model) for subject in outside]


def rows_of(results: Sequence[Result]) -> list[Row]:
    """Return what each clause adds to the counts, all pairs together."""
    return [clause_row(mark) for result in results for mark in result.marks]


def macro(results: Sequence[Result]) -> float:
    """Return the macro-F1 over the pooled counts."""
    return clause_values(rows_of(results))[-1]


def difference(results: Sequence[Result], others: Sequence[Result]) -> tuple[float, Interval]:
    """Return the second macro-F1 minus the first, with the interval over the same draws of clauses."""
    both = [(*one, *other) for one, other in zip(rows_of(results), rows_of(others), strict=True)]

    def measure(counts: Row) -> tuple[float]:
        one, other = counts[:CLAUSE_COLUMNS], counts[CLAUSE_COLUMNS:]
        return (clause_values([other])[-1] - clause_values([one])[-1],)

    return macro(others) - macro(results), intervals(both, 2 * CLAUSE_COLUMNS, measure)[0]


def confidence(reading: Reading) -> float:
    """Return the chance that the model gives to the verdict."""
    predicted = reading.mark.predicted
    return reading.chances[predicted] if predicted in SCORED else reading.chances[Status.DROPPED]


def is_right(reading: Reading) -> bool:
    """Return whether the verdict is an accepted one."""
    return reading.mark.predicted is reading.mark.gold
