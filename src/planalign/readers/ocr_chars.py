"""Recognised strips to characters with places and sizes, as if they had been set in type."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from planalign.readers.page import Char

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.readers.ocr_engine import Strip
    from planalign.readers.page import Box, Page

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_NARROW = re.compile(r"[0-9A-Za-z]")
_OPENING = "（〔［【《〈“‘「『"
_CLOSING = "）〕］】》〉”’」』，。、；：？！"
# What the ink of a character leaves free of its square: marks fill half of it, ideographs nearly all.
_FREE_BY_MARK = 0.5
_FREE = 0.04
# Height of the ink of ideographs, and of figures, as a share of the size of the type.
_INK = 0.93
_FIGURE = 0.72
# The middle of the ink lies this far above the baseline.
_MIDDLE = 0.38
# The recogniser tells places to a sixth of a character; a gap below this is none.
_GAP = 0.7
# Sizes nearer than this are one size, measured with some error.
_ALIKE = 0.09


def characters(strip: Strip, frame: Box, ink: Box) -> list[Char]:
    """Return the characters of a strip; `frame` is the strip and `ink` what is printed on it, in points."""
    text = strip.text
    size = _size(text, ink)
    left, _, right, _ = frame
    middles = [left + place * (right - left) for place in strip.places]
    spans = [
        (middle - _units(char) * size / 2, middle + _units(char) * size / 2)
        for char, middle in zip(text, middles, strict=True)
    ]
    spans[0] = (ink[0] - _free(text[0], _OPENING) * size, spans[0][1])
    spans[-1] = (spans[-1][0], ink[2] + _free(text[-1], _CLOSING) * size)
    base = (ink[1] + ink[3]) / 2 + _MIDDLE * size
    return [
        Char(char, x0, x1, base, size, score)
        for char, (x0, x1), score in zip(text, _even(text, spans, size), strip.scores, strict=True)
    ]


def column(strip: Strip, ink: Box) -> list[Char]:
    """Return the characters of a strip that stand one below the other inside a box."""
    left, top, right, bottom = ink
    step = (bottom - top) / len(strip.text)
    return [
        Char(char, left, right, top + step * (index + 0.5) + _MIDDLE * (right - left), right - left, score)
        for index, (char, score) in enumerate(zip(strip.text, strip.scores, strict=True))
    ]


def with_spaces(chars: Sequence[Char], strip: Strip) -> list[Char]:
    """Put a space between Latin words where the recogniser saw one; between Chinese it means nothing."""
    spaced: list[Char] = []
    for index, char in enumerate(chars):
        if index in strip.spaces and _NARROW.match(char.text) and _NARROW.match(chars[index - 1].text):
            spaced.append(char._replace(text=" ", x1=char.x0))
        spaced.append(char)
    return spaced


def _units(char: str) -> float:
    """Return the width of a character in squares; what Unicode calls ambiguous is wide in Chinese type."""
    return 1.0 if east_asian_width(char) in "WFA" else 0.5


def _free(char: str, marks: str) -> float:
    return _FREE_BY_MARK if char in marks else _FREE * _units(char)


def _size(text: str, ink: Box) -> float:
    """Return the size of the type by width and height of what is printed."""
    high = max(ink[3] - ink[1], 1.0)
    ideographs = len(_IDEOGRAPH.findall(text))
    if not ideographs:
        return high / _FIGURE
    free = _free(text[0], _OPENING) + _free(text[-1], _CLOSING)
    by_width = (ink[2] - ink[0]) / max(sum(map(_units, text)) - free, 0.5)
    # Spaced letters widen a line and specks heighten it; a lone 一 is flat, but not three ideographs.
    return min(by_width, high / _INK) if ideographs >= 3 else by_width


def _even(text: str, spans: Sequence[tuple[float, float]], size: float) -> Iterator[tuple[float, float]]:
    """Give spans that fill each run evenly: places are measured far less exactly than the ends of a run."""
    starts = [0, *(at for at in range(1, len(spans)) if spans[at][0] - spans[at - 1][1] >= _GAP * size), len(spans)]
    for start, end in pairwise(starts):
        units = [_units(char) for char in text[start:end]]
        left, right = spans[start][0], max(spans[end - 1][1], spans[start][0] + 0.1 * size)
        edges = [left + (right - left) * share / sum(units) for share in accumulate(units, initial=0.0)]
        yield from pairwise(edges)


def settled(pages: Sequence[Page], recognised: frozenset[int]) -> list[Page]:
    """Return the pages with the sizes of recognised type evened out: measured sizes differ where set ones do not.

    Sizes of pages that were not recognised are exact, so near ones settle on them.
    """
    exact = _weights(page for page in pages if page.number not in recognised)
    measured = _weights(page for page in pages if page.number in recognised)
    sizes: list[float] = []
    for size in [*_by_weight(exact), *_by_weight(measured)]:
        if not any(_are_alike(size, other) for other in sizes):
            sizes.append(size)
    return [_resized(page, sizes) if page.number in recognised else page for page in pages]


def _weights(pages: Iterable[Page]) -> Counter[float]:
    return Counter(round(char.size, 1) for page in pages for char in page.chars if not char.text.isspace())


def _by_weight(weights: Counter[float]) -> list[float]:
    """Return the sizes, those with most characters in their neighbourhood first."""
    near = {size: sum(n for other, n in weights.items() if abs(other - size) < _ALIKE / 2 * size) for size in weights}
    return sorted(weights, key=lambda size: (-near[size], size))


def _are_alike(size: float, other: float) -> bool:
    return abs(size - other) <= _ALIKE * other


def _resized(page: Page, sizes: Sequence[float]) -> Page:
    nearest = {char.size: min(sizes, key=lambda size: abs(size - char.size)) for char in page.chars}
    return replace(page, chars=tuple(char._replace(size=nearest[char.size]) for char in page.chars))
