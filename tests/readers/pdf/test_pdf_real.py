"""The real texts set as PDF give the expected paragraphs and tables."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import CellOrigin, Paragraph, Table
from planalign.readers.pdf import read_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.readers.reading import Reading


def _read(corpora: Path, name: str) -> Reading:
    return read_pdf((corpora / "rendered" / f"{name}.pdf").read_bytes(), Limits(ocr=False))


def _expected(corpora: Path, name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((corpora / "rendered" / "gold.json").read_text("utf-8"))[name]
    return record


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _paragraphs(reading: Reading) -> list[str]:
    return [_plain(block.text) for block in reading.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("wl2025_plain", "wl2025_plain"),
        ("wl2025_runhead", "wl2025_runhead"),
        ("cq2024", "cq2024"),
        ("cq2024_encrypted_emptyuser", "cq2024"),
    ],
)
def test_all_paragraphs_are_whole(corpora: Path, name: str, record: str) -> None:
    """No page number, no running header, every sentence joined."""
    assert [_plain(text) for text in _expected(corpora, record)["paras"]] == _paragraphs(_read(corpora, name))


def test_automatic_numbers_are_read_as_printed(corpora: Path) -> None:
    """The program that set this file restarted the second level, so only the words behind the labels are equal."""
    label = re.compile(r"^（[一二三四五六七八九十]+）")
    expected = [label.sub("", _plain(text)) for text in _expected(corpora, "wl2025_autonum")["paras"]]

    assert expected == [label.sub("", text) for text in _paragraphs(_read(corpora, "wl2025_autonum"))]


def test_lines_broken_by_count_are_joined(corpora: Path) -> None:
    """The file sets title and number in one line; all else is equal, but for a sign that the machine's fonts lack."""
    expected = [_plain(text).replace("·", "") for text in _expected(corpora, "cq2024")["paras"]]
    found = [text.replace("·", "") for text in _paragraphs(_read(corpora, "cq2024_cid_nonembedded"))]

    assert [expected[0] + expected[1], *expected[2:]] == found


def test_a_scanned_page_is_reported_and_the_others_read(corpora: Path) -> None:
    """One page of the hybrid file is an image."""
    reading = _read(corpora, "cq2024_hybrid")
    expected = {_plain(text) for text in _expected(corpora, "cq2024")["paras"]}

    assert [1] == [note.location.page for note in reading.skipped]
    # The file ends in the middle of a paragraph.
    assert set(_paragraphs(reading)[:-1]) <= expected


@pytest.mark.parametrize("name", ["wl2025_plain", "wl2025_runhead", "wl2025_autonum"])
def test_all_rows_are_exact(corpora: Path, name: str) -> None:
    """Six tables over many pages, merged names, split rows, repeated headers, line breaks in cells."""
    expected = [table["rows"] for table in _expected(corpora, name)["tables"]]
    tables = [block for block in _read(corpora, name).blocks if isinstance(block, Table)]
    found = [
        [[cell.text if cell.origin is CellOrigin.OWN else "" for cell in row] for row in table.rows] for table in tables
    ]

    assert expected == found


def test_odd_constructs_are_kept(corpora: Path) -> None:
    """Text boxes, a nested table and headings over several columns in one page."""
    reading = _read(corpora, "tricky")
    (table,) = [block for block in reading.blocks if isinstance(block, Table)]

    assert "（三）嵌套与跨列表格如下。" in _paragraphs(reading)
    assert ["own", "own", "own", "hmerge", "hmerge"] == [cell.origin.value for cell in table.rows[0]]
    assert {"page_number"} == {record.role for record in reading.furniture}


@pytest.mark.parametrize("name", ["cq2024_scan300", "rot90_scan200", "wl2025_annex_scan300"])
def test_scans_are_refused(corpora: Path, name: str) -> None:
    """They need OCR."""
    with pytest.raises(ReadError, match="scan"):
        _read(corpora, name)


def test_hostile_files_are_refused_or_read_quickly(corpora: Path) -> None:
    """None hangs, aborts or passes as read without a word."""
    for path in sorted((corpora / "hostile").glob("*.pdf")):
        try:
            reading = read_pdf(path.read_bytes(), Limits(ocr=False))
        except ReadError:
            continue
        assert reading.blocks, path.name
