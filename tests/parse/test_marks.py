"""What each part of a document was taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from tests.parse.test_properties import documents

from planalign.config import Limits
from planalign.model.block import Cell, CellOrigin, Document, Format, Location, Paragraph, Table
from planalign.model.mark import Mark, Taken
from planalign.parse.claims import words
from planalign.parse.marks import marks_of
from planalign.parse.plan import parse_document
from planalign.readers.registry import read

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "2025年全区应急管理工作要点",
    "临应急发〔2025〕7号",
    "一、重点任务",
    "（一）修订应急预案。修订区级总体预案；更新物资清单。（责任单位：区应急局）",
    "附件：重点任务分工表",
)
CELLS = (("序号", "任务", "责任单位"), ("1", "修订预案", "区应急局"), ("2", "开展演练", "区消防救援大队"))


def _document(*texts: str, cells: tuple[tuple[str, ...], ...] = ()) -> Document:
    blocks: list[Paragraph | Table] = [
        Paragraph(text=text, location=Location(paragraph=number)) for number, text in enumerate(texts, start=1)
    ]
    rows = tuple(
        tuple(
            Cell(text=text, location=Location(table=1, row=row, cell=cell)) for cell, text in enumerate(line, start=1)
        )
        for row, line in enumerate(cells, start=1)
    )
    if rows:
        blocks.append(Table(rows=rows, location=Location(table=1)))
    return Document(file="plan.docx", sha256="0" * 64, format=Format.DOCX, blocks=tuple(blocks))


def _marks(document: Document) -> tuple[Mark, ...]:
    return marks_of(document, parse_document(document))


def test_paragraphs_and_tables() -> None:
    """Every part bears the id of its record: heading, clauses, units, column headings, rows."""
    found = [(mark.taken, mark.record, mark.text) for mark in _marks(_document(*TEXTS, cells=CELLS))]
    assert [
        (Taken.MASTHEAD, "title", TEXTS[0]),
        (Taken.MASTHEAD, "document_number", TEXTS[1]),
        (Taken.SECTION, "s1", "一、重点任务"),
        (Taken.TASK, "t1", "（一）修订应急预案。"),
        (Taken.CLAUSE, "t1.c1", "修订区级总体预案；"),
        (Taken.CLAUSE, "t1.c2", "更新物资清单。"),
        (Taken.UNITS, "t1.c2", "（责任单位：区应急局）"),
    ] == found[:7]
    assert [
        (Taken.COLUMNS, "a1", "序号 | 任务 | 责任单位"),
        (Taken.ROW, "a1.r1", "1 | 修订预案 | 区应急局"),
        (Taken.ROW, "a1.r2", "2 | 开展演练 | 区消防救援大队"),
    ] == found[-3:]


def test_merged_cells() -> None:
    """A cell that is covered by another one is shown by an arrow."""
    document = _document(*TEXTS, cells=CELLS)
    table = document.blocks[-1]
    assert isinstance(table, Table)
    merged = table.rows[2][2].model_copy(update={"text": "区应急局", "origin": CellOrigin.VMERGE})
    rows = (*table.rows[:2], (*table.rows[2][:2], merged))
    changed = document.model_copy(update={"blocks": (*document.blocks[:-1], table.model_copy(update={"rows": rows}))})
    assert "2 | 开展演练 | ↑" == _marks(changed)[-1].text


def test_another_document() -> None:
    """Text that is no plan is shown as set aside, with the reason, to its last line."""
    marks = _marks(_document("临江区防汛条例", "第一条 为了防汛，制定本条例。", "第二条 本条例自2025年1月1日起施行。"))
    assert [Taken.SKIPPED, Taken.SKIPPED] == [mark.taken for mark in marks[1:]]
    assert all(mark.skipped for mark in marks[1:])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=80)
@given(documents())
def test_every_word_bears_a_mark(document: Document) -> None:
    """Whatever a document holds, no mark fails, and all words of its paragraphs are in the marks."""
    blocks = tuple(
        block.model_copy(update={"location": Location(paragraph=number)}) if isinstance(block, Paragraph) else block
        for number, block in enumerate(document.blocks)
    )
    numbered = document.model_copy(update={"blocks": blocks})
    marks = _marks(numbered)
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            parts = [mark for mark in marks if mark.location.paragraph == number and mark.location.start is not None]
            spans = {place for mark in parts for place in range(mark.location.start or 0, mark.location.end or 0)}
            assert "" == words("".join(char for place, char in enumerate(block.text) if place not in spans))


RENDERED = ("cq2024.pdf", "wl2025_plain.pdf", "wl2025_autonum.docx", "cq2025_jiedu.html", "wl2024_utf8.txt")


@pytest.mark.parametrize("name", RENDERED)
def test_real_documents(corpora: Path, name: str) -> None:
    """Every part of a real document has a record."""
    marks = _marks(read(corpora / "rendered" / name, Limits()))
    assert [] == [mark.text for mark in marks if mark.taken is Taken.UNCLAIMED]
