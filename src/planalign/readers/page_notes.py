"""What pages do not give: no text at all, pictures in the place of text, glyphs without a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.readers.page import Page

_OCR = english("recognise its text (OCR) and save that as TXT or PDF")
# A scanned page may carry a printed page number or stamp as text.
_FEW_GLYPHS = 20
_SCAN_SHARE = 0.5
_LARGE_IMAGE = 0.3
_PRIVATE_SHARE = 0.02


def require_text(pages: Sequence[Page], kind: str, hint: str = _OCR) -> None:
    """Raise ReadError where no page of a PDF or OFD gives any text: nothing is drawn, or only pictures and outlines."""
    if any(page.chars for page in pages):
        if not all(is_scan(page) or page.blank for page in pages):
            return
    elif all(page.blank for page in pages):
        raise ReadError(
            english("this {kind} is empty: nothing is drawn on its pages", kind=kind), hint=english("fetch it again")
        )
    if any(page.image_share > _LARGE_IMAGE for page in pages):
        raise ReadError(english("this {kind} is a scan: its pages are images without text", kind=kind), hint=hint)
    raise ReadError(
        english("this {kind} has no text: its letters are drawn as outlines or pictures", kind=kind), hint=hint
    )


def is_scan(page: Page) -> bool:
    """Return whether a page shows something but holds no text worth the name."""
    glyphs = sum(1 for char in page.chars if not char.text.isspace())
    return not page.blank and (glyphs == 0 or (glyphs < _FEW_GLYPHS and page.image_share > _SCAN_SHARE))


def is_garbled(page: Page) -> bool:
    """Return whether too many characters of a page have no meaning outside their font."""
    return _strange(page) > _PRIVATE_SHARE * len(page.chars)


def notes_on(pages: Sequence[Page]) -> Iterator[Skipped]:
    """Give a record for every page of which something was not read, or may be wrong."""
    for page in pages:
        location = Location(page=page.number)
        if is_scan(page):
            yield _without_text(page, location)
            continue
        if page.image_share > _LARGE_IMAGE:
            reason = english(
                "an image covers {share:.0%} of page {page}: text inside it is not read",
                share=page.image_share,
                page=page.number,
            )
            yield Skipped(location=location, reason=reason, kind=SkipKind.UNCLEAR)
        if is_garbled(page):
            strange = _strange(page)
            reason = english(
                "{strange} of {count} characters of page {page} have no meaning outside their font: "
                "its text may be wrong, and needs OCR",
                strange=strange,
                count=len(page.chars),
                page=page.number,
            )
            yield Skipped(location=location, reason=reason, kind=SkipKind.UNREAD)


def _without_text(page: Page, location: Location) -> Skipped:
    reason = english("page {page} is an image without text: it needs OCR", page=page.number)
    if page.image_share <= _LARGE_IMAGE:
        reason = english("page {page} is drawn without text: it needs OCR", page=page.number)
    return Skipped(location=location, reason=reason, kind=SkipKind.UNREAD)


def _strange(page: Page) -> int:
    return sum(1 for char in page.chars if _is_strange(char.text))


def _is_strange(text: str) -> bool:
    return "\ue000" <= text <= "\uf8ff" or text == "\ufffd" or text >= "\U000f0000"
