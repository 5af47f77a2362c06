"""A page of characters and ruling lines, whatever carrier it came from (PDF now; OFD and OCR fit the same record)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the upper left corner of the page as it is read."""


class Char(NamedTuple):
    """One character with its place; white space typed by the author is a character too."""

    text: str
    x0: float
    x1: float
    base: float
    """Distance of the baseline from the top of the page."""
    size: float
    """Size of the font."""
    score: float | None = None
    """Confidence with which it was recognised on a picture, 0–1; None where it was set in type."""

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the glyph, by which a character belongs to a cell."""
        return ((self.x0 + self.x1) / 2, self.base - 0.35 * self.size)


class Segment(NamedTuple):
    """One horizontal or vertical ruling line."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, turned so that its text stands upright."""

    number: int
    """From 1."""
    width: float
    height: float
    chars: tuple[Char, ...] = ()
    segments: tuple[Segment, ...] = ()
    turned: tuple[Char, ...] = ()
    """Characters at a right angle to the rest: text set downwards in a narrow cell, notes along the binding edge."""
    stray: str = ""
    """Text that stands askew: watermarks."""
    image_share: float = 0.0
    """Share of the page that its largest image covers, 0–1."""
    blank: bool = False
    """Whether nothing at all is drawn on the page."""
    crowded: bool = False
    """Whether there were too many drawn objects to look for ruling lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, in reading order, without a wide gap between them."""

    page: int
    text: str
    box: Box
    base: float
    size: float
    """The size in which most of its characters are set."""
    head: float
    """Width of what may not be parted at its start: a word or character with the punctuation that sticks to it."""
    length: int
    """Number of characters, typed spaces included."""
    score: float | None = None
    """Mean confidence with which its characters were recognised on a picture; None where they were set in type."""

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.box[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.box[2]

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.box[2] - self.box[0]


def confidence(lines: Sequence[Line]) -> float | None:
    """Return the confidence of the line that was recognised with the least; None where all were set in type."""
    return min((line.score for line in lines if line.score is not None), default=None)


def union(boxes: list[Box]) -> Box:
    """Return the smallest box around some boxes."""
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
