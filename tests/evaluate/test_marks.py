"""What each gold item contributes to the counts."""

from __future__ import annotations

import pytest
from tests.evaluate.plans import gold_plans, make_link, make_verdict, random_comparison

from planalign.evaluate.gold import Gold
from planalign.evaluate.marks import ClauseMark, Marks, Prediction, joint_status, mark
from planalign.evaluate.matching import match
from planalign.evaluate.scores import f1, join, score
from planalign.model.comparison import Relation, Status, Strength

GOLD = Gold.model_validate(
    {
        "child": "乡镇.txt",
        "parent": "区.txt",
        "child_tasks": [
            {
                "child": "一",
                "child_title": "修建泵站",
                "accepted_primary": ["一"],
                "links": [
                    {"parent": "一", "strength": "primary", "accepted_relations": ["narrower"]},
                    {"parent": "二", "strength": "disputed", "accepted_relations": ["overlaps"]},
                ],
            },
            {"child": "二", "child_title": "举办节庆", "accepted_primary": [None], "links": []},
        ],
        "parent_tasks": [{"parent": "一", "title": "建设雨水泵站"}, {"parent": "二", "title": "清理河道淤泥"}],
        "parent_clauses": [
            {
                "parent_clause": "一.1",
                "text": "新建雨水泵站三座。",
                "accepted_status": ["covered", "partial"],
                "child_clauses": ["一.1"],
            },
            {
                "parent_clause": "二.1",
                "text": "清理河道淤泥八万方。",
                "accepted_status": ["dropped"],
                "child_clauses": [],
            },
            {"parent_clause": "二.2", "text": "修订全市河道条例。", "accepted_status": ["not_applicable"]},
        ],
        "child_clause_texts": {"一.1": "新建雨水泵站一座。", "二.1": "举办龙舟比赛活动。"},
    }
)


def marks(prediction: Prediction) -> Marks:
    """Mark a prediction on plans that hold exactly the gold."""
    return mark(GOLD, match(GOLD, *gold_plans(GOLD)), prediction)


@pytest.mark.parametrize(
    ("links", "primary", "all_links"),
    [
        ([("t1", "t1")], [(1, 0, 0), (0, 0, 0)], [(1, 0, 0), (0, 0, 0)]),
        ([], [(0, 0, 1), (0, 0, 0)], [(0, 0, 1), (0, 0, 0)]),
        ([("t1", "t2")], [(0, 1, 1), (0, 0, 0)], [(1, 0, 1), (0, 0, 0)]),
        ([("t1", "t1"), ("t2", "t2")], [(1, 0, 0), (0, 1, 0)], [(1, 0, 0), (0, 1, 0)]),
        ([("t1", "t9")], [(0, 0, 1), (0, 0, 0)], [(0, 0, 1), (0, 0, 0)]),
    ],
    ids=["right", "none", "a disputed link as primary", "a local task linked", "a parent outside the gold"],
)
def test_links_are_counted(
    links: list[tuple[str, str]], primary: list[tuple[int, ...]], all_links: list[tuple[int, ...]]
) -> None:
    """Right, extra and missed follow from the accepted answers; disputed links are optional."""
    found = marks(Prediction([make_link(child, parent, Strength.PRIMARY) for child, parent in links], [])).tasks

    assert (primary, all_links) == ([task[0:3] for task in found], [task[3:6] for task in found])


def test_relations_are_judged_on_found_links_only() -> None:
    """A relation counts where the gold link was predicted."""
    links = [
        make_link("t1", "t1", Strength.PRIMARY, Relation.NARROWER),
        make_link("t1", "t2", Strength.SECONDARY, Relation.BROADER),
        make_link("t2", "t2", Strength.PRIMARY, Relation.OVERLAPS),
    ]
    scores = score(marks(Prediction(links, []))).tasks

    assert (1, 2, 0.5) == (scores.relations.right, scores.relations.total, scores.relations.value)


def test_clauses_are_marked_with_accepted_status_and_evidence() -> None:
    """Any accepted status is right; the first child clause is checked where the gold gives child clauses."""
    verdicts = [
        make_verdict("t1.c1", Status.PARTIAL, "t1.c1", "t2.c1"),
        make_verdict("t2.c1", Status.COVERED, "t2.c1"),
    ]

    assert (
        ClauseMark(Status.PARTIAL, Status.PARTIAL, 1, 1),
        ClauseMark(Status.DROPPED, Status.COVERED, 0, 0),
        ClauseMark(Status.NOT_APPLICABLE, None, 0, 0),
    ) == marks(Prediction([], verdicts)).clauses


def test_a_clause_that_is_not_applicable_costs_nothing() -> None:
    """Whatever is predicted on it, no F1 changes; elsewhere a predicted not applicable is a miss."""
    right = [make_verdict("t1.c1", Status.COVERED), make_verdict("t2.c1", Status.DROPPED)]
    extra = [*right, make_verdict("t2.c2", Status.COVERED)]
    scores = [score(marks(Prediction([], verdicts))).clauses for verdicts in (right, extra)]
    assert scores[0] is not None
    assert scores[1] is not None

    assert scores[0].by_status == scores[1].by_status
    assert [1.0, 0.0, 1.0] == [one.value for one in scores[1].by_status.values()]


@pytest.mark.parametrize(
    ("statuses", "joint"),
    [
        ([], None),
        ([Status.COVERED, Status.COVERED], Status.COVERED),
        ([Status.COVERED, Status.DROPPED], Status.PARTIAL),
        ([Status.NOT_APPLICABLE, Status.DROPPED], Status.DROPPED),
        ([Status.NOT_APPLICABLE, Status.NOT_APPLICABLE], Status.NOT_APPLICABLE),
    ],
)
def test_several_clauses_amount_to_one_status(statuses: list[Status], joint: Status | None) -> None:
    """They count by their common status, else as partial; not applicable ones are set aside."""
    assert joint is joint_status(statuses)


@pytest.mark.parametrize("seed", range(5))
def test_order_of_the_prediction_does_not_matter(seed: int) -> None:
    """Links and verdicts in reverse score the same."""
    found = random_comparison(*gold_plans(GOLD), seed)

    assert marks(Prediction(found.links, found.coverage)) == marks(
        Prediction(found.links[::-1], found.coverage[::-1]),
    )


def test_joined_marks_pool_the_counts() -> None:
    """The total is over the counts of all pairs, not the mean of their scores."""
    right = marks(Prediction([make_link("t1", "t1", Strength.PRIMARY)], []))
    wrong = marks(Prediction([make_link("t1", "t2", Strength.PRIMARY)], []))
    total = score(join([right, wrong])).tasks

    assert (4, f1(1, 1, 1)) == (total.tasks, total.primary.value)


def test_tasks_that_are_not_found_are_named() -> None:
    """A gold task without a parsed task is reported and counts as missed."""
    parent, child = gold_plans(GOLD)
    lost = child.model_copy(update={"tasks": child.tasks[1:]})
    found = mark(GOLD, match(GOLD, parent, lost), Prediction([], []))

    assert (("一",), (0, 0, 1)) == (found.not_found, found.tasks[0][0:3])
