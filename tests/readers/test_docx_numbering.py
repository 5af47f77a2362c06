"""Automatic numbers as Word shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.model.block import Paragraph
from planalign.readers.docx import read_docx
from planalign.readers.docx_numerals import format_number

if TYPE_CHECKING:
    from collections.abc import Callable

    Builder = Callable[..., bytes]


def _level(level: int, style: str, text: str, more: str = "") -> str:
    formatted = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{level}">{formatted}</w:lvl>'


def _abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def _num(key: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _item(level: int | None, num: int | None, style: str = "") -> str:
    parts = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbers = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    numbers += "" if num is None else f'<w:numId w:val="{num}"/>'
    return f"<w:p><w:pPr>{parts}<w:numPr>{numbers}</w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"


def _labels(data: bytes) -> list[str]:
    return [block.label for block in read_docx(data, Limits()).blocks if isinstance(block, Paragraph)]


CHINESE = (_level(0, "chineseCounting", "%1、"), _level(1, "chineseCountingThousand", "（%2）"))
RUNNING_ON = (CHINESE[0], _level(1, "chineseCountingThousand", "（%2）", '<w:lvlRestart w:val="0"/>'))


def test_levels_restart_below_a_higher_one(docx_file: Builder) -> None:
    """（一） begins anew under each 一、."""
    body = "".join(_item(level, 1) for level in (0, 1, 1, 0, 1))
    data = docx_file(body, numbering=_abstract(0, *CHINESE) + _num(1, 0))
    assert _labels(data) == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_levels_that_run_on(docx_file: Builder) -> None:
    """With lvlRestart 0, （三） follows （二） over a new section."""
    body = "".join(_item(level, 1) for level in (0, 1, 1, 0, 1))
    data = docx_file(body, numbering=_abstract(0, *RUNNING_ON) + _num(1, 0))
    assert _labels(data) == ["一、", "（一）", "（二）", "二、", "（三）"]


def test_restart_after_a_certain_level_only(docx_file: Builder) -> None:
    """With lvlRestart 1 on the third level, a new second level does not restart it."""
    levels = (
        _level(0, "decimal", "%1"),
        _level(1, "decimal", "%1.%2"),
        _level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(_item(level, 1) for level in (0, 1, 2, 1, 2, 0, 2))
    data = docx_file(body, numbering=_abstract(0, *levels) + _num(1, 0))
    assert _labels(data) == ["1", "1.1", "1)", "1.2", "2)", "2", "1)"]


def test_legal_numbering_shows_digits(docx_file: Builder) -> None:
    """The flag isLgl turns 一.1 into 1.1."""
    levels = (_level(0, "chineseCounting", "%1、"), _level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    data = docx_file(_item(0, 1) + _item(1, 1), numbering=_abstract(0, *levels) + _num(1, 0))
    assert _labels(data) == ["一、", "1.1"]


def test_two_lists_of_one_definition_count_on(docx_file: Builder) -> None:
    """Lists that share a definition share their count, unless a start is overridden."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = _abstract(0, _level(0, "decimal", "%1.")) + _num(1, 0) + _num(2, 0) + _num(3, 0, override)
    body = _item(0, 1) + _item(0, 2) + _item(0, 3) + _item(0, 3) + _item(0, 1)
    assert _labels(docx_file(body, numbering=numbering)) == ["1.", "2.", "1.", "2.", "3."]


def test_numbers_by_style(docx_file: Builder) -> None:
    """A style may number its paragraphs, at the level tied to it; numId 0 switches that off."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2a"><w:basedOn w:val="H2"/></w:style>'
    )
    levels = (
        _level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        _level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    )
    body = _item(None, None, "H1") + _item(None, None, "H2") + _item(None, None, "H2a") + _item(None, 0, "H1")
    data = docx_file(body, styles=styles, numbering=_abstract(0, *levels) + _num(1, 0))
    assert _labels(data) == ["一、", "（一）", "（二）", ""]


def test_bullets_and_unknown_lists_have_no_number(docx_file: Builder) -> None:
    """A bullet is no number; a list that is defined nowhere gives none."""
    numbering = _abstract(0, _level(0, "bullet", "•")) + _num(1, 0)
    assert _labels(docx_file(_item(0, 1) + _item(0, 7), numbering=numbering)) == ["", ""]


def test_numbering_may_be_missing(docx_file: Builder) -> None:
    """A document without numbering.xml reads without numbers."""
    assert _labels(docx_file(_item(0, 1))) == [""]


def test_numbered_cells_get_their_number_as_text(docx_file: Builder) -> None:
    """序号 that Word counts is text of the cell."""
    cell = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
    row = f"<w:tr><w:tc>{cell}</w:tc><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>"
    data = docx_file(f"<w:tbl>{row * 3}</w:tbl>", numbering=_abstract(0, _level(0, "decimal", "%1")) + _num(1, 0))
    (table,) = read_docx(data, Limits()).blocks
    assert [row[0].text for row in getattr(table, "rows", ())] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("style", "number", "expected"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("japaneseCounting", 15, "十五"),
        ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimal", 7, "7"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 49, "XLIX"),
        ("upperRoman", 9, "IX"),
        ("none", 3, ""),
        ("somethingNew", 3, "3"),
        ("chineseCounting", 0, "0"),
    ],
)
def test_number_formats(style: str, number: int, expected: str) -> None:
    """Numbers are written as Word writes them."""
    assert format_number(number, style) == expected
