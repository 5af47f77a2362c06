"""Ratios from counts: never rounded to none or to all."""

from __future__ import annotations


def percent(part: int, whole: int) -> str:
    """Return a whole percentage; 0% and 100% only where exactly true, a dash where there is nothing to divide by."""
    if not whole:
        return "—"
    if part in {0, whole}:
        return "0%" if part == 0 else "100%"
    return f"{min(99, max(1, round(100 * part / whole)))}%"
