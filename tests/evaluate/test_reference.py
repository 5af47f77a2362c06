"""The scores are those of the reference scorer that lies beside the real gold, to the digit."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest
from tests.evaluate.plans import gold_plans, make_comparison, random_comparison

from planalign.evaluate.baselines import predict_coverage, predict_links
from planalign.evaluate.documents import Places, find_documents
from planalign.evaluate.gold import Gold, read_gold
from planalign.evaluate.marks import mark
from planalign.evaluate.matching import match
from planalign.evaluate.scores import score
from planalign.evaluate.similarity import tfidf_cosine
from planalign.pipeline.comparing import compare
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison

PAIRS = ("alignment-nanping2025-wulong2025.json", "alignment-wulong-bureau2024-chongqing2024.json")


def reference(gold_folder: Path, pair: str, comparison: Comparison, folder: Path) -> dict[str, Any]:
    """Return what the reference scorer prints."""
    spec = spec_from_file_location("reference_scorer", gold_folder / "score.py")
    if spec is None or spec.loader is None:
        pytest.skip("the gold folder holds no score.py")
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    path = folder / "comparison.json"
    path.write_text(comparison.model_dump_json(), encoding="utf-8")
    scores: dict[str, Any] = scorer.main(gold_folder / pair, path)
    return scores


def ours(gold: Gold, comparison: Comparison) -> dict[str, Any]:
    """Return our scores under the names of the reference scorer."""
    scores = score(mark(gold, match(gold, comparison.parent, comparison.child), comparison))
    assert scores.clauses is not None
    return {
        "gold_tasks_not_found": list(scores.tasks.not_found),
        "primary_f1": scores.tasks.primary.value,
        "links_f1": scores.tasks.links.value,
        "relation_acc": scores.tasks.relations.value,
        "clause_f1": {str(status): f1.value for status, f1 in scores.clauses.by_status.items()},
        "clause_macro_f1": scores.clauses.macro.value,
        "clauses_not_found": scores.clauses.not_found,
        "evidence_top1": scores.clauses.evidence.value,
        "confusion": scores.clauses.confusion,
    }


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", range(5))
def test_random_predictions_score_as_in_the_reference(gold: Path, tmp_path: Path, pair: str, seed: int) -> None:
    """Whatever is predicted, every number is that of the reference scorer."""
    answers = read_gold(gold / pair)
    comparison = random_comparison(*gold_plans(answers), seed)

    assert reference(gold, pair, comparison, tmp_path) == ours(answers, comparison)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pair", PAIRS)
def test_real_comparisons_score_as_in_the_reference(gold: Path, corpora: Path, tmp_path: Path, pair: str) -> None:
    """What our aligner makes of the real documents scores as the reference scorer says."""
    answers = read_gold(gold / pair)
    parent, child = find_documents(answers, gold / pair, Places(corpora))
    comparison = compare(load(parent), load(child))

    assert reference(gold, pair, comparison, tmp_path) == ours(answers, comparison)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pair", PAIRS)
def test_baselines_score_as_in_the_reference(gold: Path, corpora: Path, tmp_path: Path, pair: str) -> None:
    """A baseline on the parsed documents is a prediction like any other."""
    answers = read_gold(gold / pair)
    parent, child = map(load, find_documents(answers, gold / pair, Places(corpora)))
    similarity = tfidf_cosine(parent, child)
    links, coverage = predict_links(similarity, 0.1, 0.2), predict_coverage(similarity, 0.4, 0.2)
    comparison = make_comparison(parent, child, links, coverage)

    assert reference(gold, pair, comparison, tmp_path) == ours(answers, comparison)
