"""Images of pages to draw on."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from tests.readers.ocr.conftest import file_of

from planalign.config import Limits
from planalign.model.block import Format
from planalign.readers.page_views import page_views

if TYPE_CHECKING:
    from planalign.readers.reading import Reading


def test_upright(page: Image.Image, reading: Reading) -> None:
    """A page that lies on its side is shown upright; the boxes of its text lie on it."""
    (view,) = page_views(file_of(page.rotate(90, expand=True)), Format.IMAGE, Limits(), {})
    image = Image.open(BytesIO(view.picture))
    assert (page.width / page.height) == pytest.approx(image.width / image.height, abs=0.01)
    boxes = [block.location.box for block in reading.blocks if block.location.box]
    assert boxes
    assert all(box[2] <= view.width and box[3] <= view.height for box in boxes)
    # There is ink where the first paragraph was read.
    left, top, right, bottom = (round(value * image.width / view.width) for value in boxes[0])
    assert image.convert("L").crop((left, top, right, bottom)).histogram()[0:100] != [0] * 100
