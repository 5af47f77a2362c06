"""Pages as a person sees them, to draw on them what was recognised: pictures of PDF and scans, characters of OFD."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from planalign.model.block import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PIL.Image import Image

    from planalign.config import Limits
    from planalign.readers.page import Box, Char, Page, Segment

    Covers = Mapping[int, Sequence[Box]]
    """Boxes, in points, that are not to be seen, by page number."""

_QUALITY = 60
_COVER = "#d8d8d8"


@dataclass(frozen=True, slots=True)
class PageView:
    """One page upright, in points: either its picture, or its characters and ruling lines."""

    number: int
    width: float
    height: float
    picture: bytes = b""
    """WEBP; empty where there is only text."""
    chars: tuple[Char, ...] = ()
    segments: tuple[Segment, ...] = ()


def page_views(data: bytes, kind: Format, limits: Limits, covers: Covers) -> Iterator[PageView]:
    """Give the pages of a file; none for formats without pages. The file was read before, so that it can be read."""
    views = _VIEWS.get(kind)
    return views(data, limits, covers) if views else iter(())


def _of_pdf(data: bytes, limits: Limits, covers: Covers) -> Iterator[PageView]:
    from planalign.readers.pdf_views import pictures_upright

    for number, image, scale in pictures_upright(data, limits):
        yield _view(number, image, scale, covers)


def _of_image(data: bytes, limits: Limits, covers: Covers) -> Iterator[PageView]:  # noqa: ARG001 - a shape for all
    from PIL import Image

    from planalign.readers.image import pictures_of
    from planalign.readers.ocr_page import levelled

    for number, picture in pictures_of(data):
        yield _view(number, Image.fromarray(levelled(picture)), picture.scale, covers)


def _of_ofd(data: bytes, limits: Limits, covers: Covers) -> Iterator[PageView]:
    from planalign.readers.ofd_package import open_parts
    from planalign.readers.ofd_pages import load_pages

    for page in load_pages(open_parts(data, limits), limits).pages:
        hidden = covers.get(page.number, ())
        chars = tuple(char for char in _chars(page) if not any(_inside(char, box) for box in hidden))
        yield PageView(page.number, page.width, page.height, chars=chars, segments=page.segments)


_VIEWS: dict[Format, Callable[[bytes, Limits, Covers], Iterator[PageView]]] = {
    Format.PDF: _of_pdf,
    Format.OFD: _of_ofd,
    Format.IMAGE: _of_image,
}


def _chars(page: Page) -> Iterator[Char]:
    yield from page.chars
    yield from page.turned


def _inside(char: Char, box: Box) -> bool:
    x, y = char.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _view(number: int, image: Image, scale: float, covers: Covers) -> PageView:
    """Return a picture as a view; what is covered is painted over, so that the file does not hold it."""
    from PIL import ImageDraw

    shown = image.convert("RGB")
    for box in covers.get(number, ()):
        ImageDraw.Draw(shown).rectangle([value * scale for value in box], fill=_COVER)
    target = BytesIO()
    shown.save(target, format="WEBP", quality=_QUALITY, method=2)
    return PageView(number, image.width / scale, image.height / scale, target.getvalue())
