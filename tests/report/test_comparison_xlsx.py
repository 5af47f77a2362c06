"""The workbook of a comparison: its sheets, what a person fills in, and that hostile words do no harm."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, WAIVER, comparison, covered, link, plan, status, task
from tests.report.sheet_xml import names, sheet

from planalign.assess.review_items import item_key, review_items
from planalign.model.alignment import Alignment
from planalign.model.annex import Annex, AnnexRow
from planalign.model.comparison import Comparison, Status, Waived
from planalign.model.review import Review, ReviewState, Verdict
from planalign.model.wording import Lang
from planalign.pipeline.comparing import compare_files
from planalign.report.chapters import chapters, statuses
from planalign.report.comparison_xlsx import render
from planalign.report.digest import Digest
from planalign.report.look import Look
from planalign.report.review_sheet import BY, ID, INSTEAD_END, INSTEAD_VALUE, KEY, REASON, REVIEW, VERDICT

if TYPE_CHECKING:
    from pathlib import Path

COMPARED = comparison(CITY, DISTRICT, ALIGNMENT)
SHEETS = {
    Lang.ZH: ["汇总", "承接对照", "缺口", "指标变化", "自选动作", "待复核", "豁免", "口径说明", "编号对照"],
    Lang.EN: ["Summary", "Clauses", "Gaps", "Targets", "Local tasks", "Review", "Waived", "Notes", "Ids"],
}
EVIL = "=HYPERLINK(\"http://example.org\")\u202e<script>alert('x')</script>\x07"


@pytest.mark.parametrize("lang", Lang)
def test_sheets(lang: Lang) -> None:
    """The eight sheets are there in the language asked for; a ninth, hidden one holds what can be picked."""
    content = render(COMPARED, Look(lang=lang))
    assert SHEETS[lang] == names(content)
    assert ["hidden"] == re.findall(r'state="(\w+)"', _workbook(content))


def _workbook(content: bytes) -> str:
    from tests.report.sheet_xml import part

    return part(content, "workbook.xml")


@pytest.mark.parametrize("name", SHEETS[Lang.ZH])
def test_header(name: str) -> None:
    """Every sheet has a frozen header with a filter."""
    xml = sheet(render(COMPARED, Look()), name).xml
    assert 'ySplit="1"' in xml
    assert 'state="frozen"' in xml
    assert "<autoFilter " in xml


def test_clauses() -> None:
    """Each parent clause is a row with its status and the words that carry it; ids are folded away."""
    found = sheet(render(COMPARED, Look()), "承接对照")
    clauses = [clause.text for each in CITY.tasks for clause in each.clauses]
    assert clauses == [next(cell for cell in row if cell in clauses) for row in found.rows[1:]]
    assert ["t1", "t1.c1", "t1.c1"] == found.rows[1][-3:]
    assert "更新物资清单" in found.rows[1]
    assert [("17", "19")] == re.findall(r'<col min="(\d+)" max="(\d+)"[^>]*hidden="1"', found.xml)


def test_units_of_annexes() -> None:
    """Where a clause names nobody, those of the annex row about it answer for it."""
    row = AnnexRow(
        id="a1.r1", seq=1, name="完善应急预案", target="修订市级总体预案，更新物资清单",
        lead_units=("市应急管理局",), responsible_units=("各区县",),
    )  # fmt: skip
    annex = Annex(id="a1", title="分工表", columns=("名称", "目标"), rows=(row,))
    annexed = comparison(CITY.model_copy(update={"annexes": (annex,)}), DISTRICT, ALIGNMENT)
    first = sheet(render(annexed, Look()), "承接对照").rows[1]
    assert {"市应急管理局", "各区县"} <= set(first)


def test_nothing_open_is_left_out() -> None:
    """Each open finding stands in the sheet of gaps, of targets or of local tasks."""
    content = render(COMPARED, Look())
    cells = {cell for name in ("缺口", "自选动作") for row in sheet(content, name).rows for cell in row}
    assert {finding.id for finding in COMPARED.findings} <= cells


def test_accepted() -> None:
    """What was waived moves to a sheet of its own, with the terms."""
    first, *others = COMPARED.findings
    waived = COMPARED.model_copy(update={"findings": tuple(others), "waived": (Waived(finding=first, waiver=WAIVER),)})
    (row,) = sheet(render(waived, Look()), "豁免").rows[1:]
    assert {"本级不适用", "江府发〔2025〕3号", "区安委办", "2025-12-31", first.id} <= set(row)


def test_rejected() -> None:
    """What a person rejected is shown with the reason and the name."""
    review = Review(
        state=ReviewState.CONFIRMED, decision="d1", verdict=Verdict.REJECT, by="王审核", reason="已在附表写明",
        at=dt.datetime(2025, 6, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    first, *others = COMPARED.findings
    dismissed = first.model_copy(update={"review": review})
    rejected = COMPARED.model_copy(update={"findings": tuple(others), "dismissed": (dismissed,)})
    (row,) = sheet(render(rejected, Look()), "豁免").rows[1:]
    assert {"已否定", "王审核", "已在附表写明", first.id} <= set(row)


@pytest.mark.parametrize("lang", Lang)
def test_review_sheet(lang: Lang) -> None:
    """Every item of review has a row with its id and key, and columns to fill in that offer what may be said."""
    found = sheet(render(COMPARED, Look(lang=lang)), REVIEW.of(lang))
    wanted = [name.of(lang) for name in (VERDICT, INSTEAD_END, INSTEAD_VALUE, REASON, BY, ID, KEY)]
    assert wanted == found.rows[0][-7:]
    assert {(item.id, item_key(item)) for item in review_items(COMPARED)} == {
        (row[-2], row[-1]) for row in found.rows[1:]
    }
    assert ["15", "16"] == re.findall(r'<col min="(\d+)"[^>]*hidden="1"', found.xml)


def test_review_choices() -> None:
    """The decision is picked from a list; another task or clause is picked from the hidden sheet, or typed."""
    xml = sheet(render(COMPARED, Look()), "待复核").xml
    rules = xml.partition("<dataValidations")[2].split("<dataValidation ")[1:]
    lists = [rule for rule in rules if 'type="list"' in rule]
    assert any("认可,不认可,更正,无对应,不适用" in rule and "showErrorMessage" in rule for rule in lists)
    picked = [rule for rule in lists if "编号对照" in rule]
    assert picked
    assert not [rule for rule in picked if "showErrorMessage" in rule]
    assert any("已承接,部分承接,未承接,不适用" in rule for rule in lists)


def test_hostile_words() -> None:
    """Formulas, markup, marks that turn text and control characters of a document do nothing in a cell."""
    evil = plan("a.txt", task(1, EVIL, EVIL), task(2, f"@{EVIL}", "-1+1"))
    alignment = Alignment(
        links=(link("t1", "t1"),),
        coverage=(covered("t1.c1", "t1.c1"), covered("t2.c1", "t2.c1")),
        task_status=(status("t1", Status.COVERED), status("t2", Status.COVERED)),
    )
    content = render(comparison(evil, evil, alignment), Look())
    for name in names(content):
        found = sheet(content, name)
        assert "<f>" not in found.xml
        assert "hyperlink" not in found.xml.lower()
        assert not [cell for row in found.rows for cell in row if "\u202e" in cell or "\x07" in cell]
    assert "=HYPERLINK(\"http://example.org\")<script>alert('x')</script>" in sheet(content, "承接对照").rows[1]


@pytest.fixture(scope="module")
def real(jiangcheng: Path) -> Comparison:
    """Return the comparison of two of our own documents."""
    return compare_files(jiangcheng / "linjiang-district-2025.docx", jiangcheng / "qingdu-town-2025.docx")


def test_summary(real: Comparison) -> None:
    """The first sheet states the figures with numerator and denominator, and the parts of the parent."""
    rows = sheet(render(real, Look()), "汇总").rows
    cells = [cell for row in rows for cell in row]
    counts = real.summary
    assert any(f"已承接 {counts.covered} / 应承接 {counts.applicable}" in cell for cell in cells)
    clauses = next(row for row in rows if "上级条款数" in row)
    assert [str(sum(counts.clauses.values())), str(counts.covered)] == clauses[2:4]
    assert round(counts.covered / counts.applicable, 2) == float(clauses[-2])
    parts = [row for row in rows if row[0] == "按部分（条款）"]
    assert [chapter.title for chapter in chapters(real.parent, Lang.ZH) if statuses(Digest(real), chapter)] == [
        row[1] for row in parts
    ]
    assert sum(counts.clauses.values()) == sum(int(row[2]) for row in parts)


@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not installed"
)
def test_libreoffice(real: Comparison, tmp_path: Path) -> None:
    """LibreOffice opens the workbook and gives every sheet back cell by cell."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(render(real, Look()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in SHEETS[Lang.ZH]:
        assert (tmp_path / f"book-{name}.csv").read_text("utf-8").count(",") > 0
    review = (tmp_path / "book-待复核.csv").read_text("utf-8")
    assert all(item.id in review for item in review_items(real))
