"""OFD (GB/T 33190), the national fixed-layout format: its pages to blocks by the same geometry as PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planalign.readers.ofd_package import open_parts
from planalign.readers.ofd_pages import load_pages
from planalign.readers.page_flow import read_pages
from planalign.readers.page_notes import notes_on, require_text

if TYPE_CHECKING:
    from planalign.config import Limits
    from planalign.readers.reading import Reading


def read_ofd(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order; margins apart, pages without text as skipped.

    Raises ReadError where the file is damaged, too large, or draws its letters without holding any text.
    """
    loaded = load_pages(open_parts(data, limits), limits)
    require_text(loaded.pages, "OFD")
    reading = read_pages(loaded.pages, limits)
    notes = [*loaded.skipped, *notes_on(loaded.pages), *reading.skipped]
    return replace(reading, skipped=tuple(sorted(notes, key=lambda note: note.location.page or 0)))
