"""The picture of a page to the same record of characters and ruling lines that other carriers give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from planalign.readers.ocr_chars import characters, column, with_spaces
from planalign.readers.ocr_engine import Frame, Strip, find_boxes, read_strip
from planalign.readers.ocr_frames import complete, part
from planalign.readers.ocr_per_mille import with_per_mille
from planalign.readers.ocr_picture import (
    grey_without_seals,
    ink_box,
    ink_of,
    is_column,
    pieces,
    rules_of,
    side_by_side,
    skew,
    smaller,
    straightened,
    turned,
    without_neighbours,
)
from planalign.readers.ocr_slips import repaired
from planalign.readers.page import Box, Page, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from planalign.readers.ocr_engine import Pixels
    from planalign.readers.ocr_picture import Picture
    from planalign.readers.page import Char

    Corners = NDArray[np.float32]

# Boxes are found as well on a smaller picture, in a quarter of the time.
_FINDING_SHARE = 0.55
# A page stands on its head if its longest lines are read this badly, and better the other way round.
_CERTAIN = 0.9
_BETTER = 0.05
_PROBES = 4
_LEVEL = 0.03
_NO_TEXT = 0.5
# Share of a page that specks may cover.
_BLANK = 0.001


@dataclass(frozen=True, slots=True)
class Seen:
    """One line or part of a line that was recognised, in points of the upright page."""

    strip: Strip
    frame: Box
    chars: tuple[Char, ...]
    is_column: bool = False
    """Whether its characters stand one below the other."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was recognised on the picture of a page."""

    page: Page
    seen: tuple[Seen, ...]
    """What counts as text."""
    dim: tuple[Seen, ...]
    """What is too uncertain to be called text."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page upright, level and without ruling lines."""

    clean: Pixels
    ink: Pixels
    scale: float
    usual: float
    """Height of most frames, in pixels."""


def see(picture: Picture, number: int) -> SeenPage:
    """Return the page that a picture shows, upright and level."""
    grey, boxes = _levelled(picture)
    frames = [_frame(box, grey) for box in boxes]
    rules, clean = rules_of(grey, frames, picture.scale)
    ink = ink_of(clean, picture.scale)
    frames = complete(list(part(frames, rules)), ink, rules, picture.scale)
    sheet = _Sheet(clean, ink, picture.scale, _usual_height(frames))
    seen = [found for frame in frames for found in _seen(frame, sheet)]
    text = tuple(one for one in seen if one.strip.score >= _NO_TEXT)
    height, width = grey.shape
    page = Page(
        number=number,
        width=width / picture.scale,
        height=height / picture.scale,
        chars=tuple(char for one in text if not one.is_column for char in one.chars),
        turned=tuple(char for one in text if one.is_column for char in one.chars),
        segments=tuple(Segment(*(value / picture.scale for value in rule)) for rule in rules),
        blank=not seen and not rules and float(np.mean(ink)) < _BLANK,
    )
    return SeenPage(page, text, tuple(one for one in seen if one.strip.score < _NO_TEXT))


def levelled(picture: Picture) -> Pixels:
    """Return a picture in grey, upright, level and without seals, as its text is recognised."""
    return _levelled(picture)[0]


def _levelled(picture: Picture) -> tuple[Pixels, list[Corners]]:
    grey, boxes = _upright(grey_without_seals(picture))
    angle = skew(boxes)
    return straightened(grey, boxes, angle) if abs(angle) > _LEVEL else (grey, boxes)


def _upright(grey: Pixels) -> tuple[Pixels, list[Corners]]:
    """Return the picture turned so that it can be read, with its boxes."""
    boxes = _boxes(grey)
    if _share_of_columns(boxes) > 0.5:
        grey = turned(grey, 1)
        boxes = _boxes(grey)
    if _is_upside_down(grey, boxes):
        grey = turned(grey, 2)
        boxes = _boxes(grey)
    return grey, boxes


def _boxes(grey: Pixels) -> list[Corners]:
    return [box / _FINDING_SHARE for box in find_boxes(smaller(grey, _FINDING_SHARE))]


def _size(box: Corners) -> tuple[float, float]:
    width, height = box.max(axis=0) - box.min(axis=0)
    return float(width), float(height)


def _share_of_columns(boxes: Sequence[Corners]) -> float:
    """Return which share of the long boxes is higher than wide, by their length."""
    long = [(width, height) for width, height in map(_size, boxes) if max(width, height) > 3 * min(width, height)]
    total = sum(max(size) for size in long)
    return sum(height for width, height in long if height > width) / total if total else 0.0


def _is_upside_down(grey: Pixels, boxes: Sequence[Corners]) -> bool:
    """Return whether the longest lines are read better from the other side."""
    longest = sorted((_frame(box, grey) for box in boxes), key=lambda frame: frame[0] - frame[2])[:_PROBES]
    strips = [grey[top:bottom, x0:x1] for x0, top, x1, bottom in longest]
    here = _mean([read_strip(strip).score for strip in strips])
    return here < _CERTAIN and here + _BETTER < _mean([read_strip(turned(strip, 2)).score for strip in strips])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _frame(box: Corners, grey: Pixels) -> Frame:
    height, width = grey.shape
    (x0, y0), (x1, y1) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
    return (max(round(x0), 0), max(round(y0), 0), min(round(x1), width), min(round(y1), height))


def _usual_height(frames: Sequence[Frame]) -> float:
    heights = sorted(bottom - top for _, top, _, bottom in frames)
    return float(heights[len(heights) // 2]) if heights else 0.0


def _seen(frame: Frame, sheet: _Sheet) -> Iterator[Seen]:
    x0, top, x1, bottom = frame
    marks = without_neighbours(sheet.ink[top:bottom, x0:x1])
    box = ink_box(marks)
    if box is None:
        return
    cut = sheet.clean[top:bottom, x0:x1].copy()
    cut[: max(box[1] - 2, 0)] = 255
    cut[box[3] + 2 :] = 255
    upright = is_column(box, sheet.usual)
    strip = read_strip(side_by_side(cut[:, box[0] : box[2]], pieces(marks)) if upright else cut)
    if not strip.text:
        return
    strip = with_per_mille(replace(strip, text=repaired(strip.text)), cut, box[3] - box[1])
    points = _in_points((x0 + box[0], top + box[1], x0 + box[2], top + box[3]), sheet.scale)
    if upright:
        yield Seen(strip, points, tuple(column(strip, points)), is_column=True)
    else:
        chars = characters(strip, _in_points(frame, sheet.scale), points)
        yield Seen(strip, points, tuple(with_spaces(chars, strip)))


def _in_points(frame: Frame, scale: float) -> Box:
    x0, top, x1, bottom = (value / scale for value in frame)
    return (x0, top, x1, bottom)
