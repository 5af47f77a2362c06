"""Ratios from counts: never rounded to none or to all."""

from __future__ import annotations


def percent(part: int, whole: int) -> str:
    """Return a whole percentage; 0% and 100% only where exactly true, a dash where there is nothing to divide by."""
    points = percent_points(part, whole)
    return "—" if points is None else f"{points}%"


def percent_points(part: int, whole: int) -> int | None:
    """Return a whole percentage as a number; 0 and 100 only where exactly true, null where nothing divides it."""
    if not whole:
        return None
    if part in {0, whole}:
        return 100 * part // whole
    return min(99, max(1, round(100 * part / whole)))
