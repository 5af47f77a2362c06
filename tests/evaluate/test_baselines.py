"""The baselines are plain, deterministic and fitted to the gold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from tests.evaluate.plans import gold_plans, make_plan

from planalign.evaluate.baselines import BASELINES, fit, predict_coverage, predict_links
from planalign.evaluate.gold import Gold
from planalign.evaluate.marks import mark
from planalign.evaluate.matching import match
from planalign.evaluate.scores import score
from planalign.evaluate.similarity import tfidf_cosine, tfidf_vectors, title_ratio
from planalign.model.comparison import Status, Strength

if TYPE_CHECKING:
    from planalign.evaluate.record import SystemName

PARENT = make_plan(["建设雨水泵站", "清理河道淤泥"], [(0, "新建雨水泵站三座。"), (1, "清理河道淤泥八万方。")])
CHILD = make_plan(["建设雨水泵站", "举办龙舟赛"], [(0, "新建雨水泵站一座。"), (1, "举办龙舟比赛。")])
GOLD = Gold.model_validate(
    {
        "child": "",
        "parent": "",
        "child_tasks": [
            {
                "child": "一",
                "child_title": "建设雨水泵站",
                "accepted_primary": ["一"],
                "links": [{"parent": "一", "strength": "primary"}],
            },
            {"child": "二", "child_title": "举办龙舟赛", "accepted_primary": [None]},
        ],
        "parent_tasks": [{"parent": "一", "title": "建设雨水泵站"}, {"parent": "二", "title": "清理河道淤泥"}],
        "parent_clauses": [
            {
                "parent_clause": "一.1",
                "text": "新建雨水泵站三座。",
                "accepted_status": ["partial"],
                "child_clauses": ["一.1"],
            },
            {"parent_clause": "二.1", "text": "清理河道淤泥八万方。", "accepted_status": ["dropped"]},
        ],
        "child_clause_texts": {"一.1": "新建雨水泵站一座。", "二.1": "举办龙舟比赛。"},
    }
)


@pytest.mark.parametrize("system", list(BASELINES))
def test_equal_texts_are_alike_and_strange_ones_are_not(system: SystemName) -> None:
    """A plan against itself gives 1 for each task; texts without a common character give 0."""
    same = BASELINES[system](PARENT, PARENT)
    strange = BASELINES[system](PARENT, make_plan(["体育"], [(0, "举办比赛")]))

    assert [pytest.approx(1.0)] * 2 == [same.tasks[task][task] for task in ("t1", "t2")]
    assert [0.0, 0.0] == [nearest.score for nearest in strange.clauses]


def test_empty_texts_are_not_alike() -> None:
    """Two empty texts, which rapidfuzz holds for equal, share nothing here."""
    empty = make_plan([""], [(0, "")])

    assert 0.0 == title_ratio(empty, empty).tasks["t1"]["t1"]
    assert 0.0 == tfidf_cosine(empty, empty).tasks["t1"]["t1"]


def test_vectors_have_length_one_and_rare_pairs_weigh_more() -> None:
    """Smoothed IDF, as in common toolkits: ln((1 + n) / (1 + df)) + 1."""
    vectors = tfidf_vectors(["泵站建设", "泵站改造"])
    rare, common = math.log(3 / 2) + 1, 1.0

    assert pytest.approx(1.0) == math.hypot(*vectors[0].values())
    assert pytest.approx(rare / common) == vectors[0]["建设"] / vectors[0]["泵站"]


def test_links_have_one_primary_and_further_secondary_parents() -> None:
    """The most similar parent is primary; the others need the second threshold."""
    similarity = title_ratio(PARENT, CHILD)

    assert [("t1", "t1", Strength.PRIMARY)] == [
        (link.child_task, link.parent_task, link.strength) for link in predict_links(similarity, 0.5, 1.0)
    ]
    assert 4 == len(predict_links(similarity, 0.0, 0.0))


def test_status_follows_the_thresholds() -> None:
    """Covered from the upper one, partial from the lower one, else dropped and without evidence."""
    coverage = predict_coverage(title_ratio(PARENT, CHILD), 0.95, 0.5)

    assert [Status.PARTIAL, Status.DROPPED] == [verdict.status for verdict in coverage]
    assert [("t1.c1",), ()] == [verdict.child_clauses for verdict in coverage]


@pytest.mark.parametrize("system", list(BASELINES))
def test_fitted_thresholds_give_the_best_score(system: SystemName) -> None:
    """On a gold that the similarity can tell apart the fitted baseline makes no mistake."""
    parent, child = gold_plans(GOLD)
    matches = match(GOLD, parent, child)
    fitted = fit(GOLD, matches, BASELINES[system](parent, child))
    scores = score(mark(GOLD, matches, fitted.predict()))
    assert scores.clauses is not None

    assert (1.0, 1.0) == (scores.tasks.primary.value, scores.tasks.links.value)
    assert [0.0, 1.0, 1.0] == [one.value for one in scores.clauses.by_status.values()]
    assert fitted.best_dropped == 1.0
