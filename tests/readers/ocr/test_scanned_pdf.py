"""Scanned pages of a PDF are read where they stand, between pages that have text of their own."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from tests.readers.ocr.conftest import part_of, words
from tests.readers.ocr.test_image import EXPECTED

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import SkipKind
from planalign.readers.pdf import read_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

FONT = "STSong-Light"
HALF = (420.0, 265.0)
"""The shape of a part of the page, in points."""


def _pdf(*pages: str | Image.Image, size: tuple[float, float] = (420, 595)) -> bytes:
    """Return a PDF with a line of text or a picture on each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, size, invariant=1)
    for page in pages:
        if isinstance(page, str):
            canvas.setFont(FONT, 12)
            canvas.drawString(72, size[1] - 100, page)
        else:
            canvas.drawImage(ImageReader(page), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def sheet(page: Image.Image) -> Image.Image:
    """Return a sheet with the first lines of the page only, which are soon read."""
    return part_of(page, 0, 260)


def test_a_scanned_page_is_read_in_its_place(sheet: Image.Image) -> None:
    """The text of the other pages is exact and carries no confidence."""
    reading = read_pdf(_pdf("一、强化组织领导。", sheet, "三、严格督查考核。", size=HALF), Limits())

    assert ["一、强化组织领导。", *EXPECTED[:2], "三、严格督查考核。"] == words(reading)
    assert [True, False, False, True] == [block.location.confidence is None for block in reading.blocks]


def test_a_scanned_page_is_reported_where_ocr_is_off(page: Image.Image) -> None:
    """It is never lost silently."""
    reading = read_pdf(_pdf("一、强化组织领导。", page), Limits(ocr=False))

    assert ["一、强化组织领导。"] == words(reading)
    assert [(2, SkipKind.UNREAD)] == [(note.location.page, note.kind) for note in reading.skipped]


def test_a_scan_is_refused_where_ocr_is_off(page: Image.Image) -> None:
    """The message names the option that forbade it."""
    with pytest.raises(ReadError, match="scan") as caught:
        read_pdf(_pdf(page), Limits(ocr=False))
    assert "--no-ocr" in caught.value.hint


def test_a_scan_stored_at_a_point_a_pixel_is_read(sheet: Image.Image) -> None:
    """Some scanners make pages of a metre; the picture is not enlarged for that."""
    reading = read_pdf(_pdf(sheet, size=sheet.size), Limits())

    assert EXPECTED[:2] == words(reading)


def test_born_digital_pages_need_no_ocr(jiangcheng: Path) -> None:
    """Neither the models nor the libraries of pictures are loaded."""
    program = (
        "import sys\nfrom pathlib import Path\nfrom planalign.config import Limits\n"
        "from planalign.readers.registry import read\nread(Path(sys.argv[1]), Limits())\n"
        "sys.exit(' '.join(name for name in ('rapidocr', 'onnxruntime', 'cv2') if name in sys.modules) or 0)"
    )
    path = jiangcheng / "city-2024.pdf"
    result = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)

    assert (0, "", "") == (result.returncode, result.stdout, result.stderr)


def test_a_page_with_a_garbled_text_layer_is_recognised() -> None:
    """Its glyphs have codes without meaning, but can be seen."""
    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <5A> <E041> endbfrange"
    content = b"BT /F1 24 Tf 20 40 Td (GB 9704) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, thing) for number, thing in enumerate(objects, start=1))
    data = b"%%PDF-1.7\n%strailer\n<</Size 7/Root 1 0 R>>\n%%%%EOF" % body

    assert ["GB 9704"] == words(read_pdf(data, Limits()))
    assert ["GB 9704"] != words(read_pdf(data, Limits(ocr=False)))
