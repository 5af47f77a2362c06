"""The evaluation as a whole: the record, the total and the tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluate.plans import gold_plans, make_comparison, make_link, make_verdict
from tests.evaluate.test_baselines import GOLD

from planalign.config import Lang, Settings
from planalign.errors import ReadError, UsageError
from planalign.evaluate import Evaluation, evaluate_files, render_table
from planalign.evaluate.record import SystemName
from planalign.evaluate.run import mark_pair, report
from planalign.model.comparison import Status, Strength

PLANS = gold_plans(GOLD)
RIGHT = make_comparison(
    *PLANS,
    [make_link("t1", "t1", Strength.PRIMARY)],
    [make_verdict("t1.c1", Status.PARTIAL, "t1.c1"), make_verdict("t2.c1", Status.DROPPED)],
)


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """Return the evaluation of two pairs that are all right."""
    gold = GOLD.model_copy(update={"pair": "泵站[甲]"})
    return report([mark_pair(gold, RIGHT, "甲.json"), mark_pair(gold, RIGHT, "乙.json")])


def test_record_survives_a_round_trip(evaluation: Evaluation) -> None:
    """What is written as JSON is read back the same, with its schema name."""
    text = evaluation.model_dump_json()

    assert '"schema":"planalign/evaluation/1"' in text
    assert evaluation == Evaluation.model_validate_json(text)


def test_ours_stands_before_the_baselines(evaluation: Evaluation) -> None:
    """Each pair and the total hold the three systems in the same order."""
    names = [[system.name for system in pair.systems] for pair in evaluation.pairs]

    assert [list(SystemName)] * 3 == [*names, [system.name for system in evaluation.total]]


def test_baselines_state_their_thresholds(evaluation: Evaluation) -> None:
    """The thresholds that were chosen on the gold are part of the record."""
    assert [set(), {"primary", "secondary", "covered", "partial"}, {"primary", "secondary", "covered", "partial"}] == [
        set(system.thresholds) for system in evaluation.pairs[0].systems
    ]


def test_total_pools_the_pairs(evaluation: Evaluation) -> None:
    """Counts add up."""
    ours = evaluation.total[0].scores
    assert ours.clauses is not None

    assert (4, 2, 4) == (ours.tasks.tasks, ours.tasks.primary.right, ours.clauses.clauses)
    assert {"dropped->dropped": 2, "partial->partial": 2} == ours.clauses.confusion


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("width", [60, 80, 120])
def test_table_keeps_to_its_width(evaluation: Evaluation, width: int, lang: Lang) -> None:
    """No line is wider than asked for, counting Chinese characters twice; brackets in names are kept."""
    from rich.cells import cell_len

    page = render_table(evaluation, width, lang)

    assert max(cell_len(line) for line in page.splitlines()) <= width
    assert "泵站[甲]" in page


def test_table_says_what_it_shows(evaluation: Evaluation) -> None:
    """Scores, intervals, counts and the flattery of the baselines are in the text."""
    page = render_table(evaluation, 140, Lang.EN)

    assert "1.000 [0.00–1.00] (1/0/0)" in page
    assert "Total (2 pairs, counts pooled)" in page
    assert "flatters" in page


def test_gold_of_task_level_has_no_clause_scores() -> None:
    """Where the gold holds no clauses, clause scores are null and their rows are left out."""
    gold = GOLD.model_copy(update={"parent_clauses": ()})
    evaluation = report([mark_pair(gold, RIGHT)])

    assert [None, None, None] == [system.scores.clauses for system in evaluation.total]
    assert "macro" not in render_table(evaluation, 120, Lang.EN)


def test_calls_that_cannot_work_are_refused() -> None:
    """No gold file, a missing one, and one document for several gold files are errors with a message."""
    with pytest.raises(UsageError, match="no gold file given"):
        evaluate_files([], None, Settings())
    with pytest.raises(ReadError, match="no such gold file"):
        evaluate_files([Path("无.json")], None, Settings())
    with pytest.raises(UsageError, match="several gold files"):
        evaluate_files([Path("甲.json"), Path("乙.json")], None, Settings(), parent=Path("区.docx"))


def test_table_of_a_second_city_is_scored(gold: Path, corpora: Path) -> None:
    """Gold of task level finds its documents by their phrases, and its tasks by number and lead phrase."""
    result = evaluate_files([gold / "alignment-jiading2024-shanghai2024.tsv"], corpora, Settings())
    ours = result.pairs[0].systems[0].scores

    assert ours.tasks.not_found == ()
    assert ours.tasks.primary.value >= 0.9
