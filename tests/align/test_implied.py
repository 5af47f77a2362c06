"""The end of a plan's year need not be repeated by a child for the same year."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, plan_of

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.plan import Level, Plan
from planalign.parse.clause import with_term


@pytest.mark.parametrize(
    ("parent", "year", "expected"),
    [
        ("年内招募护理志愿者200名。", 2025, "same"),
        ("到2025年底，招募护理志愿者200名。", 2025, "same"),
        ("2026年底前招募护理志愿者200名。", 2025, "missing_in_child"),
        ("6月底前招募护理志愿者200名。", 2025, "missing_in_child"),
        ("年内招募护理志愿者200名。", 2026, "missing_in_child"),
    ],
)
def test_year_of_the_plan(parent: str, year: int, expected: str) -> None:
    """What is due by the end of the year is due in the child's year without a word; any other day is lost."""
    (deadline, _) = drift_of(parent, "招募护理志愿者200名。", years=(2025, year))
    assert (expected, None) == (deadline.drift.value, deadline.child_value)


def test_matter_that_the_child_leaves_out() -> None:
    """A deadline is not the child's where nothing that is due by then is."""
    found = drift_of("年内招募护理志愿者200名。", "提升护理服务水平。")
    assert "missing_in_child" == found[0].drift.value


@pytest.mark.parametrize(("due", "expected"), [("2025年12月底", []), ("2025年6月底", ["missing_in_child"])])
def test_time_of_a_task(due: str, expected: list[str]) -> None:
    """A note that gives a task until the end of the plan's year says what the plan says; any other day is lost."""
    upper, lower = (plan_of(level, ("护理服务", ["招募护理志愿者。"])) for level in (Level.CITY, Level.DISTRICT))
    (task,) = upper.tasks
    timed = task.model_copy(update={"clauses": (with_term(task.clauses[0], f"完成时限：{due}"),)})
    found = align(upper.model_copy(update={"tasks": (timed,)}), lower, AlignSettings()).drift
    assert expected == [drift.drift.value for drift in found]


def test_plans_for_several_years() -> None:
    """The first year's end of a plan for three years is not the end of the plan."""
    upper = plan_of(Level.CITY, ("护理服务", ["年内招募护理志愿者200名。"]))
    lower = plan_of(Level.DISTRICT, ("护理服务", ["招募护理志愿者200名。"]))
    upper, lower = (_named(plan, "护理服务三年行动方案") for plan in (upper, lower))
    found = align(upper, lower, AlignSettings()).drift
    assert "missing_in_child" == found[0].drift.value


def _named(plan: Plan, title: str) -> Plan:
    return plan.model_copy(update={"masthead": plan.masthead.model_copy(update={"title": title})})
