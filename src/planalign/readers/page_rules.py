"""What is drawn on a page besides text: outlines to ruling lines, for every carrier that draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.readers.page import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A filled shape thinner than this is a ruling line.
_THIN = 3.0
_STRAIGHT = 1.0
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """Ruling lines and images of a page."""

    found: list[Segment] = field(default_factory=list)
    image_share: float = 0.0
    blank: bool = True
    crowded: bool = False

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The ruling lines."""
        return tuple(self.found)


def rules(points: Sequence[Point], *, stroked: bool) -> Iterator[Segment]:
    """Give the ruling lines of one outline on the page as it is read: straight strokes, or a fill as thin as a line."""
    return _strokes(points) if stroked else _thin_fill(points)


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _strokes(points: Sequence[Point]) -> Iterator[Segment]:
    for (ax, ay), (bx, by) in pairwise(points):
        wide, high = abs(ax - bx), abs(ay - by)
        if min(wide, high) <= _STRAIGHT < max(wide, high):
            yield Segment(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _thin_fill(points: Sequence[Point]) -> Iterator[Segment]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if min(wide, high) < _THIN and max(wide, high) > _STRAIGHT:
        yield Segment(min(xs), min(ys), max(xs), max(ys))
