"""Pages out of a PDF, turned so that they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium

from planalign.errors import ReadError
from planalign.guard import extend
from planalign.model.sentence import english
from planalign.readers.page_turn import Turn, main_angle, upright
from planalign.readers.pdf_glyphs import Plumber, glyphs_of, loses_glyphs
from planalign.readers.pdf_paths import drawn

if TYPE_CHECKING:
    from planalign.config import Limits
    from planalign.readers.page import Page
    from planalign.readers.page_turn import Glyph

# Pages beyond these get no further time.
_MOST_PAGES_IN_TIME = 300


def load_pages(data: bytes, limits: Limits) -> list[Page]:
    """Return all pages of a PDF; an empty user password opens by itself.

    Raises ReadError where a password is needed, or the file is damaged or too long.
    """
    document = _open(data)
    plumber = Plumber(data)
    try:
        count = len(document)
        if count > limits.max_pages:
            what = english("this PDF has {pages} pages, more than {most}", pages=count, most=limits.max_pages)
            raise ReadError(what, hint=english("split it and read the part with the plan"))
        extend(min(count, _MOST_PAGES_IN_TIME) * limits.page_seconds)
        return [_load(document, number, plumber, limits) for number in range(1, count + 1)]
    finally:
        plumber.close()
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            hint = english("open it with its password and save it without one")
            raise ReadError(english("this PDF is encrypted and a password is needed"), hint=hint) from error
        raise ReadError(
            english("this PDF is damaged"), hint=english("fetch it again, or print it to a new PDF")
        ) from error


def _load(document: pdfium.PdfDocument, number: int, plumber: Plumber, limits: Limits) -> Page:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        hint = english("fetch it again, or print it to a new PDF")
        raise ReadError(
            english("this PDF is damaged: a page cannot be loaded"), where=f"page {number}", hint=hint
        ) from error
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
    turn = Turn(page.get_cropbox(), main_angle(glyphs, page.get_rotation()))
    return upright(number, glyphs, turn, drawn(page, turn, limits))
