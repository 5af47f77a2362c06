"""Findings, links and clauses as tables of their own, in CSV and Markdown."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, covered, plan, task

from planalign.model.alignment import Alignment
from planalign.model.wording import Lang
from planalign.report.clauses_table import clauses_table
from planalign.report.csv_table import MARK, csv_text
from planalign.report.digest import Digest
from planalign.report.formats import comparison_report
from planalign.report.links_table import links_table
from planalign.report.look import Look
from planalign.report.table_cells import Column, Table

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison

COMPARED = comparison(CITY, DISTRICT, ALIGNMENT)
CLAUSES = [clause for each in CITY.tasks for clause in each.clauses]
KINDS = {"csv": len(COMPARED.findings), "links.csv": len(COMPARED.links), "clauses.csv": len(CLAUSES)}


def _rendered(kind: str, found: Comparison = COMPARED, lang: Lang = Lang.ZH) -> str:
    text = comparison_report(kind)(found, Look(lang=lang))
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(("kind", "rows"), KINDS.items())
def test_csv(kind: str, rows: int, lang: Lang) -> None:
    """Each table is UTF-8 with the mark for Excel, one row a thing, as many cells in each row."""
    text = _rendered(kind, lang=lang)
    cells = list(csv.reader(io.StringIO(text.removeprefix(MARK))))
    assert text.startswith(MARK)
    assert rows == len(cells) - 1
    assert {len(cells[0])} == set(map(len, cells))


@pytest.mark.parametrize(
    ("kind", "rows"), [("findings.md", KINDS["csv"]), ("links.md", KINDS["links.csv"]), ("clauses.md", len(CLAUSES))]
)
def test_markdown(kind: str, rows: int) -> None:
    """Each table stands under its name, one line a thing; ids for programs are left out."""
    lines = _rendered(kind).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert lines[0].startswith("# ")
    assert rows == len(table) - 2
    assert 1 == len({line.count(" | ") for line in table})


def test_links() -> None:
    """A link names both tasks with their sections and places, the shared words, the score as a number."""
    found = links_table(Digest(COMPARED), Lang.ZH)
    row = dict(zip((column.name for column in found.columns), found.rows[0], strict=True))
    assert ("1．修订预案", "1．完善应急预案", "一、重点任务") == (row["下级任务"], row["上级任务"], row["上级部分"])
    assert (0.8, "t1-t1") == (row["得分"], row["编号"])


def test_clauses() -> None:
    """A clause tells what became of it; what is left out of the share says so."""
    found = clauses_table(Digest(COMPARED), Lang.ZH)
    rows = [dict(zip((column.name for column in found.columns), row, strict=True)) for row in found.rows]
    assert "更新物资清单" == rows[0]["缺少内容"]
    assert "工作要求，不计入承接率" == rows[-1]["说明"]


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_formulas(sign: str) -> None:
    """What a spreadsheet would calculate gets an apostrophe, in full width too; numbers stay numbers."""
    text = csv_text(Table("a", (Column("x"), Column("y")), [(f"{sign}1+1", -1)]))
    assert [f"'{sign}1+1", "-1"] == list(csv.reader(io.StringIO(text)))[1]


def test_markup_does_not_act() -> None:
    """Pipes, line ends and tags of a document stay inside their cell."""
    evil = plan("a.txt", task(1, "a|b\nc", "<script>|"))
    alignment = Alignment(links=(), coverage=(covered("t1.c1", "t1.c1"),), task_status=())
    text = _rendered("clauses.md", comparison(evil, DISTRICT, alignment))
    assert 3 == sum(line.startswith("|") for line in text.splitlines())
    assert "<script>" not in text
    assert "a\\|b c" in text
