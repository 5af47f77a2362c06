"""The picture of a page before its text is recognised: seals taken off, turned upright, ruling lines found."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from planalign.readers.page import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from planalign.readers.ocr_engine import Frame, Pixels

# 200 dots per inch; more adds time but no accuracy.
_SCALE = 200 / 72
_MAX_PIXELS = 25_000_000
# Longer side of A3 with some margin, and of A4; in points.
_LARGEST, _USUAL = 1300.0, 842.0
_POINTS_PER_MM = 72 / 25.4
# Seals of offices measure 38 to 50 mm; 5 mm are allowed for faint rims and careless scanning.
_SEAL = (25 * _POINTS_PER_MM, 60 * _POINTS_PER_MM)
_RIM = 1.5 * _POINTS_PER_MM
# Level lines are longer than any character is wide, upright ones as long as a row is high; lengths in points.
_SHORTEST_LEVEL = 40.0
_SHORTEST_UPRIGHT = 16.0
_THICKEST_RULE = 5.0
_RULE_GAP = 3.0
# A full stop of small type covers more than this, in square points.
_SPECK = 1.0
# Two characters one below the other are higher than the frame of any line, which is higher than its type.
_TALL, _SLIM, _SQUARE = 1.25, 1.6, 1.15
# Pixels of paper left around each of them.
_EDGE = 4
# How far the ends of lines that meet may lie apart.
_REACH = 3.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels."""

    pixels: NDArray[np.uint8]
    """Shape (height, width, 3): red, green, blue."""
    scale: float
    """Pixels per point."""


def scale_for(width: float, height: float) -> float:
    """Return the pixels per point at which the text of a page of this size, in points, is recognised best."""
    # Scanners that know no size make pages of one point a pixel; these hold no more text than others.
    long = max(width, height)
    scale = _SCALE if long <= _LARGEST else _SCALE * _USUAL / long
    return min(scale, math.sqrt(_MAX_PIXELS / max(width * height, 1.0)))


