"""Images of pages: PNG, JPEG, BMP, WEBP, and TIFF of several pages; read by OCR."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.ocr import may_recognise, ocr_hint, recognise, settle, without_margins
from planalign.readers.page_flow import read_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from planalign.config import Limits
    from planalign.readers.ocr_picture import Picture
    from planalign.readers.reading import Reading

_KINDS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_DAMAGED = "fetch it again, or open it and save it anew"
# Pixels of the largest page that is read: A3 at 600 dots per inch.
_MAX_PIXELS = 70_000_000
_SHORT, _LONG = 595.0, 842.0
"""Sides of A4, in points."""


def read_image(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order; what was hard to read as skipped.

    Raises ReadError where OCR is not installed or switched off, the image is damaged or too large, or shows no text.
    """
    if not may_recognise(limits):
        raise ReadError(english("this is an image of a page: it needs OCR"), hint=ocr_hint(limits))
    image = _opened(data)
    count = getattr(image, "n_frames", 1)
    found = recognise(_pictures(image, count), range(1, count + 1), limits)
    pages = settle(list(found.pages.values()), found)
    if not any(page.chars for page in pages):
        raise ReadError(
            english("no text was recognised on this image"), hint=english("is it sharp and large enough to be read?")
        )
    reading = read_pages(pages, limits)
    notes = [*without_margins(found.notes, reading.furniture), *reading.skipped]
    return replace(reading, skipped=tuple(sorted(notes, key=lambda note: note.location.page or 0)))


def pictures_of(data: bytes) -> Iterator[tuple[int, Picture]]:
    """Give number and picture of each page of an image.

    Raises ReadError where it is damaged or too large.
    """
    image = _opened(data)
    yield from _pictures(image, getattr(image, "n_frames", 1))


def _opened(data: bytes) -> Image:
    from PIL import Image, UnidentifiedImageError

    try:
        image = Image.open(BytesIO(data), formats=_KINDS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReadError(english("this image is damaged"), hint=_DAMAGED) from error
    _check_size(image)
    return image


def _check_size(image: Image) -> None:
    if image.width * image.height > _MAX_PIXELS:
        size = f"{image.width} × {image.height}"
        what = english("this image has {size} pixels, more than can be read", size=size)
        raise ReadError(what, hint=english("save it at 300 dots per inch"))


def _pictures(image: Image, count: int) -> Iterator[tuple[int, Picture]]:
    for index in range(count):
        try:
            image.seek(index)
            _check_size(image)
            yield index + 1, _picture(image)
        except (OSError, ValueError, SyntaxError) as error:
            raise ReadError(english("this image is damaged"), where=f"page {index + 1}", hint=_DAMAGED) from error


def _picture(image: Image) -> Picture:
    """Return one page upright as its camera says, on white, at the size at which text is recognised."""
    import numpy as np
    from PIL import Image, ImageOps

    from planalign.readers.ocr_picture import Picture, scale_for

    shown = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    width, height = _points(image, *paper.size)
    share = min(scale_for(width, height) * width / paper.width, 1.0)
    size = (max(round(paper.width * share), 1), max(round(paper.height * share), 1))
    return Picture(np.asarray(paper.convert("RGB").resize(size, Image.Resampling.LANCZOS)), size[0] / width)


def _points(image: Image, width: int, height: int) -> tuple[float, float]:
    """Return the size of the page: as the image says where that is likely, else as wide as a sheet of A4."""
    stated = image.info.get("dpi", (0, 0))[0]
    if stated and _SHORT / 2 < max(width, height) / float(stated) * 72 < 3 * _LONG:
        return (width / float(stated) * 72, height / float(stated) * 72)
    across = _LONG if width > height else _SHORT
    return (across, across * height / width)
