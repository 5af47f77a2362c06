"""Evaluate gold files: compare the documents, mark the result, and put the baselines beside it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

import planalign
from planalign.errors import UsageError
from planalign.evaluate.baselines import BASELINES, fit
from planalign.evaluate.bootstrap import ROUNDS, SEED
from planalign.evaluate.documents import Places, find_documents
from planalign.evaluate.drifts import score_drift
from planalign.evaluate.gold import Gold, read_gold
from planalign.evaluate.gold_table import read_gold_table
from planalign.evaluate.marks import Marks, mark
from planalign.evaluate.matching import match
from planalign.evaluate.record import EvaluatedPlan, Evaluation, PairEvaluation, System, SystemName
from planalign.evaluate.scores import join, score
from planalign.model.sentence import english
from planalign.pipeline.comparing import compare
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.config import Settings
    from planalign.evaluate.baselines import Fitted
    from planalign.evaluate.record import DriftScores
    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan


class MarkedPair(NamedTuple):
    """One gold file with the marks of every system."""

    gold: str
    pair: str
    parent: EvaluatedPlan
    child: EvaluatedPlan
    marks: dict[SystemName, Marks]
    fitted: dict[SystemName, Fitted]
    drift: DriftScores | None = None


def evaluate_files(
    gold: Sequence[Path],
    corpora: Path | None,
    settings: Settings,
    *,
    parent: Path | None = None,
    child: Path | None = None,
) -> Evaluation:
    """Compare the documents of each gold file and score the result beside the baselines.

    `parent` and `child` are compared in place of the documents that the gold file names, for example the same plans in
    another format. Raises UsageError without a gold file, ReadError where a gold file or a document cannot be read.
    """
    if not gold:
        raise UsageError(english("no gold file given"), hint=english("planalign evaluate GOLD..."))
    if len(gold) > 1 and (parent or child):
        raise UsageError(
            english("documents were given for several gold files"),
            hint=english("give one gold file with --parent or --child"),
        )
    return report([_marked_file(path, Places(corpora, parent, child), settings) for path in gold])


def _marked_file(path: Path, places: Places, settings: Settings) -> MarkedPair:
    gold = read_gold_table(path) if path.suffix == ".tsv" else read_gold(path)
    parent, child = find_documents(gold, path, places)
    comparison = compare(load(parent, settings), load(child, settings), settings)
    return mark_pair(gold, comparison, str(path))


def mark_pair(gold: Gold, comparison: Comparison, name: str = "") -> MarkedPair:
    """Mark a comparison and the baselines on its two plans; `name` is the gold file as it was given."""
    matches = match(gold, comparison.parent, comparison.child)
    fitted = {
        system: fit(gold, matches, similarity(comparison.parent, comparison.child))
        for system, similarity in BASELINES.items()
    }
    marks = {system: mark(gold, matches, baseline.predict()) for system, baseline in fitted.items()}
    return MarkedPair(
        gold=name,
        pair=gold.pair,
        parent=_evaluated(comparison.parent),
        child=_evaluated(comparison.child),
        marks={SystemName.PLANALIGN: mark(gold, matches, comparison), **marks},
        fitted=fitted,
        drift=score_drift(gold, matches, comparison),
    )


def _evaluated(plan: Plan) -> EvaluatedPlan:
    return EvaluatedPlan(title=plan.masthead.title, file=plan.source.file, sha256=plan.source.sha256)


def report(pairs: Sequence[MarkedPair]) -> Evaluation:
    """Score marked pairs, each by itself and all together."""
    return Evaluation(
        generator=f"planalign {planalign.__version__}",
        rounds=ROUNDS,
        seed=SEED,
        pairs=tuple(_pair(pair) for pair in pairs),
        total=tuple(
            System(name=system, scores=score(join(pair.marks[system] for pair in pairs))) for system in SystemName
        ),
    )


def _pair(pair: MarkedPair) -> PairEvaluation:
    return PairEvaluation(
        gold=pair.gold,
        pair=pair.pair,
        parent=pair.parent,
        child=pair.child,
        systems=tuple(_system(name, marks, pair.fitted.get(name)) for name, marks in pair.marks.items()),
        drift=pair.drift,
    )


def _system(name: SystemName, marks: Marks, fitted: Fitted | None) -> System:
    scores = score(marks)
    if fitted is None:
        return System(name=name, scores=scores)
    thresholds = asdict(fitted.thresholds)
    best_dropped = fitted.best_dropped if scores.clauses else None
    return System(name=name, thresholds=thresholds, best_dropped=best_dropped, scores=scores)
