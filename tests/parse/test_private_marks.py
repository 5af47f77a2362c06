"""Names and telephone numbers stay out of marks."""

from __future__ import annotations

from planalign.model.block import Cell, Document, Format, Furniture, Location, Paragraph, Table
from planalign.parse.marks import marks_of
from planalign.parse.plan import parse_document
from planalign.parse.private_marks import without_contact_marks

LINES = (
    "2025年全区应急管理工作要点",
    "一、重点任务",
    "（一）修订应急预案。更新物资清单，联系人：江小北。",
    "（联系人：江小北，联系电话：13900000001）",
    "附件：重点任务分工表",
)
CELLS = (("序号", "任务", "责任单位", "联系人"), ("1", "修订预案", "区应急局", "江小南"))


def test_without_contact() -> None:
    """The contact line goes, names inside a sentence and in a column of contacts too; a page number like it stays."""
    paragraphs = [Paragraph(text=text, location=Location(paragraph=at)) for at, text in enumerate(LINES, start=1)]
    rows = tuple(
        tuple(
            Cell(text=text, location=Location(table=1, row=row, cell=cell)) for cell, text in enumerate(line, start=1)
        )
        for row, line in enumerate(CELLS, start=1)
    )
    document = Document(
        file="plan.docx",
        sha256="0" * 64,
        format=Format.DOCX,
        blocks=(*paragraphs, Table(rows=rows, location=Location(table=1))),
        furniture=(Furniture(role="page_number", text="— 1 —"),),
    )
    plan = parse_document(document)
    private = [mark.text for mark in without_contact_marks(marks_of(document, plan), plan) if mark.private]
    assert ["更新物资清单，联系人：（已略去）。", "（已略去）", "1 | 修订预案 | 区应急局 | （已略去）"] == private
