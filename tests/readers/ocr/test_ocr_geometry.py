"""From strips and pictures to characters and ruling lines: no recogniser takes part."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from planalign.readers.ocr_chars import characters, column, settled, with_spaces
from planalign.readers.ocr_engine import Strip
from planalign.readers.page import Char, Page, Segment


def _strip(text: str, *, spaces: tuple[int, ...] = ()) -> Strip:
    places = tuple((index + 0.5) / len(text) for index in range(len(text)))
    return Strip(text, places, (1.0,) * len(text), frozenset(spaces))


def _sheet(width: int = 400, height: int = 300) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (width, height), 255)
    return image, ImageDraw.Draw(image)


def test_characters_fill_their_line_evenly() -> None:
    """Five ideographs over 60 points are 12 points each."""
    chars = characters(_strip("一二三四五"), (0, 0, 60, 14), (0.5, 1, 59.5, 12.2))

    assert [0, 12, 24, 36, 48] == [round(char.x0) for char in chars]
    assert {12} == {round(char.size) for char in chars}


def test_marks_leave_room_beside_them() -> None:
    """The ink of a bracket is half as wide as its square, at the end of the line and at its start."""
    chars = characters(_strip("（江城）"), (0, 0, 48, 14), (6, 1, 42, 13))

    assert [0, 12, 24, 36] == [round(char.x0) for char in chars]
    assert 48 == round(chars[-1].x1)


def test_wide_gaps_stay_gaps() -> None:
    """Two columns that were seen as one line keep their distance."""
    strip = Strip("江城十月", (0.05, 0.15, 0.85, 0.95), (1.0,) * 4, frozenset())
    chars = characters(strip, (0, 0, 120, 12), (0, 0, 120, 11.2))

    assert chars[2].x0 - chars[1].x1 > 60


def test_spaces_count_between_latin_words_only() -> None:
    """Between Chinese characters they are errors of measurement."""
    strip = _strip("江城GBT", spaces=(1, 3, 4))
    chars = characters(strip, (0, 0, 60, 12), (0, 0, 60, 11))

    assert "江城GB T" == "".join(char.text for char in with_spaces(chars, strip)).replace("G B", "GB")


def test_characters_of_a_column_stand_one_below_the_other() -> None:
    """Names of groups in the first column of a table."""
    chars = column(_strip("城市"), (10, 100, 22, 126))

    assert [(10, 113), (10, 126)] == [(char.x0, round(char.base + 2)) for char in chars]


def test_measured_sizes_settle_on_set_ones() -> None:
    """15.6 and 16.3 are 16 if a page that was set says so; 22 is another size."""
    typed = Page(1, 595, 842, tuple(Char("江", 0, 16, 100, 16.0) for _ in range(9)))
    seen = Page(2, 595, 842, tuple(Char("城", 0, 16, 100, size, 0.9) for size in (15.6, 16.3, 22.1)))
    pages = settled([typed, seen], frozenset({2}))

    assert [16.0, 16.0, 22.1] == [char.size for char in pages[1].chars]
    assert typed == pages[0]


def test_ruling_lines_are_found_and_wiped_away() -> None:
    """A table of two columns; the strokes of large type are none."""
    from planalign.readers.ocr_picture import rules_of

    image, draw = _sheet()
    for y in (50, 100, 150):
        draw.line((40, y, 360, y), fill=0, width=2)
    for x in (40, 200, 360):
        draw.line((x, 50, x, 150), fill=0, width=2)
    draw.line((60, 230, 160, 230), fill=0, width=3)
    rules, clean = rules_of(np.array(image), [(50, 210, 170, 250)], 1.0)

    assert (3, 3) == (sum(rule.top == rule.bottom for rule in rules), sum(rule.x0 == rule.x1 for rule in rules))
    assert clean[40:160].min() == 255
    assert clean[230, 100] == 0


def test_frames_are_parted_at_upright_rules() -> None:
    """Words of neighbouring cells that were found as one."""
    from planalign.readers.ocr_frames import part

    assert [(10, 0, 100, 20), (100, 0, 200, 20)] == list(part([(10, 0, 200, 20)], [Segment(100, -50, 100, 50)]))
    assert [(10, 0, 200, 20)] == list(part([(10, 0, 200, 20)], [Segment(100, 30, 100, 50)]))


def test_what_the_finder_left_out_is_framed() -> None:
    """The number before a heading, a mark at the end of a line, a lone figure; not what lies behind a rule."""
    from planalign.readers.ocr_frames import complete
    from planalign.readers.ocr_picture import ink_of

    image, draw = _sheet()
    draw.rectangle((60, 100, 160, 112), fill=0)
    draw.rectangle((45, 100, 50, 112), fill=0)
    draw.rectangle((176, 100, 182, 112), fill=0)
    draw.rectangle((300, 200, 306, 214), fill=0)
    frames = complete([(58, 96, 162, 116)], ink_of(np.array(image), 1.0), [Segment(170, 0, 170, 300)], 1.0)

    assert (True, 163) == (frames[0][0] <= 45, frames[0][2] + 1)
    assert any(x0 <= 300 and top <= 200 and x1 >= 306 and bottom >= 214 for x0, top, x1, bottom in frames[1:])


def test_a_seal_is_wiped_off_and_a_red_heading_stays() -> None:
    """Black type below the seal stays too."""
    from planalign.readers.ocr_picture import Picture, grey_without_seals

    image = Image.new("RGB", (600, 400), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((50, 20, 500, 50), fill="red")
    draw.ellipse((300, 150, 420, 270), outline=(230, 30, 30), width=8)
    draw.rectangle((320, 200, 400, 210), fill="black")
    grey = grey_without_seals(Picture(np.asarray(image), 1.0))

    assert grey[30, 100] < 128
    assert grey[154, 360] > 200
    assert grey[205, 360] < 50


def test_skew_is_that_of_the_long_lines() -> None:
    """A short piece may point anywhere."""
    from planalign.readers.ocr_picture import skew

    long = np.array([[0, 0], [200, 2], [200, 22], [0, 20]], dtype=np.float32)
    short = np.array([[0, 0], [10, 8], [10, 28], [0, 20]], dtype=np.float32)

    assert 0.5 < skew([long, long, short]) < 0.65
    assert 0 == skew([])


def test_columns_of_characters_are_laid_side_by_side() -> None:
    """Four characters one below the other become a line: one of two strokes, two that touch; a lone figure stays."""
    from planalign.readers.ocr_picture import is_column, pieces, side_by_side

    ink = np.zeros((120, 40), np.uint8)
    for start, end in ((5, 12), (20, 28), (34, 57), (64, 112)):
        ink[start:end, 10:34] = 1
    rows = pieces(ink)
    line = side_by_side(255 - 255 * ink, rows)

    assert [(5, 28), (34, 57), (64, 88), (88, 112)] == rows
    assert line.shape[1] > 3 * line.shape[0]
    assert is_column((10, 5, 34, 112), 30)
    assert not is_column((0, 0, 8, 30), 30)


def test_neighbouring_lines_are_left_out_of_a_strip() -> None:
    """Feet of the line above and heads of the line below look into a tight strip."""
    from planalign.readers.ocr_picture import ink_box, without_neighbours

    ink = np.zeros((40, 100), np.uint8)
    ink[0:4, 10:90] = ink[10:30, 10:90] = ink[37:40, 10:90] = 1

    assert (10, 10, 90, 30) == ink_box(without_neighbours(ink))
    assert ink_box(np.zeros((5, 5), np.uint8)) is None


def test_rings_tell_per_mille_from_percent() -> None:
    """Two rings, three rings; a hole of the next character is no ring."""
    from planalign.readers.ocr_per_mille import is_per_mille

    image, draw = _sheet(60, 40)
    for x, y in ((4, 4), (16, 20), (30, 20)):
        draw.ellipse((x, y, x + 10, y + 12), outline=0, width=2)
    whole = np.array(image)

    assert is_per_mille(whole)
    assert not is_per_mille(whole[:, :28])
    assert not is_per_mille(np.full((20, 20), 255, np.uint8))
    draw.rectangle((28, 4, 44, 36), fill=255)
    draw.rectangle((30, 4, 42, 34), outline=0, width=2)
    assert not is_per_mille(np.array(image))


def test_pages_of_any_size_are_shown_at_a_size_that_can_be_read() -> None:
    """A4 and A3 at 200 dots per inch; a page of a metre holds no more text; a long web page stays within bounds."""
    from planalign.readers.ocr_picture import scale_for

    assert 200 == round(scale_for(595, 842) * 72) == round(scale_for(842, 1191) * 72)
    assert round(2480 * scale_for(2480, 3508)) <= 1700
    assert 595 * 1200 * scale_for(595, 1200) ** 2 <= 25_000_000
