"""One page drawn by us, as a scanner, a camera or a fax would deliver it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from planalign.config import Limits
from planalign.model.block import Paragraph, Table
from planalign.readers.image import read_image

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.readers.reading import Reading

PAGE = Path(__file__).with_name("page.png")
"""Drawn by draw_page.py."""


def file_of(*images: Image.Image, kind: str = "PNG") -> bytes:
    """Return an image file of one or more pages at 200 dots per inch."""
    stream = BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(stream, kind, dpi=(200, 200), **more)
    return stream.getvalue()


def part_of(page: Image.Image, top: int, bottom: int) -> Image.Image:
    """Return a sheet with some lines of the page; recognition would enlarge a lower one, and take longer."""
    sheet = Image.new("RGB", (page.width, 736), "white")
    sheet.paste(page.crop((0, top, page.width, bottom)), (0, 100))
    return sheet


def words(reading: Reading) -> list[str | list[list[str]]]:
    """Return the text of each paragraph, and the rows of each table."""
    found: list[str | list[list[str]]] = []
    for block in reading.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found.append([[cell.text for cell in row] for row in block.rows])
    return found


@pytest.fixture(scope="session")
def page() -> Image.Image:
    """Return the page in colour."""
    return Image.open(PAGE).convert("RGB")


@pytest.fixture(scope="session")
def reading(page: Image.Image) -> Reading:
    """Return what is read of the page as it is."""
    return read_image(file_of(page), Limits())


@pytest.fixture(scope="session")
def read(page: Image.Image) -> Callable[[Callable[[Image.Image], Image.Image]], Reading]:
    """Return a function that reads the page after something was done to it."""
    return lambda change: read_image(file_of(change(page)), Limits())
