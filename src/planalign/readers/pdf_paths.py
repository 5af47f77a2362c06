"""What is drawn on a page besides text: ruling lines and images."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from planalign.readers.page import Box, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits

# A filled shape thinner than this is a ruling line.
_THIN = 3.0
_STRAIGHT = 1.0
_MAX_DEPTH = 5
_OBJECTS_PER_EDGE = 20
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """The way from PDF space (origin below, perhaps turned) to the page as it is read (origin above)."""

    frame: Box
    """Left, bottom, right, top of the visible part, in PDF space."""
    angle: int
    """Degrees clockwise: 0, 90, 180 or 270."""

    @property
    def width(self) -> float:
        """Width of the page as it is read."""
        x0, y0, x1, y1 = self.frame
        return y1 - y0 if self.angle % 180 else x1 - x0

    @property
    def height(self) -> float:
        """Height of the page as it is read."""
        x0, y0, x1, y1 = self.frame
        return x1 - x0 if self.angle % 180 else y1 - y0

    def point(self, x: float, y: float) -> _Point:
        """Return a point of PDF space on the page as it is read."""
        x0, y0, x1, y1 = self.frame
        if self.angle == 90:
            return (y - y0, x - x0)
        if self.angle == 180:
            return (x1 - x, y - y0)
        if self.angle == 270:
            return (y1 - y, x1 - x)
        return (x - x0, y1 - y)

    def box(self, box: Box) -> Box:
        """Return left, top, right, bottom of a box of PDF space."""
        (ax, ay), (bx, by) = self.point(box[0], box[1]), self.point(box[2], box[3])
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


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


def drawn(page: Any, turn: Turn, limits: Limits) -> Drawn:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the ruling lines of a page and how much of it an image covers."""
    result = Drawn()
    budget = limits.max_edges * _OBJECTS_PER_EDGE
    area = max(turn.width * turn.height, 1.0)
    for count, (item, kind, matrix) in enumerate(_objects(page.raw, _IDENTITY, 0)):
        result.blank = False
        if count > budget:
            result.crowded = True
            break
        if kind == raw.FPDF_PAGEOBJ_PATH:
            result.found.extend(_segments(item, matrix, turn))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            x0, top, x1, bottom = turn.box(_bounds(item, matrix))
            result.image_share = max(result.image_share, min((x1 - x0) * (bottom - top) / area, 1.0))
    return result


def _objects(holder: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:  # noqa: ANN401
    """Give the objects of a page, those inside forms included, with the matrix to page space."""
    count, get = (
        (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
        if depth
        else (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
    )
    for index in range(count(holder)):
        item = get(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield item, kind, matrix
        elif depth < _MAX_DEPTH:
            yield from _objects(item, _product(_matrix(item), matrix), depth + 1)


def _matrix(item: Any) -> _Matrix:  # noqa: ANN401
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _apply(matrix: _Matrix, x: float, y: float) -> _Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _bounds(item: Any, matrix: _Matrix) -> Box:  # noqa: ANN401
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, x0, y0, x1, y1):
        return (0.0, 0.0, 0.0, 0.0)
    (ax, ay), (bx, by) = _apply(matrix, x0.value, y0.value), _apply(matrix, x1.value, y1.value)
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _segments(item: Any, matrix: _Matrix, turn: Turn) -> Iterator[Segment]:  # noqa: ANN401
    """Give the ruling lines of a path: straight strokes, and filled shapes as thin as a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    own = _product(_matrix(item), matrix)
    for points in _outlines(item):
        placed = [turn.point(*_apply(own, x, y)) for x, y in points]
        if stroke.value:
            yield from _strokes(placed)
        else:
            yield from _thin_fill(placed)


def _outlines(item: Any) -> Iterator[list[_Point]]:  # noqa: ANN401
    """Give the points of each closed or open outline of a path; curves count by their end points."""
    points: list[_Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(item), 20_000)):
        part = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        if raw.FPDFPathSegment_GetType(part) == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(part):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _strokes(points: list[_Point]) -> Iterator[Segment]:
    for (ax, ay), (bx, by) in pairwise(points):
        wide, high = abs(ax - bx), abs(ay - by)
        if min(wide, high) <= _STRAIGHT < max(wide, high):
            yield Segment(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _thin_fill(points: list[_Point]) -> Iterator[Segment]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if min(wide, high) < _THIN and max(wide, high) > _STRAIGHT:
        yield Segment(min(xs), min(ys), max(xs), max(ys))
