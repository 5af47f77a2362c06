"""Curves over the verdicts of held-out pairs: reliability, risk against coverage, reading effort."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coverage_study import confidence, is_right

from planalign.model.comparison import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coverage_study import Reading

Curve = list[tuple[float, float]]
BINS = 10
LEAST_IN_BIN = 5
CATCH = 0.95
SEVERITY = {Status.COVERED: 0.0, Status.PARTIAL: 0.5, Status.DROPPED: 1.0}
"""How much it costs to overlook a clause of this status."""


def reliability(readings: Sequence[Reading]) -> Curve:
    """Return mean confidence and share right of each tenth of the scale; tenths with fewer than 5 clauses left out."""
    bins: list[list[Reading]] = [[] for _ in range(BINS)]
    for reading in readings:
        bins[min(BINS - 1, int(confidence(reading) * BINS))].append(reading)
    return [_mean_point(group) for group in bins if len(group) >= LEAST_IN_BIN]


def _mean_point(group: Sequence[Reading]) -> tuple[float, float]:
    return (
        math.fsum(confidence(reading) for reading in group) / len(group),
        sum(is_right(reading) for reading in group) / len(group),
    )


def calibration_error(readings: Sequence[Reading]) -> float:
    """Return the expected calibration error: the mean gap between confidence and share right, weighted by clauses."""
    bins: list[list[Reading]] = [[] for _ in range(BINS)]
    for reading in readings:
        bins[min(BINS - 1, int(confidence(reading) * BINS))].append(reading)
    gaps = (abs(said - right) * len(group) for group in bins if group for said, right in [_mean_point(group)])
    return math.fsum(gaps) / len(readings)


def risk(readings: Sequence[Reading]) -> Curve:
    """Return share of clauses decided, the surest first, and share of these that is wrong."""
    ordered = sorted(readings, key=margin, reverse=True)
    wrong, curve = 0, []
    for number, reading in enumerate(ordered, 1):
        wrong += not is_right(reading)
        curve.append((number / len(ordered), wrong / number))
    return curve


def margin(reading: Reading) -> float:
    """Return by how much the likeliest status leads the next one."""
    first, second, *_ = sorted(reading.chances.values(), reverse=True)
    return first - second


def severity(reading: Reading) -> float:
    """Return doubt × severity: what it is expected to cost to leave the clause unread."""
    return math.fsum(SEVERITY[status] * chance for status, chance in reading.chances.items())


def chance_of_drop(reading: Reading) -> float:
    """Return how likely the clause is dropped."""
    return reading.chances[Status.DROPPED]


def unlikeness(reading: Reading) -> float:
    """Return how little of the clause its most similar child clause holds."""
    return 1 - reading.likeness


def effort(readings: Sequence[Reading], order: Callable[[Reading], float]) -> Curve:
    """Return share of clauses read, those first for which `order` is highest, and share of the drops found."""
    ordered = sorted(readings, key=order, reverse=True)
    drops = sum(reading.mark.gold is Status.DROPPED for reading in readings)
    found, curve = 0, [(0.0, 0.0)]
    for number, reading in enumerate(ordered, 1):
        found += reading.mark.gold is Status.DROPPED
        curve.append((number / len(ordered), found / drops if drops else 1.0))
    return curve


def needed(curve: Curve, catch: float = CATCH) -> float:
    """Return the share of clauses to read until this share of the drops is found."""
    return next(read for read, found in curve if found >= catch)


ORDERS: dict[str, Callable[[Reading], float]] = {
    "doubt × severity": severity,
    "chance of being dropped": chance_of_drop,
    "unlikeness to the nearest child clause": unlikeness,
}
"""In which order a reviewer may read, the highest value first."""
