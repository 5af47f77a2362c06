"""Gold tasks and clauses are found in the parsed plans by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.plans import make_plan

from planalign.evaluate.matching import find_task, grams, is_same_clause, printed_number
from planalign.model.plan import Clause, Plan, Section


def nested_plan() -> Plan:
    """Return a plan with sections 二、（一） and 二、（二）, each with an item 1."""
    plan = make_plan(["建设泵站", "建设泵站管理队伍"], [(0, "建设泵站。"), (1, "建设队伍。")])
    sections = (
        Section(id="s1", number="二", title="重点任务"),
        Section(id="s2", number="一", title="设施", parent="s1"),
        Section(id="s3", number="二", title="队伍", parent="s1"),
    )
    tasks = (
        plan.tasks[0].model_copy(update={"section": "s2", "number": "1"}),
        plan.tasks[1].model_copy(update={"section": "s3", "number": "1"}),
    )
    return plan.model_copy(update={"sections": sections, "tasks": tasks})


@pytest.mark.parametrize(
    ("title", "task"),
    [
        ("建设泵站", "t1"),
        ("建设 泵站。", "t1"),
        ("泵站管理队伍", "t2"),
        ("关于建设泵站管理队伍的工作", "t1"),
        ("整治河道", None),
        ("", None),
    ],
)
def test_task_is_found_by_title(title: str, task: str | None) -> None:
    """An equal title wins, then the first that holds the other; signs and spaces do not matter."""
    assert task == find_task(nested_plan(), title)


def test_printed_number_runs_from_section_to_item() -> None:
    """The printed number is made of all section numbers and the item number."""
    plan = nested_plan()

    assert ["二一1", "二二1"] == [printed_number(plan, task) for task in plan.tasks]


@pytest.mark.parametrize(
    ("title", "item", "task"),
    [
        ("建设", "二(二)1", "t2"),
        ("整治河道", "二(一)1", "t1"),
        ("建设泵站", "九(九)9", "t1"),
        ("河道", "九(九)9", None),
    ],
)
def test_item_number_helps_where_titles_do_not_decide(title: str, item: str, task: str | None) -> None:
    """The number chooses among several titles, stands in for a missing one, and never overrules a title."""
    assert task == find_task(nested_plan(), title, item)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("新建雨水泵站三座，改造管网。", "新建雨水泵站三座,改造管网。", True),
        ("新建泵站三座。", "今年新建泵站。另行安排资金。", False),
        ("新建雨水泵站三座", "今年新建雨水泵站三座。另行安排资金。", True),
        ("整治河道。", "新建泵站。", False),
        ("泵站", "泵站", True),
        ("", "", True),
    ],
)
def test_clauses_are_the_same_by_shared_grams(one: str, other: str, same: bool) -> None:
    """Two clauses are the same where seven tenths of the 4-grams of the shorter are shared."""
    assert same is is_same_clause(grams(one), grams(other))


@given(st.text(max_size=30), st.text(max_size=30))
def test_matching_is_symmetric_and_never_raises(one: str, other: str) -> None:
    """The order of the two texts does not matter, and any text will do."""
    assert is_same_clause(grams(one), grams(other)) is is_same_clause(grams(other), grams(one))


def test_section_cycle_ends() -> None:
    """A plan whose sections point at each other is numbered all the same."""
    plan = make_plan(["建设泵站"], [(0, "建设泵站。")])
    sections = (
        Section(id="s1", number="一", title="甲", parent="s2"),
        Section(id="s2", number="二", title="乙", parent="s1"),
    )
    task = plan.tasks[0].model_copy(update={"section": "s1", "clauses": (Clause(id="t1.c1", text="建设泵站。"),)})

    assert printed_number(plan.model_copy(update={"sections": sections}), task).endswith("一1")
