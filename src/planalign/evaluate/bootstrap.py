"""Bootstrap intervals: the gold items are drawn anew, with replacement, many times."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from planalign.evaluate.record import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 1000
SEED = 20260101

Row = tuple[int, ...]
"""What one gold item adds to each count."""


def column_sums(rows: Sequence[Row], width: int) -> Row:
    """Return the counts over all items; zeros where there are none."""
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * width


def intervals(
    rows: Sequence[Row],
    width: int,
    measure: Callable[[Row], Sequence[float]],
    rounds: int = ROUNDS,
    seed: int = SEED,
) -> list[Interval]:
    """Return the 95 % percentile interval of each value that `measure` derives from the counts."""
    # Every call starts from the same seed, so that two systems are judged on the same draws.
    random = Random(seed)  # noqa: S311 (statistics, no secret)
    draws = (random.choices(rows, k=len(rows)) if rows else () for _ in range(rounds))
    values = [measure(column_sums(draw, width)) for draw in draws]
    return [_interval(sorted(column)) for column in zip(*values, strict=True)]


def _interval(ordered: Sequence[float]) -> Interval:
    last = len(ordered) - 1
    return Interval(low=ordered[round(0.025 * last)], high=ordered[round(0.975 * last)])
