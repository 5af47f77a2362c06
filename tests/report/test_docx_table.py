"""The comparison as a Word file, read back."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, WAIVER, comparison, partial, plan, status, task

from planalign.model.alignment import Alignment
from planalign.model.comparison import Comparison, Drift, DriftKind, Status, Waived
from planalign.model.wording import Lang
from planalign.report.docx_table import render
from planalign.report.look import Look

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table

DRIFT = Drift(
    matter="防火道路", parent_clause="t2.c1", child_clause="t3.c1", parent_value="20公里", child_value="5公里",
    drift=DriftKind.LOOSER, share="8公里",
)  # fmt: skip
ZH, EN = Look(lang=Lang.ZH), Look(lang=Lang.EN)


@cache
def _compared() -> Comparison:
    return comparison(CITY, DISTRICT, ALIGNMENT).model_copy(update={"drift": (DRIFT,)})


@cache
def _document() -> Document:
    return docx.Document(io.BytesIO(render(_compared(), ZH)))


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def _rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def _clauses(document: Document) -> list[list[str]]:
    """Return the rows of the table clause by clause: the first is that of the inputs."""
    return _rows(document.tables[1])


def test_parts_are_numbered() -> None:
    """The parts are numbered as official documents number them, and each table has the same four columns."""
    document = _document()
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert ["一、比对依据", "二、总体情况", "三、逐条对照", "四、指标变化", "五、自选动作", "六、其他问题"] == headings
    heads = {tuple(_rows(table)[0]) for table in document.tables[1:]}
    assert {("上级表述", "本级表述", "差异类型", "说明")} == heads


@pytest.mark.parametrize(
    "text",
    [
        "上下级工作计划对照表",
        "自动比对结果，供人工复核 · planalign 0.1.0",
        "条款承接率 20%（1/5；严格口径：部分承接不算，不适用不计）",
        "条款：共 5 条，已承接 1，部分承接 1，未承接 3，不适用 0；待人工判定 0",
        "整项未承接的任务：2．建设森林防火道路",
    ],
)
def test_head(text: str) -> None:
    """The head holds notice, version and figures; the table of inputs the hash of both files."""
    assert text in _texts(_document())
    assert any(text.startswith("设置：") for text in _texts(_document()))
    assert ["sha256", CITY.source.sha256, DISTRICT.source.sha256] in _rows(_document().tables[0])


def test_rows_follow_the_parent() -> None:
    """Sections, tasks and clauses stand in the order of the parent."""
    first = [row[0].split(" （")[0] for row in _clauses(_document())]
    tasks = [f"{each.label}{each.title}" for each in CITY.tasks]
    clauses = [clause.text for each in CITY.tasks for clause in each.clauses]
    assert "一、重点任务" == first[1]
    assert tasks == [text for text in first if text in tasks]
    assert clauses == [text for text in first if text in clauses]


@pytest.mark.parametrize(
    "row",
    [
        ["1．完善应急预案", "1．修订预案", "部分承接", ""],
        [
            "修订市级总体预案，更新物资清单。 （第10行）",
            "1．修订预案（第10行）\n修订区级总体预案。",
            "部分承接",
            "警告 · 缺少：更新物资清单 PA103-t1.c1",
        ],
        [
            "每季度开展一次联合演练； （第10行）",
            "未找到；最接近（仅供参考）：\n1．修订预案（第10行）\n加强值班值守。",
            "未承接",
            "警告 PA102-t1.c2",
        ],
        ["组织宣传进社区。 （第30行）", "2．安全宣传教育（第20行）\n组织宣传进社区。", "已承接", "表述一致。"],
    ],
)
def test_row(row: list[str]) -> None:
    """A row holds both quotes with their places, the status, what is missing, and severity and id of the finding."""
    assert row in _clauses(_document())


def _runs(style: str) -> list[str]:
    found = []
    for run in _document().element.iter(qn("w:r")):
        looks = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if looks is not None and looks.get(qn("w:val")) == style:
            found.append("".join(text.text or "" for text in run.iter(qn("w:t"))))
    return found


def test_changes_are_marked() -> None:
    """What the child lacks is struck through, what it adds underlined, both in a colour of their own."""
    assert {"更新物资清单", "20公里", "新建防火道路20公里。"} <= set(_runs("Removed"))
    assert {"5公里", "为果农发放防冻物资。"} <= set(_runs("Added"))
    removed, added = (_document().styles[name] for name in ("Removed", "Added"))
    assert (True, None, "C00000") == (removed.font.strike, removed.font.underline, str(removed.font.color.rgb))
    assert (None, True, "1F4E9E") == (added.font.strike, added.font.underline, str(added.font.color.rgb))


def test_targets() -> None:
    """A target that changed stands with both values, where they stand, and the child's share where it is known."""
    row = _rows(_document().tables[2])[1]
    assert [
        "20公里 2．建设森林防火道路（第20行）",
        "5公里 3．柑橘冻害防范（第30行）",
        "数字：放宽",
        "防火道路，分解到本级 8公里",
    ] == row


