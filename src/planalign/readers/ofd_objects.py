"""The objects of an OFD page: text to glyphs, paths to ruling lines, pictures to the share of the page they cover."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.ofd_package import child, children, local, text_of
from planalign.readers.ofd_values import box, distances, matrix, number, outlines
from planalign.readers.page_rules import IDENTITY, Matrix, apply, product
from planalign.readers.page_turn import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planalign.readers.markup import Element
    from planalign.readers.page_rules import Point

_MAX_DEPTH = 8
# A page of official text has some thousand marks; composites inside composites multiply.
_MAX_MARKS = 200_000
_MAX_TOKENS = 200_000
# Path data that takes as long as one character of text.
_PATH_OF_A_MARK = 50
# Latin letters as wide as their size; distances beyond the width of a letter hold a gap.
_BROAD = "MWmw%@&"
_ASCENT, _DESCENT = 0.88, 0.12


@dataclass(slots=True)
class Outline:
    """One outline of a path, in points of PDF space."""

    points: list[Point]
    stroked: bool


@dataclass(slots=True)
class Sketch:
    """All that one page shows, in points of PDF space (the origin below)."""

    glyphs: list[Glyph] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    pictures: list[list[Point]] = field(default_factory=list)
    """Opposite corners of each picture."""
    hidden: list[str] = field(default_factory=list)
    """Text that is marked as not to be shown."""
    marks: int = 0
    """Objects, characters and pieces of paths so far."""

    def draw(self, content: Element, units: Mapping[str, Element], space: Matrix) -> None:
        """Add the objects of the Content of a page or template.

        Raises ReadError where there are far too many.
        """
        for layer in children(content, "Layer"):
            self._draw(layer, units, space, 0)

    def _draw(self, holder: Iterable[Element], units: Mapping[str, Element], space: Matrix, depth: int) -> None:
        for item in holder:
            self._count(1)
            name = local(item)
            if name == "PageBlock" and depth < _MAX_DEPTH:
                self._draw(item, units, space, depth + 1)
            elif name == "CompositeObject" and depth < _MAX_DEPTH:
                unit = child(units.get((item.get("ResourceID") or "").strip()), "Content")
                if unit is not None:
                    self._draw(unit, units, product(_own(item), space), depth + 1)
            elif name in {"TextObject", "PathObject", "ImageObject"}:
                self._add(name, item, product(_own(item), space))

    def _count(self, marks: int) -> None:
        self.marks += marks
        if self.marks > _MAX_MARKS:
            raise ReadError(
                english("a page of this OFD draws far too much"), hint=english("save it as PDF and read that")
            )

    def _add(self, name: str, item: Element, space: Matrix) -> None:
        shown = (item.get("Visible") or "true").strip().lower() != "false"
        if name == "TextObject":
            self._count(sum(len(code.text or "") for code in children(item, "TextCode")))
            glyphs = list(_glyphs(item, space))
            if shown:
                self.glyphs.extend(glyphs)
            else:
                self.hidden.append("".join(glyph.text for glyph in glyphs))
        elif shown and name == "PathObject":
            self._count(len(text_of(item, "AbbreviatedData") or "") // _PATH_OF_A_MARK)
            self.outlines.extend(_outlines(item, space))
        elif shown:
            # A picture fills the unit square of its own space.
            self.pictures.append([apply(space, 0, 0), apply(space, 1, 1)])


def _own(item: Element) -> Matrix:
    """Return the matrix from the space of an object to that of its holder (GB/T 33190, 8.5: CTM, then boundary)."""
    left, top, _, _ = box(item.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    return product(matrix(item.get("CTM")), (1.0, 0.0, 0.0, 1.0, left, top))


def _outlines(item: Element, space: Matrix) -> Iterator[Outline]:
    stroked = (item.get("Stroke") or "true").strip().lower() != "false"
    filled = (item.get("Fill") or "false").strip().lower() == "true"
    data = text_of(item, "AbbreviatedData")
    if not data or not (stroked or filled):
        return
    for points in outlines(data, _MAX_TOKENS):
        yield Outline([apply(space, x, y) for x, y in points], stroked)


def _glyphs(item: Element, space: Matrix) -> Iterator[Glyph]:
    size = number(item.get("Size"))
    stretch = number(item.get("HScale"), 1.0)
    downwards = number(item.get("ReadDirection")) % 360 == 90
    turned = number(item.get("CharDirection"))
    a, b, c, d, _, _ = space
    angle = math.degrees(math.atan2(b, a)) - turned
    height = size * math.hypot(c, d)
    at = (0.0, 0.0)
    for code in children(item, "TextCode"):
        at = (number(code.get("X"), at[0]), number(code.get("Y"), at[1]))
        for text, x, y, width in _placed(code, at, (size, stretch), downwards=downwards):
            yield Glyph(text, _box(space, x, y, width, size), apply(space, x, y), height, angle)


def _box(space: Matrix, x: float, y: float, width: float, size: float) -> tuple[float, float, float, float]:
    (ax, ay), (bx, by) = apply(space, x, y - _ASCENT * size), apply(space, x + width, y + _DESCENT * size)
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _placed(
    code: Element, at: Point, font: tuple[float, float], *, downwards: bool
) -> Iterator[tuple[str, float, float, float]]:
    """Give the characters of a run with the place and width of each, in the space of the object."""
    text = _clean(code.text or "")
    most = len(text) - 1
    across, down = distances(code.get("DeltaX"), most), distances(code.get("DeltaY"), most)
    size, stretch = font
    x, y = at
    for index, char in enumerate(text):
        step = across[index] if index < len(across) else None
        yield char, x, y, _width(char, step, size * stretch)
        x += step if step is not None else (0.0 if downwards or down else _width(char, None, size * stretch))
        y += down[index] if index < len(down) else (size if downwards and not down else 0.0)


def _width(char: str, step: float | None, em: float) -> float:
    """Return the width of a character; the font is not read, so the distance to the next one is the best evidence."""
    usual, most = _widths(char)
    if step is None or step <= 0:
        return usual * em
    return step if step <= most * em else usual * em


def _widths(char: str) -> tuple[float, float]:
    """Return the usual and the largest width of a character, as shares of the size."""
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0, 1.02
    if char in _BROAD:
        return 0.8, 1.02
    return (0.65, 0.82) if char.isupper() else (0.5, 0.65)


def _clean(text: str) -> str:
    """Return the text of a run without the line breaks of an indented file, and without control characters."""
    if "\n" in text:
        text = text.strip("\r\n\t ")
    return "".join(" " if char == "\t" else char for char in text if char == "\t" or ord(char) >= 0x20)


def unit_space(height: float, scale: float) -> Matrix:
    """Return the matrix from millimetres below the upper edge to points above the lower edge."""
    return product(IDENTITY, (scale, 0.0, 0.0, -scale, 0.0, height * scale))
