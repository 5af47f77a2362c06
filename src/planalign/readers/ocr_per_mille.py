"""‰ told from % by its third ring: the recogniser reads one for the other, and is sure of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from planalign.readers.ocr_engine import Strip

if TYPE_CHECKING:
    from planalign.readers.ocr_engine import Pixels

_PERCENT = re.compile(r"(?<=\d)%[oO0]?")
_IDEOGRAPH = re.compile(r"[\u2e80-\u9fff]")
# What is left of a figure, a narrow mark and an ideograph beside a sign, in shares of the size of the type.
_FIGURE, _MARK, _HAN = 0.1, 0.1, 0.15
_INK = 0.93
_ENLARGED = 4
# Rings of one sign are alike in size; smaller holes are noise.
_ALIKE = 0.35
_LEAST = 16.0
_DOUBT = 0.5


def with_per_mille(strip: Strip, picture: Pixels, height: int) -> Strip:
    """Return a strip with ‰ where the picture shows it; `height` is that of what is printed, in pixels."""
    size = height / _INK
    for match in reversed(list(_PERCENT.finditer(strip.text))):
        sign = _sign(strip, picture, match.start(), match.end(), size)
        if is_per_mille(sign):
            strip = _replaced(strip, match.start(), match.end())
        elif len(_rings(sign)) < 2:
            strip = _doubted(strip, match.start())
    return strip


def _sign(strip: Strip, picture: Pixels, start: int, end: int, size: float) -> Pixels:
    """Return the part of the picture between the neighbours of a sign."""
    width = picture.shape[1]
    left = strip.places[start - 1] * width + _FIGURE * size
    right = float(width)
    if end < len(strip.text):
        free = _HAN if _IDEOGRAPH.match(strip.text[end]) else _MARK
        right = strip.places[end] * width - free * size
    return picture[:, max(round(left), 0) : max(round(right), round(left) + 1)]


def is_per_mille(sign: Pixels) -> bool:
    """Return whether a picture begins with three rings alike, the second below the first and the third beside it."""
    first, second, third = ([*_rings(sign), None, None, None])[:3]
    if first is None or second is None or third is None:
        return False
    height = first[3]
    alike = all(abs(ring[side] - first[side]) <= _ALIKE * first[side] for ring in (second, third) for side in (2, 3))
    return alike and second[1] - first[1] > 0.5 * height and abs(third[1] - second[1]) < 0.4 * height


def _rings(sign: Pixels) -> list[tuple[int, int, int, int]]:
    """Return left, top, width, height of the holes enclosed by ink, from left to right."""
    if min(sign.shape) < 2:
        return []
    large = cv2.resize(sign, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
    bound, _ = cv2.threshold(large, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, tree = cv2.findContours((large <= bound).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return []
    inner = [outline for outline, place in zip(outlines, tree[0], strict=True) if place[3] >= 0]
    holes = [cv2.boundingRect(outline) for outline in inner if cv2.contourArea(outline) >= _LEAST]
    return sorted((x, y, width, height) for x, y, width, height in holes)


def _doubted(strip: Strip, at: int) -> Strip:
    """Return the strip with a sign that may be either: its rings have run together."""
    return replace(strip, scores=(*strip.scores[:at], min(strip.scores[at], _DOUBT), *strip.scores[at + 1 :]))


def _replaced(strip: Strip, start: int, end: int) -> Strip:
    """Return the strip with one ‰ in the place of some characters, as sure as the least sure of them."""
    return Strip(
        text=f"{strip.text[:start]}‰{strip.text[end:]}",
        places=(*strip.places[:start], sum(strip.places[start:end]) / (end - start), *strip.places[end:]),
        scores=(*strip.scores[:start], min(strip.scores[start:end]), *strip.scores[end:]),
        spaces=frozenset(at - (end - start - 1) if at >= end else at for at in strip.spaces),
    )
