"""Glyphs of a page in PDF space: from PDFium, or from pdfplumber where PDFium would lose some."""

from __future__ import annotations

import ctypes
import logging
import math
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from planalign.readers.page_turn import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNKNOWN = "\ufffd"
# A text object narrower than this is left out of PDFium's text.
_NOTHING = 0.01


def glyphs_of(page: Any) -> list[Glyph]:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the glyphs of a PDFium page; the spaces that PDFium makes up are left out."""
    text = raw.FPDFText_LoadPage(page.raw)
    try:
        return list(_glyphs(text))
    finally:
        raw.FPDFText_ClosePage(text)


def _glyphs(text: Any) -> Iterator[Glyph]:  # noqa: ANN401
    rect, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, rect)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        yield Glyph(
            _character(raw.FPDFText_GetUnicode(text, index)),
            (rect.left, rect.bottom, rect.right, rect.top),
            (x.value, y.value),
            # The size of the font is given before the matrix of the text, which some programs use for all of it.
            raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d),
            math.degrees(math.atan2(matrix.b, matrix.a)),
        )


def _character(code: int) -> str:
    # PDFium puts U+FFFE or U+0002 for a hyphen at a line end, and 0 for a glyph without a character.
    if code in {0xFFFE, 0x02}:
        return "-"
    return chr(code) if code >= 0x20 or code in {9, 10, 13} else _UNKNOWN


def loses_glyphs(page: Any) -> bool:  # noqa: ANN401
    """Return whether PDFium drops text of this page: objects of no width in a font that is not embedded.

    PDFium takes the width from a substitute font, which may lack the glyph; a lone full stop then disappears.
    """
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        if right.value - left.value < _NOTHING and raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(item)) == 0:
            return True
    return False


class Plumber:
    """The same document through pdfplumber: slower, but independent of the fonts at hand; opened when first asked."""

    def __init__(self, data: bytes) -> None:
        """Keep the bytes; nothing is opened yet."""
        self._data = data
        self._document: Any = None

    def glyphs(self, number: int) -> list[Glyph]:
        """Return the glyphs of a page, numbered from 1."""
        page = self._open().pages[number - 1]
        frame = tuple(float(value) for value in page.page_obj.mediabox)
        rotation = int(page.page_obj.rotate) % 360
        found = [_plumbed(char, frame, rotation) for char in page.chars]
        page.close()
        return found

    def close(self) -> None:
        """Free what was opened."""
        if self._document is not None:
            self._document.close()

    def _open(self) -> Any:  # noqa: ANN401
        if self._document is None:
            import pdfplumber

            # pdfminer reports every oddity of a font to its logger.
            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            self._document = pdfplumber.open(BytesIO(self._data))
        return self._document


def _plumbed(char: dict[str, Any], frame: tuple[float, ...], rotation: int) -> Glyph:
    a, b, _, _, x, y = char["matrix"]
    angle = math.degrees(math.atan2(b, a))
    wide, high = char["x1"] - char["x0"], char["y1"] - char["y0"]
    lies = abs(b) > abs(a)
    advance, size = (high, wide) if lies else (wide, high)
    ahead = (x + advance * math.cos(math.radians(angle)), y + advance * math.sin(math.radians(angle)))
    (ax, ay), (bx, by) = _unturned(x, y, frame, rotation), _unturned(*ahead, frame, rotation)
    text = _UNKNOWN if char["text"].startswith("(cid:") else char["text"]
    box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
    return Glyph(text, box, (ax, ay), size, angle + rotation)


def _unturned(x: float, y: float, frame: tuple[float, ...], rotation: int) -> tuple[float, float]:
    """Return the point of PDF space that pdfminer, which turns pages first, puts at (x, y)."""
    x0, y0, x1, y1 = frame
    if rotation == 90:
        return (x1 - y, x + y0)
    if rotation == 180:
        return (x1 - x, y1 - y)
    if rotation == 270:
        return (y + x0, y1 - x)
    return (x + x0, y + y0)
