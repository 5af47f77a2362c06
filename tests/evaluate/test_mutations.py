"""Children made by known changes, and what the benchmark counts."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.evaluate.plans import make_comparison, make_plan, make_verdict

from planalign import load
from planalign.config import Lang, Settings
from planalign.evaluate.lowering import lowered
from planalign.evaluate.mutant import COVERED
from planalign.evaluate.mutation_record import MutationReport
from planalign.evaluate.mutation_run import SHARES, Case, cases, judge, run_case
from planalign.evaluate.mutation_table import KINDS, percent, render_mutations
from planalign.evaluate.mutations import MUTATIONS, MutationKind, mutate
from planalign.model.comparison import Status
from planalign.model.plan import Level, Masthead

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.evaluate.mutant import Mutant
    from planalign.model.plan import Plan

PLAN = make_plan(
    ["建设雨水泵站", "清理河道淤泥", "加强值班值守"],
    [
        (0, "新建雨水泵站3座，完善泵站运行制度。"),
        (0, "开展泵站、闸门、管网巡查检修。"),
        (1, "清理河道淤泥8万立方米，公布河道水质监测结果。"),
        (1, "推进河岸植被保护和修复。"),
        (2, "严格落实领导带班制度，建立应急物资储备台账。"),
    ],
)


def _made(kind: MutationKind, share: float = 0.4, seed: int = 1) -> Mutant:
    return mutate(PLAN, kind, share, Random(seed))  # noqa: S311 (test input)


def _texts(plan: Plan) -> dict[str, str]:
    return {clause.id: clause.text for task in plan.tasks for clause in task.clauses}


def test_every_kind_has_a_mutation() -> None:
    """No kind is forgotten."""
    assert list(MutationKind) == list(MUTATIONS)


@pytest.mark.parametrize("kind", list(MutationKind))
def test_untouched_clauses_stay_as_they_are(kind: MutationKind) -> None:
    """Whatever is not touched stands in the child word for word, and the same seed makes the same child."""
    mutant = _made(kind)
    child = _texts(mutant.child)

    assert mutant == _made(kind)
    assert mutant.touched
    assert {} == {
        key: text for key, text in _texts(PLAN).items() if key not in mutant.touched and child.get(key) != text
    }


def test_dropped_tasks_are_gone() -> None:
    """All clauses of a dropped task are lost, and so is the task."""
    mutant = _made(MutationKind.DROP_TASK)

    assert 2 == len(mutant.child.tasks)
    assert mutant.lost_tasks == {task.id for task in PLAN.tasks} - {task.id for task in mutant.child.tasks}
    assert set(_texts(PLAN)) - set(mutant.touched) == set(_texts(mutant.child))


def test_dropped_clauses_leave_their_tasks() -> None:
    """However many clauses are dropped, every task keeps one."""
    mutant = _made(MutationKind.DROP_CLAUSE, share=1.0)

    assert [1, 1, 1] == [len(task.clauses) for task in mutant.child.tasks]
    assert 2 == len(mutant.touched)


def test_what_another_clause_says_too_is_not_lost() -> None:
    """A dropped clause with a twin elsewhere is neither touched nor untouched."""
    plan = make_plan(["甲", "乙"], [(0, "新建雨水泵站3座。"), (1, "推进河岸植被修复。"), (1, "新建雨水泵站3座。")])
    mutants = [mutate(plan, MutationKind.DROP_CLAUSE, 1.0, Random(seed)) for seed in range(9)]  # noqa: S311 (test input)

    assert {frozenset({"t2.c2"}), frozenset()} == {mutant.left_out for mutant in mutants}
    assert all("t2.c2" not in mutant.touched for mutant in mutants)


def test_reordered_plan_holds_the_same() -> None:
    """The same clauses in another order; all must be covered."""
    mutant = _made(MutationKind.REORDER)

    assert list(_texts(PLAN)) != list(_texts(mutant.child))
    assert sorted(_texts(PLAN)) == sorted(_texts(mutant.child)) == sorted(mutant.touched)


def test_merged_and_split_tasks_lose_nothing() -> None:
    """Merging makes one task less, splitting one more, with the same clauses in the same order."""
    merged, split = _made(MutationKind.MERGE), _made(MutationKind.SPLIT)

    assert (2, 4) == (len(merged.child.tasks), len(split.child.tasks))
    assert _texts(PLAN) == _texts(merged.child) == _texts(split.child)


def test_lowered_plan_speaks_of_the_level_below() -> None:
    """Level words, organs and the own name change; nothing else does."""
    masthead = Masthead(title="计划", level=Level.CITY, place="江城市")
    text = "市应急局牵头，江城市各区县建立市级台账，全市城市管理办法不变。"
    plan = make_plan(["城市安全"], [(0, text)]).model_copy(update={"masthead": masthead})

    child = lowered(plan)
    assert {"t1.c1": "区应急局牵头，新河区各镇街建立区级台账，全区城市管理办法不变。"} == _texts(child)
    assert (Level.DISTRICT, "江城市新河区") == (child.masthead.level, child.masthead.place)


def test_verdicts_are_counted_against_the_truth() -> None:
    """Right, noticed, named and false alarms, each by itself; every wrong verdict is listed."""
    mutant = _made(MutationKind.DROP_CLAUSE, share=1.0)
    lost, other = mutant.touched
    verdicts = {lost: Status.DROPPED, other: Status.PARTIAL, "t3.c1": Status.PARTIAL}
    coverage = [make_verdict(key, verdicts.get(key, Status.COVERED)) for key in _texts(PLAN)]
    comparison = make_comparison(PLAN, mutant.child, [], coverage)

    outcome = judge(mutant, comparison, Case(0, MutationKind.DROP_CLAUSE, 1.0, lowered=False))
    counts = outcome.score.counts
    assert (2, 1, 2, 0) == (counts.touched, counts.right, counts.noticed, counts.named)
    assert (3, 1, 0) == (counts.untouched, counts.false_alarms, counts.doubtful_alarms)
    assert {other: (Status.DROPPED, Status.NOT_APPLICABLE), "t3.c1": tuple(COVERED)} == {
        miss.parent_clause: miss.expected for miss in outcome.misses
    }


def test_cases_do_not_lower_the_lowest_level() -> None:
    """A plan without a level below is only copied."""
    assert {False} == {case.lowered for case in cases([PLAN])}
    assert len(cases([PLAN])) == (len(MutationKind) - 1) * len(SHARES) + 1


def test_real_comparison_finds_a_dropped_task(jiangcheng: Path) -> None:
    """Through the whole comparison: a dropped task of our own city plan is noticed, and nothing else is reported."""
    plan = load(jiangcheng / "city-2024.txt")

    counts = run_case(plan, Case(0, MutationKind.DROP_TASK, 0.1, lowered=True), Settings()).score.counts
    assert counts.touched > 0
    assert (counts.touched, 0) == (counts.noticed, counts.false_alarms)


def test_table_says_percent_only_where_it_is_true() -> None:
    """0 % and 100 % are kept for none and all."""
    assert ["", "0 %", "100 %", "99.9 %", "0.1 %", "50.0 %"] == [
        percent(*counts) for counts in ((0, 0), (0, 9), (9, 9), (9999, 10000), (1, 10000), (1, 2))
    ]


@pytest.mark.parametrize("lang", list(Lang))
def test_table_has_a_line_for_every_kind(lang: Lang) -> None:
    """The report is read back the same and shows every kind."""
    case = Case(0, MutationKind.DROP_CLAUSE, 1.0, lowered=False)
    mutant = _made(MutationKind.DROP_CLAUSE)
    coverage = [make_verdict(key, Status.COVERED) for key in _texts(PLAN)]
    score = judge(mutant, make_comparison(PLAN, mutant.child, [], coverage), case).score
    total = dict.fromkeys(MutationKind, score.counts)
    report = MutationReport(generator="test", seed=1, plans=(), total=total, children=(score,), misses=())

    assert report == MutationReport.model_validate_json(report.model_dump_json())
    printed = render_mutations(report, 100, lang)
    assert [] == [name for kind in MutationKind if (name := KINDS[kind].of(lang)) not in printed]
