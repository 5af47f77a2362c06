"""What is drawn on a page of a PDF besides text: ruling lines and images."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from planalign.readers.page_rules import IDENTITY, Drawn, Matrix, Point, apply, product, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.readers.page import Box, Segment
    from planalign.readers.page_turn import Turn

_MAX_DEPTH = 5
_OBJECTS_PER_EDGE = 20


def drawn(page: Any, turn: Turn, limits: Limits) -> Drawn:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the ruling lines of a page and how much of it an image covers."""
    result = Drawn()
    budget = limits.max_edges * _OBJECTS_PER_EDGE
    area = max(turn.width * turn.height, 1.0)
    for count, (item, kind, matrix) in enumerate(_objects(page.raw, IDENTITY, 0)):
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


def _objects(holder: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:  # noqa: ANN401
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
            yield from _objects(item, product(_matrix(item), matrix), depth + 1)


def _matrix(item: Any) -> Matrix:  # noqa: ANN401
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _bounds(item: Any, matrix: Matrix) -> Box:  # noqa: ANN401
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, x0, y0, x1, y1):
        return (0.0, 0.0, 0.0, 0.0)
    (ax, ay), (bx, by) = apply(matrix, x0.value, y0.value), apply(matrix, x1.value, y1.value)
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _segments(item: Any, matrix: Matrix, turn: Turn) -> Iterator[Segment]:  # noqa: ANN401
    """Give the ruling lines of a path: straight strokes, and filled shapes as thin as a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    own = product(_matrix(item), matrix)
    for points in _outlines(item):
        placed = [turn.point(*apply(own, x, y)) for x, y in points]
        yield from rules(placed, stroked=bool(stroke.value))


def _outlines(item: Any) -> Iterator[list[Point]]:  # noqa: ANN401
    """Give the points of each closed or open outline of a path; curves count by their end points."""
    points: list[Point] = []
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
