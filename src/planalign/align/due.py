"""Deadlines held against each other: which year one without a year is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.model.facts import Deadline

_NEXT = compiled(r"[明次]年|下一?年", signs="年")
_MONTH_DAY = 5
_LAST_DAY = "12-31"
_DAYS = 365


class Due(NamedTuple):
    """A last day, with what is known of its year."""

    year: str
    """The year that is printed; empty where none is."""
    ahead: int
    """How many years after the plan's own: 1 for 明年."""
    day: str
    """Month and day as MM-DD."""


def due(deadline: Deadline) -> Due | None:
    """Return the last day of a deadline; none for seasons and times allowed."""
    if deadline.due is None:
        return None
    return Due(
        deadline.due[: -_MONTH_DAY - 1], int(_NEXT.search(deadline.text) is not None), deadline.due[-_MONTH_DAY:]
    )


def in_order(upper: Due, lower: Due, years: tuple[int | None, int | None]) -> tuple[str, str] | None:
    """Return two days such that they can be compared; none where a year is missing.

    `years`: those of both plans, of which days without a year are. Where neither prints one, each is of the year of
    its own plan, even if the plans are of two years: what is yearly is due every year.
    """
    if not upper.year and not lower.year:
        return f"{upper.ahead}-{upper.day}", f"{lower.ahead}-{lower.day}"
    known = years[0] or years[1], years[1] or years[0]
    first, second = (_full(day, year) for day, year in zip((upper, lower), known, strict=True))
    return (first, second) if first and second else None


def is_year_end(deadline: Deadline, year: int | None) -> bool:
    """Say whether a deadline is the last day of the year that its plan is for, so that the plan says it itself."""
    day = due(deadline)
    if day is None or year is None or day.ahead or day.day != _LAST_DAY:
        return False
    return not day.year or int(day.year) == year


def day_of_year(deadline: Deadline, year: int | None) -> int | None:
    """Return about which day of a plan's year something is due, counted on into the years around it."""
    day = due(deadline)
    if day is None or (day.year and year is None):
        return None
    ahead = int(day.year) - (year or 0) if day.year else day.ahead
    month, date = day.day.split("-")
    return 30 * (int(month) - 1) + int(date) + _DAYS * ahead


def _full(day: Due, year: int | None) -> str:
    if day.year:
        return f"{day.year}-{day.day}"
    return f"{year + day.ahead}-{day.day}" if year else ""
