"""Bootstrap intervals are the same on every run and hold the value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planalign.evaluate.bootstrap import column_sums, intervals
from planalign.evaluate.scores import f1

COUNTS = st.tuples(*[st.integers(0, 1)] * 3)


def measure(counts: tuple[int, ...]) -> list[float]:
    """Return the F1 of three counts."""
    return [f1(*counts)]


def test_same_input_gives_the_same_interval() -> None:
    """The seed is fixed."""
    rows = [(1, 0, 0)] * 20 + [(0, 1, 1)] * 5

    assert intervals(rows, 3, measure) == intervals(rows, 3, measure)


def test_interval_lies_about_the_value() -> None:
    """Twenty of twenty-five right gives 0.8, and an interval of plausible width about it."""
    rows = [(1, 0, 0)] * 20 + [(0, 1, 1)] * 5
    (interval,) = intervals(rows, 3, measure)

    assert 0.6 <= interval.low <= 0.7
    assert 0.9 <= interval.high <= 1.0


def test_certain_value_has_no_width() -> None:
    """Where every item is right, every draw is right."""
    (interval,) = intervals([(1, 0, 0)] * 9, 3, measure)

    assert (1.0, 1.0) == (interval.low, interval.high)


def test_no_items_give_zero() -> None:
    """An empty gold gives counts of zero and no error."""
    assert (0, 0, 0) == column_sums([], 3)
    assert [0.0] == [interval.high for interval in intervals([], 3, measure)]


@given(st.lists(COUNTS, min_size=1, max_size=20))
def test_interval_is_ordered(rows: list[tuple[int, ...]]) -> None:
    """The lower end is never above the upper end, and both are an F1."""
    (interval,) = intervals(rows, 3, measure, rounds=50)

    assert 0.0 <= interval.low <= interval.high <= 1.0
