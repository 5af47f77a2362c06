"""Text files."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Location, Paragraph
from planalign.readers.registry import read
from planalign.readers.txt import decode, read_txt

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "一、总体要求\n  （一）建设100座。\n\n1．完善机制。\n"


def _texts(data: bytes) -> list[str]:
    return [block.text for block in read_txt(data, Limits()).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le-bom", "utf-16-be-bom", "utf-16-le", "utf-16-be", "gb18030"],
)
def test_every_encoding_gives_the_same_lines(data: bytes) -> None:
    """The encoding is found out by mark, zero bytes or strict decoding."""
    assert _texts(data) == ["一、总体要求", "  （一）建设100座。", "1．完善机制。"]


def test_places_count_lines_and_paragraphs() -> None:
    """Blank lines count as lines, not as paragraphs."""
    places = [block.location for block in read_txt(TEXT.encode(), Limits()).blocks]
    assert places == [Location(line=1, paragraph=1), Location(line=2, paragraph=2), Location(line=4, paragraph=3)]


def test_leading_blanks_and_tabs_stay() -> None:
    """The parser sees indentation and tabs as they were typed."""
    assert _texts("\u3000\u3000一\t二\r\n".encode()) == ["\u3000\u3000一\t二"]


def test_control_characters_go_with_a_note() -> None:
    """A stray control character is removed and said."""
    data = ("建设\x01一百座，" + "完善长效机制。" * 9).encode()
    assert _texts(data) == ["建设一百座，" + "完善长效机制。" * 9]
    assert [note.reason for note in read_txt(data, Limits()).skipped] == [
        "1 control characters were removed from the text"
    ]


def test_a_cut_off_text_is_no_other_encoding() -> None:
    """UTF-8 with a damaged byte or a cut-off end stays UTF-8, and the damage is said."""
    reading = read_txt((TEXT * 40).encode()[:-2], Limits())
    assert [block.text for block in reading.blocks if isinstance(block, Paragraph)][:2] == TEXT.split("\n")[:2]
    assert [note.reason for note in reading.skipped] == ["1 characters of the text are damaged and cannot be read"]


def test_form_feed_ends_a_line() -> None:
    """A page break is only a line end."""
    assert _texts("第一页\f第二页".encode()) == ["第一页", "第二页"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01\x00\xff\xfe\xfd\x81\x02" * 99])
def test_a_program_is_no_text_in_a_wrong_encoding(data: bytes) -> None:
    """Nobody is asked to open a program, a picture or music in an editor."""
    with pytest.raises(ReadError, match="this is a binary file of an unknown kind"):
        read_txt(data, Limits())


def test_another_encoding_is_named_as_such() -> None:
    """A text in an encoding that is not read can be saved anew."""
    with pytest.raises(ReadError, match="neither UTF-8, UTF-16 nor GB18030") as caught:
        read_txt("Les élèves de l'école ont été à la fête.\n".encode("latin-1"), Limits())
    assert "save it as UTF-8" in caught.value.hint


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\xff\xff\xff\xff", b"\xef\xbb\xbf\xff", b"\n\n \n"])
def test_no_text_is_refused(data: bytes) -> None:
    """Bytes that are no text in any known encoding are an error, never mojibake."""
    with pytest.raises(ReadError):
        read_txt(data, Limits())


def test_latin_text_is_not_taken_for_utf16() -> None:
    """Plain ASCII stays as it is."""
    assert decode(b"# plan\n1. task\n") == "# plan\n1. task\n"


@pytest.mark.parametrize("name", ["utf8", "utf8bom", "utf16", "gb18030"])
def test_real_encodings(corpora: Path, name: str) -> None:
    """The same real text in four encodings gives the expected paragraphs."""
    folder = corpora / "rendered"
    expected = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["wl2024"]["paras"]
    blocks = read(folder / f"wl2024_{name}.txt", Limits()).blocks
    texts = [block.text.strip() for block in blocks if isinstance(block, Paragraph)]
    # The files end in one line of rare characters that the gold leaves out.
    assert (texts[:-1], len(texts[-1])) == (expected, 4)


def test_real_markdown_and_text(corpora: Path) -> None:
    """Every published text reads without a note."""
    files = sorted([*corpora.glob("chongqing/*.txt"), *corpora.glob("shanghai/*.md")])
    assert [read(file, Limits()).skipped for file in files] == [()] * len(files)
