"""What units measure."""

from __future__ import annotations

import pytest

from planalign.text.measures import measured, scale


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("PB", "TB", 1000),
        ("TB", "GB", 1000),
        ("自然日", "日", 1),
        ("场次", "场", 1),
        ("标箱", "标准箱", 1),
        ("批次", "个", 1),
    ],
)
def test_units_that_measure_the_same(one: str, other: str, factor: float) -> None:
    """Units of one measure are held against each other by their scale."""
    assert measured(one) == measured(other)
    assert scale(one) / scale(other) == factor