def grey_without_seals(picture: Picture) -> Pixels:
    """Return the picture in grey, with red seals made as bright as the paper; red headings stay."""
    grey = np.asarray(cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    red, green, blue = (picture.pixels[:, :, channel].astype(np.int16) for channel in range(3))
    ink = (red > 90) & (red - np.maximum(green, blue) > 40)
    for seal in _seals(ink.astype(np.uint8), picture.scale):
        inside = ink[seal]
        # Black type below the seal is as dark in red light as anywhere; the seal itself is nearly white.
        grey[seal][inside] = np.where(red[seal][inside] > 140, 255, red[seal][inside])
    return grey


def _seals(ink: Pixels, scale: float) -> Iterator[tuple[slice, slice]]:
    if not ink.any():
        return
    reach = max(int(2 * _RIM * scale), 3)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    for left, top, width, height, _ in stats[1:]:
        low, high = _SEAL[0] * scale, _SEAL[1] * scale
        if low <= min(width, height) and max(width, height) <= high:
            yield slice(top, top + height), slice(left, left + width)


def turned(grey: Pixels, quarters: int) -> Pixels:
    """Return the picture turned anticlockwise by quarters of a full turn."""
    return np.ascontiguousarray(np.rot90(grey, quarters))


def skew(boxes: Sequence[NDArray[np.float32]]) -> float:
    """Return by how many degrees the lines run downwards to the right: the middle one, long lines counting more."""
    slopes = []
    for box in boxes:
        (ax, ay), (bx, by) = (box[0] + box[3]) / 2, (box[1] + box[2]) / 2
        if bx - ax > 5 * abs(float(box[3][1] - box[0][1])):
            slopes.append((float(np.degrees(np.arctan2(by - ay, bx - ax))), float(bx - ax)))
    slopes.sort()
    half = sum(length for _, length in slopes) / 2
    for angle, length in slopes:
        half -= length
        if half <= 0:
            return angle
    return 0.0


def straightened(
    grey: Pixels, boxes: Sequence[NDArray[np.float32]], angle: float
) -> tuple[Pixels, list[NDArray[np.float32]]]:
    """Return picture and boxes turned about the middle so that lines that run down by `angle` degrees are level."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    level = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    moved = [np.asarray(box @ matrix[:, :2].T + matrix[:, 2], dtype=np.float32) for box in boxes]
    return np.asarray(level, dtype=np.uint8), moved


def smaller(grey: Pixels, share: float) -> Pixels:
    """Return the picture with its sides shortened to a share."""
    return np.asarray(cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def rules_of(grey: Pixels, frames: Sequence[Frame], scale: float) -> tuple[list[Segment], Pixels]:
    """Return the ruling lines of a level picture, in pixels, and the picture without them.

    What lies inside one of the frames of text is a stroke of large type.
    """
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    dark = cv2.dilate(dark, np.ones((2, 2), np.uint8))
    gap, reach = int(_RULE_GAP * scale), _REACH * scale
    level = list(_strokes(dark, (1, int(_SHORTEST_LEVEL * scale)), (1, gap), scale))
    upright = list(_strokes(dark, (int(_SHORTEST_UPRIGHT * scale), 1), (gap, 1), scale))
    level, upright = ([one for one in found if not _is_inside(one, frames)] for found in (level, upright))
    upright = [one for one in upright if any(_touch(one, other, reach) for other in level)]
    clean = grey.copy()
    for x0, top, x1, bottom in [*level, *upright]:
        clean[max(top - 1, 0) : bottom + 1, max(x0 - 1, 0) : x1 + 1] = 255
    return [*(_level(*one) for one in level), *(_upright(*one) for one in upright)], clean


def _strokes(dark: Any, shape: tuple[int, int], gap: tuple[int, int], scale: float) -> Iterator[Frame]:  # noqa: ANN401
    """Give left, top, right, bottom of long thin strokes."""
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
    lines = cv2.morphologyEx(lines, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines)
    for left, top, width, height, _ in stats[1:].tolist():
        if min(width, height) <= _THICKEST_RULE * scale:
            yield left, top, left + width, top + height


def _is_inside(one: Frame, frames: Iterable[Frame]) -> bool:
    return any(
        x0 <= one[0] and one[2] <= x1 and top - 2 <= one[1] and one[3] <= bottom + 2 for x0, top, x1, bottom in frames
    )


def _touch(one: Frame, other: Frame, reach: float) -> bool:
    beside = one[0] < other[2] + reach and other[0] < one[2] + reach
    return beside and one[1] < other[3] + reach and other[1] < one[3] + reach


def _level(x0: int, top: int, x1: int, bottom: int) -> Segment:
    return Segment(x0, (top + bottom) / 2, x1, (top + bottom) / 2)


def _upright(x0: int, top: int, x1: int, bottom: int) -> Segment:
    return Segment((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)


def is_column(box: Frame, usual: float) -> bool:
    """Return whether characters one below the other fill a box, on a sheet with frames of this usual height."""
    # A lone figure is high and narrow too.
    return box[3] - box[1] > max(_TALL * usual, _SLIM * (box[2] - box[0]))


def pieces(ink: Pixels) -> list[tuple[int, int]]:
    """Return first and last row of each character of a column; rows of ink as high as the column is wide are one."""
    width = int(np.ptp(np.flatnonzero(ink.any(axis=0)))) + 1
    edges = np.flatnonzero(np.diff(np.concatenate(([0], ink.any(axis=1).astype(np.int8), [0]))))
    found: list[tuple[int, int]] = []
    for start, end in edges.reshape(-1, 2).tolist():
        if found and end - found[-1][0] <= _SQUARE * width:
            found[-1] = (found[-1][0], end)
        else:
            found.extend(_divided(start, end, width))
    return found


def _divided(start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Give equal parts of rows without a gap: characters that touch."""
    count = max(round((end - start) / width), 1)
    yield from pairwise(start + (end - start) * index // count for index in range(count + 1))


def side_by_side(column: Pixels, rows: Sequence[tuple[int, int]]) -> Pixels:
    """Return a picture of characters one below the other as a picture of a line."""
    width = column.shape[1]
    height = max(end - start for start, end in rows) + 2 * _EDGE
    line = np.full((height, (width + _EDGE) * len(rows) + _EDGE), 255, np.uint8)
    for index, (start, end) in enumerate(rows):
        x, y = _EDGE + index * (width + _EDGE), (height - end + start) // 2
        line[y : y + end - start, x : x + width] = column[start:end]
    return line


def ink_of(grey: Pixels, scale: float) -> Pixels:
    """Return where something is printed: 1 for ink, 0 for paper; specks are paper."""
    dark = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 51, 20)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    large = stats[:, cv2.CC_STAT_AREA] >= _SPECK * scale * scale
    large[0] = False
    return np.asarray(large[labels], dtype=np.uint8)


def without_neighbours(ink: Pixels) -> Pixels:
    """Return the ink of a strip without what looks in from the lines above and below."""
    rows = np.flatnonzero(np.diff(np.concatenate(([0], ink.any(axis=1).astype(np.int8), [0]))))
    kept = ink.copy()
    height = len(ink)
    for start, end in rows.reshape(-1, 2).tolist():
        if (start == 0 and end < 0.4 * height) or (end == height and start > 0.6 * height):
            kept[start:end] = 0
    return kept


def ink_box(ink: Pixels) -> tuple[int, int, int, int] | None:
    """Return left, top, right, bottom of what is printed, in pixels; None where nothing is."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows) or not len(columns):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
