"""Word 97–2003 documents: read like the .docx they were written from, or refused in clear words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Block, Furniture, Paragraph
from planalign.readers.doc import read_doc
from planalign.readers.docx import read_docx
from planalign.readers.sniff import Unsupported, sniff

if TYPE_CHECKING:
    from pathlib import Path

# The first bytes of the File Information Block: what it is.
FIB = b"\xec\xa5"
TWINS = ("linjiang-district-2025", "city-2025")
REAL_TWINS = (
    ("wl2025_plain.doc", "wl2025_plain.docx"),
    ("wl2025_plain.wps", "wl2025_plain.docx"),
    ("cq2024.doc", "cq2024.docx"),
)


def _body(path: Path) -> tuple[Block, ...]:
    reader = read_docx if path.suffix == ".docx" else read_doc
    return reader(path.read_bytes(), Limits()).blocks


def _beside(path: Path) -> list[tuple[str, str]]:
    reader = read_docx if path.suffix == ".docx" else read_doc
    found: tuple[Furniture, ...] = reader(path.read_bytes(), Limits()).furniture
    # Fields such as the page number were counted anew when the file was written.
    return [(each.role, each.text) for each in found if each.role != "footer"]


def _refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_doc(data, Limits())
    return caught.value


def _patched(data: bytes, offset: int, change: bytes) -> bytes:
    """Return a file with other bytes at an offset of its File Information Block."""
    place = data.index(FIB) + offset
    return data[:place] + change + data[place + len(change) :]


@pytest.fixture
def small(jiangcheng: Path) -> bytes:
    """Return a whole document."""
    return (jiangcheng / "city-2025.doc").read_bytes()


@pytest.mark.parametrize("name", TWINS)
def test_same_as_docx(name: str, jiangcheng: Path) -> None:
    """Automatic numbers, merged cells, a text box and tracked changes give the blocks of the .docx, places too."""
    assert _body(jiangcheng / f"{name}.docx") == _body(jiangcheng / f"{name}.doc")
    assert _beside(jiangcheng / f"{name}.docx") == _beside(jiangcheng / f"{name}.doc")


@pytest.mark.parametrize(("name", "twin"), REAL_TWINS)
def test_real_twins(name: str, twin: str, corpora: Path) -> None:
    """The real plans give the blocks of their .docx, those of WPS Office too."""
    folder = corpora / "rendered"
    assert _body(folder / twin) == _body(folder / name)
    assert _beside(folder / twin) == _beside(folder / name)


def test_stored_field_results_count(corpora: Path) -> None:
    """A field gives what is stored, no instruction; ruby gives its base; hidden and deleted text stand apart."""
    reading = read_doc((corpora / "rendered" / "tricky.doc").read_bytes(), Limits())
    texts = [block.text for block in reading.blocks if isinstance(block, Paragraph)]
    assert ["南平镇人民政府文件", "南平府发〔2025〕12号"] == texts[:2]
    assert texts[3].startswith("（一）强化责任落实。插入的修订文字。2025年3月25日")
    assert texts[3].endswith("复杂域结果。不间断连字符5-9月\t制表后注音")
    assert {"hidden", "deleted", "header", "footer", "comment"} >= {each.role for each in reading.furniture}
    assert ("hidden", "隐藏文字不应出现。") in [(each.role, each.text) for each in reading.furniture]


def test_encrypted(small: bytes) -> None:
    """An encrypted file is told by its flag."""
    assert "encrypted" in _refusal(_patched(small, 11, b"\x01")).what


@pytest.mark.parametrize("change", [b"\xdc\xa5\x65\x00", b"\xec\xa5\x65\x00"])
def test_older_versions(change: bytes, small: bytes) -> None:
    """Word 6 and Word 95 are named, and LibreOffice as the way to read them."""
    refusal = _refusal(_patched(small, 0, change))
    assert "this is a Word 6 or Word 95 document" == refusal.what
    assert "--libreoffice" in refusal.hint


def test_impossible_length(small: bytes) -> None:
    """A text that would fill the memory is refused before it is read."""
    assert "impossible length" in _refusal(_patched(small, 76, b"\xff\xff\xff\x7f")).what


def test_other_office_files(small: bytes) -> None:
    """An old Office file without a document in it, such as a workbook that holds an embedded one, is no document."""
    renamed = small.replace("WordDocument".encode("utf-16-le"), "Workbook    ".encode("utf-16-le"))
    assert "old Office file" in _refusal(renamed).what


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_cut_off(share: float, small: bytes) -> None:
    """A file that was cut off on its way says so."""
    assert "damaged" in _refusal(small[: int(len(small) * share)]).what


def test_damage_never_raises_anything_else(small: bytes) -> None:
    """Flipped bytes all over a file give a reading or a message."""
    for place in range(0, len(small), 401):
        try:
            read_doc(small[:place] + bytes([small[place] ^ 0xFF]) + small[place + 1 :], Limits())
        except ReadError as refusal:
            assert refusal.what  # noqa: PT017 - both outcomes are right, a third one is not


def test_loop_in_the_file_table(corpora: Path) -> None:
    """A chain of sectors that leads back to itself ends with a message."""
    assert "damaged" in _refusal((corpora / "hostile" / "fatloop.doc").read_bytes()).what


def test_cut_off_before_its_directory(small: bytes) -> None:
    """Without its directory a file does not tell what it is, but that a part of it is missing."""
    kind = sniff(small[:1024])
    assert isinstance(kind, Unsupported)
    assert kind.what.endswith("a part of it is missing")
