"""Born-digital PDF: its pages to blocks; what is a scan or garbled is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.block import Location, SkipKind, Skipped
from planalign.readers.page_flow import read_pages
from planalign.readers.pdf_guard import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.config import Limits
    from planalign.readers.page import Page
    from planalign.readers.reading import Reading

_OCR = "recognise its text (OCR) and save that as TXT or PDF"
# A scanned page may carry a printed page number or stamp as text.
_FEW_GLYPHS = 20
_SCAN_SHARE = 0.5
_LARGE_IMAGE = 0.3
_PRIVATE_SHARE = 0.02


def read_pdf(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order; margins apart, pages without text as skipped.

    Raises ReadError where the file is damaged, encrypted, too large, or a scan without any text.
    """
    check(data, limits)
    # PDFium takes a tenth of a second to load: not before the checks have passed.
    from planalign.readers.pdf_pages import load_pages

    pages = load_pages(data, limits)
    _require_text(pages)
    reading = read_pages(pages, limits)
    notes = sorted([*_notes(pages), *reading.skipped], key=lambda note: note.location.page or 0)
    return replace(reading, skipped=tuple(notes))


def _require_text(pages: Sequence[Page]) -> None:
    if any(page.chars for page in pages):
        if not all(_is_scan(page) or page.blank for page in pages):
            return
    elif all(page.blank for page in pages):
        raise ReadError("this PDF is empty: nothing is drawn on its pages", hint="fetch it again")
    raise ReadError("this PDF is a scan: its pages are images without text", hint=_OCR)


def _is_scan(page: Page) -> bool:
    glyphs = sum(1 for char in page.chars if not char.text.isspace())
    return not page.blank and (glyphs == 0 or (glyphs < _FEW_GLYPHS and page.image_share > _SCAN_SHARE))


def _notes(pages: Sequence[Page]) -> Iterator[Skipped]:
    for page in pages:
        location = Location(page=page.number)
        if _is_scan(page):
            reason = f"page {page.number} is an image without text: it needs OCR"
            yield Skipped(location=location, reason=reason, kind=SkipKind.UNREAD)
            continue
        if page.image_share > _LARGE_IMAGE:
            reason = f"an image covers {page.image_share:.0%} of page {page.number}: text inside it is not read"
            yield Skipped(location=location, reason=reason, kind=SkipKind.UNCLEAR)
        strange = sum(1 for char in page.chars if _is_strange(char.text))
        if strange > _PRIVATE_SHARE * len(page.chars):
            reason = (
                f"{strange} of {len(page.chars)} characters of page {page.number} have no meaning outside their font"
            )
            reason += ": its text may be wrong, and needs OCR"
            yield Skipped(location=location, reason=reason, kind=SkipKind.UNREAD)


def _is_strange(text: str) -> bool:
    return "\ue000" <= text <= "\uf8ff" or text == "\ufffd" or text >= "\U000f0000"
