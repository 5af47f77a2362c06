"""Glyphs in the space of PDF to a page that stands upright; OFD is brought into the same space."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planalign.readers.page import Box, Char, Page
from planalign.readers.radicals import character

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.readers.page_rules import Drawn, Point

_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
# How far text may be turned against the page and still belong to its lines, in degrees.
_TILT = 5


class Glyph(NamedTuple):
    """One character in PDF space: the origin of the page lies below, the y axis points up."""

    text: str
    box: Box
    origin: tuple[float, float]
    size: float
    angle: float
    """Degrees counter-clockwise."""


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

    def point(self, x: float, y: float) -> Point:
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


def upright(number: int, glyphs: Sequence[Glyph], turn: Turn, paths: Drawn) -> Page:
    """Return the page on which these glyphs and lines stand, turned so that most of its text stands upright."""
    angle = turn.angle
    straight = [glyph for glyph in glyphs if _is_upright(glyph, angle)]
    return Page(
        number=number,
        width=turn.width,
        height=turn.height,
        chars=tuple(_joined(_chars(straight, turn))),
        segments=paths.segments,
        turned=tuple(_joined(_chars((glyph for glyph in glyphs if _is_turned(glyph, angle)), turn))),
        stray="".join(glyph.text for glyph in glyphs if _is_askew(glyph, angle)).strip(),
        image_share=paths.image_share,
        blank=paths.blank and not glyphs,
        crowded=paths.crowded,
    )


def main_angle(glyphs: Sequence[Glyph], rotation: int) -> int:
    """Return by how many degrees clockwise the page is turned to be read: 0, 90, 180 or 270."""
    angles = Counter(round(glyph.angle / 90) * 90 % 360 for glyph in glyphs)
    return max(angles, key=lambda angle: angles[angle]) if angles else rotation % 360


def _is_upright(glyph: Glyph, angle: int) -> bool:
    return abs((glyph.angle - angle + 180) % 360 - 180) < _TILT


def _is_turned(glyph: Glyph, angle: int) -> bool:
    return abs(abs((glyph.angle - angle + 180) % 360 - 180) - 90) < _TILT


def _is_askew(glyph: Glyph, angle: int) -> bool:
    return not _is_upright(glyph, angle) and not _is_turned(glyph, angle)


def _chars(glyphs: Iterable[Glyph], turn: Turn) -> Iterator[Char]:
    for glyph in glyphs:
        x0, _, x1, bottom = turn.box(glyph.box)
        # Glyphs set downwards have their baseline at the side; the lower edge takes its place.
        base = bottom if _is_turned(glyph, turn.angle) else turn.point(*glyph.origin)[1]
        yield Char(character(glyph.text), x0, x1, base, glyph.size)


def _joined(chars: Iterable[Char]) -> Iterator[Char]:
    """Join halves of characters beyond the basic plane; a lone half is unknown."""
    high: Char | None = None
    for char in chars:
        code = ord(char.text[0])
        if code in _LOW and high is not None:
            yield high._replace(text=chr(0x10000 + ((ord(high.text) - 0xD800) << 10) + code - 0xDC00))
            high = None
            continue
        if high is not None:
            yield high._replace(text="\ufffd")
        high = char if code in _HIGH else None
        if high is None:
            yield char._replace(text="\ufffd") if code in _LOW else char
    if high is not None:
        yield high._replace(text="\ufffd")
