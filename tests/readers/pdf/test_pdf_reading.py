"""What cannot be read is refused with a reason or reported, never lost silently."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Paragraph
from planalign.readers.pdf import read_pdf
from planalign.readers.radicals import character

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _raw(*objects: bytes) -> bytes:
    """Return a PDF of numbered objects; readers find them without a table of places."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, thing) for number, thing in enumerate(objects, start=1))
    return b"%%PDF-1.7\n%strailer\n<</Size %d/Root 1 0 R>>\n%%%%EOF" % (body, len(objects) + 1)


def _with_content(content: bytes, filters: bytes) -> bytes:
    return _raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(content), filters, content),
    )


def _encrypted(path: Path, user: str) -> bytes:
    canvas = Canvas(str(path), encrypt=StandardEncryption(user, ownerPassword="owner", canPrint=1), invariant=1)
    canvas.drawString(100, 700, "Jiangcheng")
    canvas.save()
    return path.read_bytes()


def test_an_empty_user_password_opens_by_itself(tmp_path: Path) -> None:
    """Many official files are only protected against editing."""
    (block,) = read_pdf(_encrypted(tmp_path / "a.pdf", ""), Limits()).blocks

    assert isinstance(block, Paragraph)
    assert "Jiangcheng" == block.text


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    """The message says what is missing and what to do."""
    with pytest.raises(ReadError, match="password is needed") as caught:
        read_pdf(_encrypted(tmp_path / "a.pdf", "secret"), Limits())

    assert "without one" in caught.value.hint


def test_a_scan_is_refused_with_the_way_out(paper: Callable[..., Any]) -> None:
    """A PDF of images alone needs OCR."""
    sheet = paper()
    sheet.picture()

    with pytest.raises(ReadError, match="scan") as caught:
        read_pdf(sheet.data(), Limits(ocr=False))
    assert "OCR" in caught.value.hint


def test_a_stamped_page_number_does_not_make_a_scan_readable(paper: Callable[..., Any]) -> None:
    """A printed number over the image is no text of the plan."""
    sheet = paper()
    sheet.picture()
    sheet.text(290, 800, "- 1 -")

    with pytest.raises(ReadError, match="scan"):
        read_pdf(sheet.data(), Limits(ocr=False))


def test_a_scanned_page_among_others_is_reported(paper: Callable[..., Any]) -> None:
    """The other pages are read; the note names the page."""
    sheet = paper()
    sheet.text(100, 200, "一、强化责任。")
    sheet.page()
    sheet.picture()
    sheet.page()
    sheet.text(100, 200, "二、补齐短板。")
    reading = read_pdf(sheet.data(), Limits(ocr=False))

    assert 2 == len(reading.blocks)
    assert [(2, True)] == [(note.location.page, "OCR" in note.reason) for note in reading.skipped]


@pytest.mark.parametrize(("code", "noted"), [(b"E001", [1]), (b"4E00", [])], ids=["private", "ordinary"])
def test_characters_without_meaning_are_reported(code: bytes, noted: list[int]) -> None:
    """Private-use characters come from fonts with codes of their own; the page is read, and the doubt stated."""
    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <%s> endbfchar" % code
    content = b"BT /F1 12 Tf 100 700 Td (ABAAAA) Tj ET"
    data = _raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
    )
    reading = read_pdf(data, Limits(ocr=False))

    assert 1 == len(reading.blocks)
    assert noted == [note.location.page for note in reading.skipped]


def test_radicals_are_read_as_characters() -> None:
    """Fonts of some programs call 一 by the radical of the same shape."""
    assert ["一", "长", "工", "甲"] == [character(text) for text in ("\u2f00", "\u2ed3", "\u2f2f", "甲")]


def test_a_large_picture_beside_text_is_reported(paper: Callable[..., Any]) -> None:
    """A table pasted as an image is lost, so the page is named."""
    sheet = paper()
    sheet.picture()
    sheet.text(100, 200, "一、强化责任，压实各级各部门工作责任，推动全年任务落实。")
    reading = read_pdf(sheet.data(), Limits())

    assert 1 == len(reading.blocks)
    assert ["an image covers 100% of page 1: text inside it is not read"] == [note.reason for note in reading.skipped]


def test_an_empty_pdf_is_refused(paper: Callable[..., Any]) -> None:
    """Blank pages hold nothing to compare."""
    sheet = paper()
    sheet.page()

    with pytest.raises(ReadError, match="empty"):
        read_pdf(sheet.data(), Limits())


def test_too_many_pages_are_refused(paper: Callable[..., Any]) -> None:
    """The limit is part of the settings."""
    sheet = paper()
    for _ in range(3):
        sheet.text(100, 200, "一、强化责任。")
        sheet.page()

    with pytest.raises(ReadError, match="3 pages"):
        read_pdf(sheet.data(), Limits(max_pages=2))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nxref nonsense", b"%PDF-1.4" + bytes(200)])
def test_damaged_files_are_refused(data: bytes) -> None:
    """No traceback, a hint."""
    with pytest.raises(ReadError, match="damaged"):
        read_pdf(data, Limits())


def test_mangled_files_are_read_or_refused(paper: Callable[..., Any]) -> None:
    """Cut off, overwritten or shortened anywhere: a reading or a ReadError, never anything else."""
    sheet = paper(size=12)
    sheet.text(80, 100, "一、强化责任，压实各级各部门工作责任。")
    sheet.grid(70, 500, [60, 100, 100], [["序号", "名称", "目标"], ["1", "甲", None], ["2", ">", "丙"]])
    whole = sheet.data()
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    for _ in range(60):
        start = chance.randrange(len(whole))
        patch = chance.randbytes(chance.randrange(4))
        mangled = whole[:start] + patch + whole[start + chance.randrange(1, 300) :]
        with contextlib.suppress(ReadError):
            read_pdf(mangled, Limits(ocr=False))


def test_forms_that_draw_themselves_are_refused_before_anything_draws_them() -> None:
    """PDFium would take the whole process down."""
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>"
        b"stream\n/X Do /X Do\nendstream"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    data = _raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length 5>>stream\n/X Do\nendstream",
        form,
    )

    with pytest.raises(ReadError, match="without end"):
        read_pdf(data, Limits())


@pytest.mark.parametrize("times", [1, 2])
def test_decompression_bombs_are_refused(times: int) -> None:
    """A stream that unpacks a thousandfold, and one packed twice, which is far smaller still."""
    content = zlib.compress(bytes(80 * 2**20), 9)
    if times == 2:
        content = zlib.compress(content, 9)
    data = _with_content(content, b"[" + b"/FlateDecode" * times + b"]")

    with pytest.raises(ReadError, match="unpack"):
        read_pdf(data, Limits())


def test_pdfplumber_is_not_loaded_without_need() -> None:
    """Pages without ruling lines pay for PDFium alone."""
    code = (
        "import sys\n"
        "from planalign.config import Limits\n"
        "from planalign.readers.pdf import read_pdf\n"
        "read_pdf(sys.stdin.buffer.read(), Limits())\n"
        "print({name for name in ('pdfplumber', 'pdfminer', 'PIL') if name in sys.modules})"
    )
    content = b"BT /F1 12 Tf 100 700 Td (Jiangcheng) Tj ET"
    data = _raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)

    assert done.stdout.strip() == b"set()"
