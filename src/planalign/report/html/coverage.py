"""The coverage of clauses: its shares with numerator and denominator, and a bar of the statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import Status
from planalign.report.labels import STATUS
from planalign.report.ratios import percent

if TYPE_CHECKING:
    from planalign.model.comparison import Summary
    from planalign.model.wording import Lang

WIDTH = 1000
"""Width of the bar, in units of the drawing."""


class Share(NamedTuple):
    """One way to count the coverage."""

    name: str
    """Name of its words."""
    rate: str
    part: int
    whole: int


class Segment(NamedTuple):
    """The clauses of one status."""

    status: str
    name: str
    number: int
    x: float
    width: float


def shares(summary: Summary) -> list[Share]:
    """Return the coverage as it stands, with what waivers accept, and as people have confirmed."""
    whole = summary.applicable
    counts = {
        "strict": summary.covered,
        "with_waivers": summary.covered + summary.waived_clauses,
        "confirmed": summary.confirmed,
    }
    return [Share(name, percent(part, whole), part, whole) for name, part in counts.items()]


def status_bar(summary: Summary, lang: Lang) -> list[Segment]:
    """Return the statuses that occur, side by side."""
    total, x, segments = sum(summary.clauses.values()), 0.0, []
    for status in Status:
        count = summary.clauses.get(status, 0)
        if count:
            width = WIDTH * count / total
            segments.append(Segment(status.value, STATUS[status].of(lang), count, round(x, 1), round(width, 1)))
            x += width
    return segments
