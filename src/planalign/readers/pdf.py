"""PDF: its pages to blocks; those that are scanned or garbled are read by OCR where it is installed, else told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.ocr import Recognised, may_recognise, ocr_hint, recognise, settle, without_margins
from planalign.readers.page_flow import read_pages
from planalign.readers.page_notes import is_garbled, is_scan, notes_on, require_text
from planalign.readers.pdf_guard import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.config import Limits
    from planalign.model.block import Skipped
    from planalign.readers.page import Page
    from planalign.readers.reading import Reading


def read_pdf(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order; margins apart, pages without text as skipped.

    Raises ReadError where the file is damaged, encrypted, too large, or a scan without any text that could be read.
    """
    check(data, limits)
    # PDFium takes a tenth of a second to load: not before the checks have passed.
    from planalign.readers.pdf_pages import load_pages

    pages = load_pages(data, limits)
    found = _recognised(data, pages, limits)
    pages = settle(pages, found)
    _require_text(pages, found, limits)
    reading = read_pages(pages, limits)
    notes = [*_notes(pages, found), *without_margins(found.notes, reading.furniture), *reading.skipped]
    return replace(reading, skipped=tuple(sorted(notes, key=lambda note: note.location.page or 0)))


def _recognised(data: bytes, pages: Sequence[Page], limits: Limits) -> Recognised:
    wanted = [page.number for page in pages if is_scan(page) or is_garbled(page)]
    if not wanted or not may_recognise(limits):
        return Recognised()
    from planalign.readers.pdf_pictures import pictures

    return recognise(pictures(data, wanted), wanted, limits)


def _require_text(pages: Sequence[Page], found: Recognised, limits: Limits) -> None:
    if not found.is_empty and not any(page.chars for page in pages):
        raise ReadError(
            english("no text was recognised on the pages of this PDF"),
            hint=english("are they sharp enough to be read?"),
        )
    require_text(pages, "PDF", ocr_hint(limits))


def _notes(pages: Sequence[Page], found: Recognised) -> Iterator[Skipped]:
    """Give what pages lack, apart from those of which recognition has told it."""
    told = found.unread
    return (note for note in notes_on(pages) if note.location.page not in told)
