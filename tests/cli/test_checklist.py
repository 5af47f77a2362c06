"""`planalign checklist`: from one plan, with its parent, from a report, for one unit."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.plans import CITY, DISTRICT, NEWS
from tests.report.sheet_xml import names, sheet

from planalign.model.checklist import Checklist

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

OWN = """2025年临江区应急管理工作要点

一、重点任务

（一）防汛。除险加固小型水库3座，6月底前完成。（牵头单位：区水务局；责任单位：各镇街）

（二）宣传。开展宣传进社区。（牵头单位：区应急管理局；责任单位：区教育局）
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with plans."""
    for name, text in (("city", CITY), ("district", DISTRICT), ("own", OWN), ("news", NEWS)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_table(run: Run, folder: Path) -> None:
    """The terminal shows measures with targets, times and units under their tasks."""
    result = run("checklist", str(folder / "own.txt"), "--isolated")
    assert 0 == result.code
    for text in ("任务分解表", "（一）防汛", "3座", "6月底前", "区水务局", "各镇街"):
        assert text in result.out


def test_formats(run: Run, folder: Path) -> None:
    """Workbook, Markdown, CSV and JSON hold the same duties."""
    files = [folder / f"out.{ending}" for ending in ("xlsx", "md", "csv", "json")]
    options = [option for file in files for option in ("-o", str(file))]
    assert 0 == run("checklist", str(folder / "own.txt"), "--isolated", "-q", *options).code
    book, page, cells, record = files
    duties = Checklist.model_validate_json(record.read_bytes()).duties
    rows = list(csv.DictReader(io.StringIO(cells.read_text("utf-8-sig"))))
    assert ["任务分解表", "说明"] == names(book.read_bytes())
    assert len(duties) == len(rows) == len(sheet(book.read_bytes(), "任务分解表").rows) - 1
    assert [duty.measure for duty in duties] == [row["措施"] for row in rows]
    assert all(duty.measure in page.read_text("utf-8") for duty in duties)


def test_unit(run: Run, folder: Path) -> None:
    """One unit sees its own, with its role."""
    result = run("checklist", str(folder / "own.txt"), "--unit", "应急局", "-f", "csv", "--isolated")
    (row,) = csv.DictReader(io.StringIO(result.out.removeprefix("\ufeff")))
    assert ("牵头", "（二）宣传") == (row["本单位角色"], row["任务"])


def test_unknown_unit(run: Run, folder: Path) -> None:
    """A unit that is named nowhere is told, with the names that are there, and is a wrong call."""
    result = run("checklist", str(folder / "own.txt"), "--unit", "区林业局", "-f", "json", "--isolated")
    made = json.loads(result.out)
    assert (2, [], False) == (result.code, made["duties"], made["named"])
    assert "没有“区林业局”" in result.err
    assert "区水务局" in result.err
    assert "没有写明任何" in run("checklist", str(folder / "city.txt"), "--unit", "区林业局", "--isolated").err


@pytest.mark.parametrize(
    ("unit", "told", "code"),
    [
        ("区水务据", "名称相近的有：区水务局", 2),
        ("月球管理处", "文件中的单位有：区水务局", 2),
        ("清渡镇", "没有“清渡镇”，所列都是统称涉及", 0),
    ],
)
def test_only_meant_by_a_collective_name(run: Run, folder: Path, unit: str, told: str, code: int) -> None:
    """What binds all units is listed for one that is not named; only a township is no wrong call."""
    path = folder / "own.txt"
    path.write_text(OWN.replace("区教育局", "区级有关部门"), encoding="utf-8")
    result = run("checklist", str(path), "--unit", unit, "--isolated")
    assert code == result.code
    assert "统称涉及（1）" in result.out
    assert "文件的责任单位中没有点名" in result.out
    assert told in result.err


def test_issuer(run: Run, folder: Path) -> None:
    """The office that issued the plan is no unknown unit, though no duty names it."""
    path = folder / "own.txt"
    path.write_text(f"{OWN}\n江城市临江区人民政府\n2025年3月1日\n", encoding="utf-8")
    result = run("checklist", str(path), "--unit", "临江区人民政府", "--isolated")
    assert (0, False) == (result.code, "责任单位中没有" in result.out + result.err)


def test_parent(run: Run, folder: Path) -> None:
    """With the parent, or from a report of compare, each duty names its basis."""
    report = folder / "report.json"
    parent, child = str(folder / "city.txt"), str(folder / "district.txt")
    run("compare", parent, child, "--isolated", "-q", "-o", str(report))
    direct = run("checklist", child, "--parent", parent, "-f", "json", "--isolated")
    assert 0 == direct.code
    assert direct.out == run("checklist", str(report), "-f", "json", "--isolated").out
    assert "修订市级总体预案" in run("checklist", child, "--parent", parent, "--isolated").out


def test_no_plan(run: Run, folder: Path) -> None:
    """A document without tasks has nothing to break down."""
    assert 3 == run("checklist", str(folder / "news.txt"), "--isolated").code


def test_wrong_format(run: Run, folder: Path) -> None:
    """Formats of other reports are refused before any work."""
    assert 2 == run("checklist", str(folder / "own.txt"), "-o", str(folder / "a.docx")).code
