"""The end of a plan's year need not be repeated by a child for the same year."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of


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
