"""Pages of a PDF drawn upright; scanned ones as they were levelled before their text was recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium

from planalign.readers.ocr import may_recognise
from planalign.readers.page_notes import is_garbled, is_scan
from planalign.readers.page_turn import main_angle
from planalign.readers.pdf_glyphs import glyphs_of
from planalign.readers.pdf_pages import load_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from planalign.config import Limits

# 115 dots per inch: small type can be read, and a page takes some 100 kB.
_SCALE = 1.6


def pictures_upright(data: bytes, limits: Limits) -> Iterator[tuple[int, Image, float]]:
    """Give number, picture and pixels per point of each page."""
    recognised = _recognised(data, limits)
    document = pdfium.PdfDocument(data)
    try:
        for number in range(1, len(document) + 1):
            yield _levelled(data, number) if number in recognised else (number, _drawn(document[number - 1]), _SCALE)
    finally:
        document.close()


def _recognised(data: bytes, limits: Limits) -> set[int]:
    """Return the numbers of the pages that are read by OCR."""
    if not may_recognise(limits):
        return set()
    return {page.number for page in load_pages(data, limits) if is_scan(page) or is_garbled(page)}


def _drawn(page: Any) -> Image:  # noqa: ANN401 - pypdfium2 is untyped
    rotation = page.get_rotation()
    turn = (main_angle(glyphs_of(page), rotation) - rotation) % 360
    image: Image = page.render(scale=_SCALE, rotation=turn).to_pil()
    page.close()
    return image


def _levelled(data: bytes, number: int) -> tuple[int, Image, float]:
    from PIL import Image

    from planalign.readers.ocr_page import levelled
    from planalign.readers.pdf_pictures import pictures

    _, picture = next(pictures(data, [number]))
    return number, Image.fromarray(levelled(picture)), picture.scale
