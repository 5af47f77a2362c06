"""Draws the page that the tests of OCR read.

`python tests/readers/ocr/draw_page.py FONT FACE`: the file of a Chinese font and the number of its face.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Path(__file__).with_name("page.png")
DPI = 200
SIZE = (420, 595)
"""A5, in points."""
LEFT, WIDTH, LEADING = 48, 324, 20
TEXT = (
    "一、工作任务",
    "（一）完善预警体系。6月底前建成雨量站12处，预警信息发布准确率达到95%以上，镇（街道）每季度演练1次。",
    "（二）加固堤防水库。完成小型水库除险加固3座，1∶5000洪水风险图全部更新。（责任单位：区水务局）",
    "二、工作要求",
    "各单位要压实责任，10月20日前报送落实情况。",
)
TABLE = (
    ("序号", "名称", "2025年目标", "牵头单位"),
    ("1", "森林火灾受害率", "0.3‰以内", "区林业局"),
    ("2", "雨量站", "12处", "区水务局、区气象局"),
)
COLUMNS = (48, 84, 184, 264, 372)
ROWS = (420, 444, 468, 492)


def _scaled(value: float) -> int:
    return round(value * DPI / 72)


class _Sheet:
    """A page under construction; lengths in points."""

    def __init__(self, font: str, face: int) -> None:
        self.image = Image.new("RGB", (_scaled(SIZE[0]), _scaled(SIZE[1])), "white")
        self._draw = ImageDraw.Draw(self.image)
        self._font, self._face = font, face

    def text(self, x: float, base: float, text: str, size: float = 12, colour: str = "black") -> None:
        """Put text with its baseline at `base`."""
        self._draw.text((_scaled(x), _scaled(base)), text, fill=colour, font=self._type(size), anchor="ls")

    def centred(self, base: float, text: str, size: float, colour: str = "black") -> None:
        """Put text in the middle of the page."""
        self._draw.text((_scaled(SIZE[0] / 2), _scaled(base)), text, fill=colour, font=self._type(size), anchor="ms")

    def long(self, text: str) -> float:
        """Return the length of a text of the body."""
        return self._type(12).getlength(text) * 72 / DPI

    def _type(self, size: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self._font, _scaled(size), index=self._face)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a ruling line."""
        self._draw.line(tuple(map(_scaled, (x0, y0, x1, y1))), fill="black", width=2)


def _lines(paragraph: str, long: Callable[[str], float]) -> list[str]:
    """Break a paragraph as Word does: indented by two characters, filled lines, no mark at the start of a line."""
    rest, lines = f"\u3000\u3000{paragraph}", []
    while rest:
        count = max(end for end in range(1, len(rest) + 1) if long(rest[:end]) <= WIDTH)
        while count < len(rest) and rest[count] in "，。、；：∶）%":
            count -= 1
        lines.append(rest[:count])
        rest = rest[count:]
    return lines


def draw(font: str, face: int) -> Image.Image:
    """Return the page."""
    sheet = _Sheet(font, face)
    sheet.centred(60, "江城市临江区人民政府文件", 24, "red")
    sheet.centred(84, "临江府发〔2025〕9号", 12)
    sheet.centred(116, "江城市临江区2025年防汛工作要点", 18)
    base = 146
    for paragraph in TEXT:
        for line in _lines(paragraph, sheet.long):
            sheet.text(LEFT, base, line)
            base += LEADING
    sheet.text(252, 342, "江城市临江区人民政府")
    sheet.text(276, 362, "2025年3月12日")
    sheet.text(LEFT, 408, "附件：防汛指标")
    for y in ROWS:
        sheet.rule(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        sheet.rule(x, ROWS[0], x, ROWS[-1])
    for top, row in zip(ROWS, TABLE, strict=False):
        for x, cell in zip(COLUMNS, row, strict=False):
            sheet.text(x + 5, top + 16, cell, 10.5)
    sheet.centred(560, "- 1 -", 10.5)
    return sheet.image


if __name__ == "__main__":
    draw(sys.argv[1], int(sys.argv[2])).quantize(16).save(PAGE, dpi=(DPI, DPI), optimize=True)
