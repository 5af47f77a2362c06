"""Scans of real plans; docs/format-fidelity.md has the figures for all of them, these pages keep watch."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from planalign.config import Limits
from planalign.model.block import Table
from planalign.readers.pdf import read_pdf

if TYPE_CHECKING:
    from pathlib import Path


def _first_page(path: Path) -> bytes:
    with pdfium.PdfDocument(path) as document, pdfium.PdfDocument.new() as single:
        single.import_pages(document, [0])
        stream = BytesIO()
        single.save(stream)
    return stream.getvalue()


def test_a_scanned_annex(corpora: Path) -> None:
    """All cells of the first page but one rate in ‰, and that one is flagged."""
    rendered = corpora / "rendered"
    gold = json.loads((rendered / "gold.json").read_text(encoding="utf-8"))["wl2025_plain"]["tables"]
    reading = read_pdf(_first_page(rendered / "wl2025_annex_scan300.pdf"), Limits())
    tables = [block for block in reading.blocks if isinstance(block, Table)]
    wrong = [
        (meant, cell.text)
        for table, expected in zip(tables, gold, strict=False)
        for row, cells in zip(table.rows, expected["rows"], strict=True)
        for cell, meant in zip(row, cells, strict=True)
        if cell.text != meant
    ]

    assert [len(table["rows"]) for table in gold[:2]] == [len(table.rows) for table in tables]
    assert wrong in ([], [("0.3‰以内", "0.3%o以内")])
    assert any("‰" in note.reason and note.text.startswith("0.3") for note in reading.skipped)
