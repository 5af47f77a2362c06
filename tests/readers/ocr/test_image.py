"""Images of pages: what a person sees on them is read, however they were scanned."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from tests.readers.ocr.conftest import file_of, part_of, words

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Format, SkipKind, Table
from planalign.readers.image import pictures_of, read_image
from planalign.readers.ocr import ocr_hint
from planalign.readers.sniff import sniff
from planalign.readers.steps import listening

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.readers.reading import Reading

    Read = Callable[[Callable[[Image.Image], Image.Image]], Reading]

EXPECTED: list[str | list[list[str]]] = [
    "江城市临江区人民政府文件",
    "临江府发〔2025〕9号",
    "江城市临江区2025年防汛工作要点",
    "一、工作任务",
    "（一）完善预警体系。6月底前建成雨量站12处，预警信息发布准确率达到95%以上，镇（街道）每季度演练1次。",
    "（二）加固堤防水库。完成小型水库除险加固3座，1：5000洪水风险图全部更新。（责任单位：区水务局）",
    "二、工作要求",
    "各单位要压实责任，10月20日前报送落实情况。",
    "江城市临江区人民政府",
    "2025年3月12日",
    "附件：防汛指标",
    [
        ["序号", "名称", "2025年目标", "牵头单位"],
        ["1", "森林火灾受害率", "0.3‰以内", "区林业局"],
        ["2", "雨量站", "12处", "区水务局、区气象局"],
    ],
]


def _heading(page: Image.Image) -> Image.Image:
    return part_of(page, 0, 260)


def _sealed(page: Image.Image) -> Image.Image:
    """Return the page with a round red seal over signature and date."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    draw.ellipse((730, 830, 1060, 1160), outline=(225, 40, 40), width=12)
    draw.regular_polygon((895, 995, 60), 5, fill=(225, 40, 40))
    return ImageChops.multiply(page, layer)


def _careless(page: Image.Image) -> Image.Image:
    """Return the page as a careless scan: askew, soft, with specks and a seal."""
    soft = _sealed(page).rotate(1.2, Image.Resampling.BICUBIC, fillcolor="white").filter(ImageFilter.GaussianBlur(0.7))
    chance = random.Random(3)  # noqa: S311 - the same specks every time
    for _ in range(3_000):
        soft.putpixel((chance.randrange(soft.width), chance.randrange(soft.height)), (90, 90, 90))
    return soft


def test_what_is_printed_is_read(reading: Reading) -> None:
    """Paragraphs as they were written, the cells of the table, the red heading; the page number is no text."""
    assert EXPECTED == words(reading)
    assert [("page_number", "-1-")] == [(record.role, record.text) for record in reading.furniture]


def test_places_carry_the_confidence(reading: Reading) -> None:
    """Each block says where it stands and how sure its reading is."""
    title, table = reading.blocks[2], reading.blocks[-1]

    assert title.location.box is not None
    assert (1, True) == (title.location.page, 95 < title.location.box[1] < 105)
    assert (title.location.confidence or 0) > 0.9
    assert isinstance(table, Table)
    assert (table.rows[1][1].location.confidence or 0) > 0.9


def test_figures_that_are_often_misread_are_flagged(reading: Reading) -> None:
    """They reach the reports as doubts, not as parts that were never read."""
    assert [
        ("a ratio may be misread", "（二）加固堤防水库。完成小型水库除险加固3座，1：50"),
        ("‰ and % are easily mistaken for each other", "0.3‰以内"),
    ] == [(note.reason.partition("picture: ")[2], note.text) for note in reading.skipped]
    assert {SkipKind.UNCLEAR} == {note.kind for note in reading.skipped}


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_may_lie_on_its_side_or_head(read: Read, angle: int) -> None:
    """Each page is turned on its own."""
    reading = read(lambda page: part_of(page, 190, 530).rotate(angle, expand=True))

    assert EXPECTED[1:5] == words(reading)


def test_a_careless_scan_is_read(read: Read) -> None:
    """Skew, blur, specks, and a seal over the signature."""
    found = words(read(_careless))

    assert EXPECTED[3:10] == found[3:10]
    assert EXPECTED[-1] == found[-1]


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF"])
def test_kinds_that_lose_nothing(page: Image.Image, kind: str) -> None:
    """They are told by content, and show the same picture to whoever reads it."""
    data = file_of(page, kind=kind)
    ((number, picture),) = pictures_of(data)

    assert Format.IMAGE is sniff(data)
    assert (1, page.size, page.tobytes()) == (number, picture.pixels.shape[1::-1], picture.pixels.tobytes())


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_kinds_that_lose_something(page: Image.Image, kind: str) -> None:
    """They are told by content and read as well."""
    data = file_of(_heading(page), kind=kind)

    assert Format.IMAGE is sniff(data)
    assert EXPECTED[:2] == words(read_image(data, Limits()))


def test_pages_of_a_tiff_are_read_in_order(page: Image.Image) -> None:
    """Fax machines deliver all pages in one file; the steps are told to whoever listens."""
    second = part_of(page, 260, 530)
    steps: list[tuple[int, int]] = []
    with listening(lambda done, total: steps.append((done, total))):
        reading = read_image(file_of(_heading(page), second, kind="TIFF"), Limits())

    assert EXPECTED[:5] == words(reading)
    assert [1, 1, 2, 2, 2] == [block.location.page for block in reading.blocks]
    assert [(1, 2), (2, 2)] == steps


def test_pages_beyond_the_limit_are_reported(page: Image.Image) -> None:
    """Nothing is lost silently."""
    reading = read_image(file_of(_heading(page), _heading(page), kind="TIFF"), Limits(max_ocr_pages=1))

    assert EXPECTED[:2] == words(reading)
    assert [(2, SkipKind.UNREAD)] == [(note.location.page, note.kind) for note in reading.skipped]


def test_an_image_without_text_is_refused() -> None:
    """A blank sheet, and a picture of something else."""
    with pytest.raises(ReadError, match="no text was recognised"):
        read_image(file_of(Image.new("RGB", (600, 800), "white")), Limits())


def test_without_ocr_an_image_is_refused_with_the_way_out(page: Image.Image) -> None:
    """The message names what to install, or what to leave out."""
    with pytest.raises(ReadError, match="needs OCR") as caught:
        read_image(file_of(page), Limits(ocr=False))
    assert "leave out --no-ocr" in caught.value.hint
    assert "planalign[ocr]" in ocr_hint(Limits())


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n0000", b"\xff\xd8\xff\xe0", b"II*\x00" + bytes(40)])
def test_damaged_images_are_refused(data: bytes) -> None:
    """No traceback."""
    with pytest.raises(ReadError, match="damaged"):
        read_image(data, Limits())


def test_an_image_cut_off_on_its_way_is_refused(page: Image.Image) -> None:
    """Half a file is no page."""
    data = file_of(page)
    with pytest.raises(ReadError, match="damaged"):
        read_image(data[: len(data) // 2], Limits())
