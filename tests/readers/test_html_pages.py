"""Web pages as they are: the real ones against what they print, and hostile ones."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import CellOrigin, Paragraph, Table
from planalign.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.block import Document


def texts_of(document: Document) -> list[str]:
    """Return the paragraphs with their labels."""
    return [block.label + block.text for block in document.blocks if isinstance(block, Paragraph)]


REAL = {"wl2025_gov": "wl2025_gov_html", "cq2025_jiedu": "cq2025_jiedu", "np2025_gb2312": "np2025_gb2312"}


@pytest.mark.parametrize("name", REAL)
def test_real_pages(corpora: Path, name: str) -> None:
    """Every expected paragraph and table row, in order; besides them only the title; no chrome."""
    gold = json.loads((corpora / "rendered" / "gold.json").read_text(encoding="utf-8"))[REAL[name]]
    document = read(corpora / "rendered" / f"{name}.html", Limits())
    texts = texts_of(document)
    tables = [[[cell.text for cell in row] for row in each.rows] for each in document.blocks if isinstance(each, Table)]
    assert texts[len(texts) - len(gold["paras"]) :] == [text.strip() for text in gold["paras"]]
    assert len(texts) - len(gold["paras"]) == (name != "wl2025_gov")
    assert tables == [table["filled"] for table in gold.get("tables", [])]
    assert [phrase for phrase in gold["chrome"] if phrase in "\n".join(texts)] == []


def test_real_info_table(corpora: Path) -> None:
    """The 索引号 table of the real page is metadata; the page prints the same number in its text."""
    document = read(corpora / "rendered" / "wl2025_gov.html", Limits())
    assert document.metadata["发文字号"] == texts_of(document)[0]
    assert {"索引号", "主题分类", "发布机构", "成文日期", "发布日期", "有效性"} <= set(document.metadata)


def test_hostile_pages(corpora: Path) -> None:
    """Giant spans stay bounded; nesting that the parser cuts off is said."""
    before = time.process_time()
    blocks = read(corpora / "hostile" / "colspan.html", Limits()).blocks
    assert sum(len(row) for block in blocks if isinstance(block, Table) for row in block.rows) < Limits().max_cells
    with pytest.raises(ReadError, match="nested too deeply"):
        read(corpora / "hostile" / "deep.html", Limits())
    assert time.process_time() - before < 3


def test_cells_of_a_merge_know_their_origin(corpora: Path) -> None:
    """The merged names of the real annexes are own or covered vertically."""
    document = read(corpora / "rendered" / "wl2025_gov.html", Limits())
    cells = [cell for each in document.blocks if isinstance(each, Table) for row in each.rows for cell in row]
    assert Counter(cell.origin for cell in cells) == {CellOrigin.OWN: 715, CellOrigin.VMERGE: 47}
