"""Pages out of a PDF, turned so that they can be read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium

from planalign.errors import ReadError
from planalign.readers.page import Char, Page
from planalign.readers.pdf_glyphs import Glyph, Plumber, glyphs_of, loses_glyphs
from planalign.readers.pdf_paths import Turn, drawn
from planalign.readers.radicals import character

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.config import Limits

_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
# How far text may be turned against the page and still belong to its lines, in degrees.
_TILT = 5


def load_pages(data: bytes, limits: Limits) -> list[Page]:
    """Return all pages of a PDF; an empty user password opens by itself.

    Raises ReadError where a password is needed, or the file is damaged or too long.
    """
    document = _open(data)
    plumber = Plumber(data)
    try:
        count = len(document)
        if count > limits.max_pages:
            what = f"this PDF has {count} pages, more than {limits.max_pages}"
            raise ReadError(what, hint="split it and read the part with the plan")
        return [_load(document, number, plumber, limits) for number in range(1, count + 1)]
    finally:
        plumber.close()
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "open it with its password and save it without one"
            raise ReadError("this PDF is encrypted and a password is needed", hint=hint) from error
        raise ReadError("this PDF is damaged", hint="fetch it again, or print it to a new PDF") from error


def _load(document: pdfium.PdfDocument, number: int, plumber: Plumber, limits: Limits) -> Page:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        hint = "fetch it again, or print it to a new PDF"
        raise ReadError("this PDF is damaged: a page cannot be loaded", where=f"page {number}", hint=hint) from error
    try:
        return _page(page, number, _glyphs(page, number, plumber), limits)
    finally:
        page.close()


def _glyphs(page: Any, number: int, plumber: Plumber) -> list[Glyph]:  # noqa: ANN401 - pypdfium2 is untyped
    glyphs = glyphs_of(page)
    if not loses_glyphs(page):
        return glyphs
    try:
        careful = plumber.glyphs(number)
    except Exception:  # noqa: BLE001 - whatever pdfminer stumbles over, PDFium has read the page
        return glyphs
    return careful if len(careful) >= sum(1 for glyph in glyphs if not glyph.text.isspace()) else glyphs


def _page(page: Any, number: int, glyphs: list[Glyph], limits: Limits) -> Page:  # noqa: ANN401 - pypdfium2 is untyped
    angle = _main_angle(glyphs, page.get_rotation())
    turn = Turn(page.get_cropbox(), angle)
    upright = [glyph for glyph in glyphs if _is_upright(glyph, angle)]
    paths = drawn(page, turn, limits)
    return Page(
        number=number,
        width=turn.width,
        height=turn.height,
        chars=tuple(_joined(_chars(upright, turn))),
        segments=paths.segments,
        turned=tuple(_joined(_chars((glyph for glyph in glyphs if _is_turned(glyph, angle)), turn))),
        stray="".join(glyph.text for glyph in glyphs if _is_askew(glyph, angle)).strip(),
        image_share=paths.image_share,
        blank=paths.blank and not glyphs,
        crowded=paths.crowded,
    )


def _main_angle(glyphs: list[Glyph], rotation: int) -> int:
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
