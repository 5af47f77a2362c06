"""Pages to draw on."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from planalign.config import Limits
from planalign.model.block import Format
from planalign.readers.page_views import page_views

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = Limits(ocr=False)
NAME = "linjiang-district-2025"


def _picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def test_pdf(jiangcheng: Path) -> None:
    """A page of a PDF gives its picture in the size of the page."""
    view = next(page_views((jiangcheng / f"{NAME}.pdf").read_bytes(), Format.PDF, LIMITS, {}))
    image = _picture(view.picture)
    assert 1 == view.number
    assert [595, 842] == pytest.approx([view.width, view.height], abs=1)
    assert image.width / image.height == pytest.approx(view.width / view.height, abs=0.01)


def test_covered(jiangcheng: Path) -> None:
    """What is covered is not in the picture any more."""
    covers = {1: [(0.0, 0.0, 595.0, 842.0)]}
    view = next(page_views((jiangcheng / f"{NAME}.pdf").read_bytes(), Format.PDF, LIMITS, covers))
    low, high = zip(*_picture(view.picture).crop((5, 5, 900, 1300)).getextrema(), strict=True)
    assert max(high) - min(low) < 8


def test_ofd(jiangcheng: Path) -> None:
    """A page of an OFD gives its characters, apart from those that are covered."""
    data = (jiangcheng / f"{NAME}.ofd").read_bytes()
    view = next(page_views(data, Format.OFD, LIMITS, {}))
    assert b"" == view.picture
    assert len(view.chars) > 100
    covered = next(page_views(data, Format.OFD, LIMITS, {1: [(0.0, 0.0, view.width, view.height)]}))
    assert () == covered.chars


def test_turned_page(corpora: Path) -> None:
    """A page is as wide and as high as it is read."""
    data = (corpora / "rendered" / "wl2025_plain.pdf").read_bytes()
    views = list(page_views(data, Format.PDF, LIMITS, {}))
    assert any(view.width > view.height for view in views)


def test_no_pages(jiangcheng: Path) -> None:
    """A format without pages gives none."""
    assert [] == list(page_views((jiangcheng / f"{NAME}.docx").read_bytes(), Format.DOCX, LIMITS, {}))
