"""Titles tell for which years a plan is."""

from __future__ import annotations

import pytest

from planalign.text.years import is_for_one_year, last_year


@pytest.mark.parametrize(
    ("title", "last", "one"),
    [
        ("2025年全市卫生健康工作要点", 2025, True),
        ("卫生健康三年行动方案（2025—2027年）", 2027, False),
        ("2025年-2027年校园改造计划", 2027, False),
        ("校园改造三年行动方案", 2025, False),
        ("校园改造三年专项整治方案", 2025, False),
        ("校园改造规划（2025-2030）", 2030, False),
        ("2025、2026年校园改造计划", 2026, False),
        ("2025年三年级学生体检计划", 2025, True),
        ("“十五五”教育发展规划", 2025, False),
    ],
)
def test_years_of_a_title(title: str, last: int, one: bool) -> None:
    """A range of years names the last one; several years may also be told in words."""
    assert (last, one) == (last_year(title, 2025), is_for_one_year(title))
