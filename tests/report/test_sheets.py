"""Workbooks: what cells hold, and that programs open them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from planalign.model.wording import Lang
from planalign.pipeline.loading import load
from planalign.report import plan_xlsx
from planalign.report.look import Look
from planalign.report.sheets import safe, workbook
from planalign.report.table_cells import Column, Percent, Table

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.report.table_cells import Row

_NAME = "linjiang-district-2025.docx"


def _table(*rows: Row) -> Table:
    return Table("甲", (Column("序号"), Column("条款")), rows)


def _part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(f"xl/{name}").decode()


def test_no_formula() -> None:
    """What looks like a formula or an address is text, and stays text when it is edited."""
    content = workbook([_table(("=1+1", "@x"), ("http://example.org", 7))])
    sheet, styles = _part(content, "worksheets/sheet1.xml"), _part(content, "styles.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert ["A2", "B2", "A3"] == re.findall(r'<c r="(\w+)" s="2" t="s">', sheet)
    assert '<c r="B3" s="3"><v>7</v></c>' in sheet
    assert 'quotePrefix="1"' in styles


def test_percent() -> None:
    """A share is a number that is shown in percent, whatever the language of the program that opens it."""
    content = workbook([_table(("甲", Percent(87)), ("乙", None))])
    assert re.search(r'<c r="B2" s="\d+"><v>0.87</v></c>', _part(content, "worksheets/sheet1.xml"))
    assert 'formatCode="0%"' in _part(content, "styles.xml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x1fc\x9f", "abc"),
        ("甲\r\n乙\r丙\t丁", "甲\n乙\n丙\t丁"),
        ("\ud800\ufffe\u202e甲\u200b", "甲"),
        ("𠮷", "𠮷"),
        ("字" * 32_000, "字" * 32_000),
        ("字" * 32_001, "字" * 32_000 + "……（过长，已截断；cut: too long for a cell）"),
    ],
)
def test_safe(text: str, expected: str) -> None:
    """A cell holds neither control characters nor more text than it can; what is cut says so."""
    assert expected == safe(text)


def test_header_and_widths() -> None:
    """The header is frozen and filtered; columns are as wide as Chinese needs, within bounds."""
    sheet = _part(workbook([_table((1, "字" * 10), (2, "字" * 300))]), "worksheets/sheet1.xml")
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert '<autoFilter ref="A1:B3"/>' in sheet
    assert [6, 50] == [int(float(width)) for width in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]


def test_repeatable() -> None:
    """Two runs give the same bytes."""
    assert workbook([_table(("a", "b"))]) == workbook([_table(("a", "b"))])


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        (Lang.ZH, ["文件", "任务条款", "附表", "未能识别"]),
        (Lang.EN, ["documents", "tasks and clauses", "annex rows", "not understood"]),
    ],
)
def test_plan(jiangcheng: Path, lang: Lang, names: list[str]) -> None:
    """A plan fills four sheets: the document, its clauses, its annex rows, what was not understood."""
    plan = load(jiangcheng / _NAME)
    content = plan_xlsx.render([plan], Look(lang=lang))
    assert names == re.findall(r'<sheet name="([^"]*)"', _part(content, "workbook.xml"))
    clauses = sum(len(task.clauses) for task in plan.tasks)
    rows = sum(len(annex.rows) for annex in plan.annexes)
    expected = [2, clauses + 1, rows + 1, len(plan.skipped) + 1]
    assert expected == [_part(content, f"worksheets/sheet{number}.xml").count("<row ") for number in range(1, 5)]
    assert plan.tasks[-1].clauses[-1].text in _part(content, "sharedStrings.xml")


@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not installed"
)
def test_libreoffice(jiangcheng: Path, tmp_path: Path) -> None:
    """LibreOffice opens the workbook and reads the first cells as they were written."""
    book = tmp_path / "plans.xlsx"
    book.write_bytes(plan_xlsx.render([load(jiangcheng / _NAME)], Look()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
    ]
    subprocess.run([*command, "--outdir", tmp_path, book], check=True, capture_output=True, timeout=120)
    lines = next(tmp_path.glob("plans-*.csv")).read_text("utf-8").splitlines()
    assert "文件,部分,序号,任务,类型,编号,条款,指标,牵头单位,责任单位,位置" == lines[0]
    assert "t1.c1" in "\n".join(lines[1:4])
