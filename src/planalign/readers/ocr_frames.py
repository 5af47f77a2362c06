"""The frames of lines on a picture: boxes parted at ruling lines, widened to the ink beside them; nothing left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from planalign.readers.ocr_engine import Frame, Pixels
    from planalign.readers.page import Segment

    Columns = NDArray[np.bool_]
    """Whether something stands in each column of pixels."""

# A character that belongs to a line stands no farther from it than this share of its height.
_BESIDE = 0.9
# Ink left over is text if it is as high as small type, in points; a lone 一 is wide instead.
_LEAST = 4.0
_MOST = 60.0
_FILLED = 0.06


def part(frames: Sequence[Frame], rules: Sequence[Segment]) -> Iterator[Frame]:
    """Give the frames, parted where upright ruling lines cross them."""
    upright = [rule for rule in rules if rule.x0 == rule.x1]
    for x0, top, x1, bottom in frames:
        middle, margin = (top + bottom) / 2, 0.3 * (bottom - top)
        crossing = sorted(
            round(rule.x0)
            for rule in upright
            if rule.top < middle < rule.bottom and x0 + margin < rule.x0 < x1 - margin
        )
        edges = [x0, *crossing, x1]
        yield from ((left, top, right, bottom) for left, right in pairwise(edges))


def complete(frames: Sequence[Frame], ink: Pixels, rules: Sequence[Segment], scale: float) -> list[Frame]:
    """Return the frames widened to characters that were cut off, and new ones around ink in none of them."""
    free = ink.copy()
    for x0, top, x1, bottom in frames:
        free[top:bottom, x0:x1] = 0
    walls = _walls(rules, free.shape)
    wider = [_widened(frame, free, walls) for frame in frames]
    return [*wider, *_left_over(_outside(ink, wider), scale)]


def _outside(ink: Pixels, frames: Sequence[Frame]) -> Pixels:
    """Return the ink that no frame touches; feet of characters that look out of a frame belong to it."""
    count, labels = cv2.connectedComponents(ink)
    taken = np.zeros(count, np.bool_)
    for x0, top, x1, bottom in frames:
        taken[np.unique(labels[top:bottom, x0:x1])] = True
    taken[0] = True
    return np.asarray(~taken[labels], dtype=np.uint8)


def _walls(rules: Sequence[Segment], shape: tuple[int, ...]) -> Pixels:
    """Return where upright ruling lines stand: no line of text goes on beyond."""
    walls = np.zeros(shape, np.uint8)
    for rule in rules:
        if rule.x0 == rule.x1:
            walls[round(rule.top) : round(rule.bottom), round(rule.x0)] = 1
    return walls


def _widened(frame: Frame, free: Pixels, walls: Pixels) -> Frame:
    x0, top, x1, bottom = frame
    height, width = bottom - top, free.shape[1]
    rows = slice(top + height // 5, bottom - height // 10)
    marked: Columns = np.asarray(free[rows].sum(axis=0) >= 2)
    blocked: Columns = np.asarray(walls[rows].any(axis=0))
    reach = max(round(_BESIDE * height), 1)
    left = width - _goes_on(marked[::-1], blocked[::-1], width - x0, reach)
    return (left, top, _goes_on(marked, blocked, x1, reach), bottom)


def _goes_on(marked: Columns, blocked: Columns, edge: int, reach: int) -> int:
    """Return where a line ends that goes on to the right of an edge, at the first wall at the latest."""
    # A label of a few characters, or a last mark, is what gets cut off.
    for _ in range(4):
        wall = np.flatnonzero(blocked[edge : edge + reach])
        found = np.flatnonzero(marked[edge : edge + (int(wall[0]) if len(wall) else reach)])
        if not len(found):
            break
        edge += int(found[-1]) + 3
    return min(edge, len(marked))


def _left_over(free: Pixels, scale: float) -> Iterator[Frame]:
    """Give a frame for each group of ink that is as large and as dense as text."""
    reach = max(round(6 * scale), 3)
    joined = cv2.dilate(free, np.ones((3, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    for left, top, width, height, _ in stats[1:].tolist():
        wide, high = (width - reach) / scale, height / scale
        if max(wide, high) < _LEAST or high > _MOST or wide < 0.1 * high:
            continue
        held = free[top : top + height, left : left + width]
        if held.sum() >= max(_FILLED * width * height, (0.5 * _LEAST * scale) ** 2):
            pad = max(round(2 * scale), 2)
            yield (left, max(top - pad, 0), left + width, min(top + height + pad, len(free)))