def test_every_finding_is_told_once() -> None:
    """Each open finding stands somewhere in the tables."""
    ids = [text for table in _document().tables for row in _rows(table) for text in row[-1].split()]
    assert sorted(finding.id for finding in _compared().findings) == sorted(text for text in ids if text[:2] == "PA")


def test_page() -> None:
    """The page lies on its side and is numbered; rows stay whole, and the head of a table is repeated."""
    document = _document()
    section = document.sections[0]
    assert WD_ORIENT.LANDSCAPE == section.orientation
    assert (297, 210) == tuple(round(side.mm) for side in (section.page_width, section.page_height) if side)
    assert "PAGE" in "".join(text.text or "" for text in section.footer._element.iter(qn("w:instrText")))  # noqa: SLF001
    assert [1] * len(document.tables) == [len(list(table._tbl.iter(qn("w:tblHeader")))) for table in document.tables]  # noqa: SLF001


def test_fonts() -> None:
    """Every Chinese font of the styles is named in the table of fonts with what may stand in for it."""
    parts = zipfile.ZipFile(io.BytesIO(render(_compared(), ZH)))
    fonts = parts.read("word/fontTable.xml").decode()
    styles = _document().styles.element
    named = {each.get(qn("w:eastAsia")) for each in styles.iter(qn("w:rFonts"))}
    assert {"方正小标宋_GBK", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"} == named
    assert all(f'w:name="{font}"><w:altName' in fonts for font in named)


def test_waived() -> None:
    """What a waiver accepts is marked in its row, and stands under 豁免 with its terms and both quotes."""
    record = _compared()
    accepted = next(finding for finding in record.findings if finding.code == "PA101")
    rest = tuple(finding for finding in record.findings if finding is not accepted)
    waived = record.model_copy(update={"findings": rest, "waived": (Waived(finding=accepted, waiver=WAIVER),)})
    document = docx.Document(io.BytesIO(render(waived, ZH)))
    assert "未承接\n（豁免）" in [row[2] for row in _clauses(document)]
    rows = _rows(document.tables[-1])
    assert "七、豁免" in _texts(document)
    assert "本级不适用（依据 江府发〔2025〕3号，区安委办 同意，有效期至 2025-12-31）" == rows[1][0]
    assert ["上级任务未承接\n（错误）"] == [row[2] for row in rows[2:]]


def test_english() -> None:
    """The same in English; the words of the documents stay as they are."""
    document = docx.Document(io.BytesIO(render(_compared(), EN)))
    assert "3. Clause by clause" in _texts(document)
    assert ["Parent", "Child", "Difference", "Notes"] == _clauses(document)[0]
    assert "partial" in [row[2] for row in _clauses(document)]


def test_hostile_text() -> None:
    """Markup is text, and control characters, hidden marks and what no XML may hold are left out."""
    evil = "修订<w:b/>&amp;\x00\x0b\u202e\ufffe预案=HYPERLINK(1)。"
    parent = plan("a\x07.txt", task(1, "<b>预案\x1f", evil))
    alignment = Alignment(
        coverage=(partial("t1.c1", "t1.c1", "修订\x01"),), task_status=(status("t1", Status.PARTIAL),)
    )
    document = docx.Document(io.BytesIO(render(comparison(parent, parent, alignment), ZH)))
    assert "修订<w:b/>&amp; 预案=HYPERLINK(1)。 （第10行）" in [row[0] for row in _clauses(document)]


def test_same_bytes() -> None:
    """Two runs give the same bytes: no clock in the parts, no dates in the properties."""
    first, second = render(_compared(), ZH), render(_compared(), ZH)
    assert first == second
    parts = zipfile.ZipFile(io.BytesIO(first))
    assert {(1980, 1, 1, 0, 0, 0)} == {part.date_time for part in parts.infolist()}
    assert b"dcterms" not in parts.read("docProps/core.xml").partition(b">")[2].partition(b">")[2]


@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"),
    reason="LibreOffice (soffice) is not installed; CI has it",
)
def test_opens_in_libreoffice(tmp_path: Path) -> None:
    """LibreOffice turns the file into a PDF that lies on its side and holds the rows."""
    path = tmp_path / "report.docx"
    path.write_bytes(render(_compared(), ZH))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as pdf:
        assert pdf[0].get_width() > pdf[0].get_height()
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    for words in ("上下级工作计划对照表", "缺少：更新物资清单", "为果农发放防冻物资", "— 1 —"):
        assert words in text
