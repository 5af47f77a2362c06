"""The real plans as DOCX, PDF, HTML and TXT against the structure gold: a plan gives one record whatever carries it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from planalign.config import Settings
from planalign.model.block import SkipKind
from planalign.model.plan import PlanKind
from planalign.pipeline import load

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.plan import AnnexRow, Plan

DISTRICT, TOWNSHIP, DEPARTMENT, CITY = (
    "002_1c36940f70e7059d.txt",
    "001_a311506c5bab1914.txt",
    "003_5a1b62da68a7e5ec.txt",
    "004_f2673a1d053848d2.txt",
)
INTERPRETATION = "000_67410808bd0a0d86.txt"
CARRIERS = {
    "wl2025_plain.docx": DISTRICT,
    "wl2025_autonum.docx": DISTRICT,
    "wl2025_runhead.docx": DISTRICT,
    "wl2025_plain.pdf": DISTRICT,
    "wl2025_autonum.pdf": DISTRICT,
    "wl2025_runhead.pdf": DISTRICT,
    "wl2025_gov.html": DISTRICT,
    "np2025_gb2312.html": TOWNSHIP,
    "wl2024_utf8.txt": DEPARTMENT,
    "wl2024_utf8bom.txt": DEPARTMENT,
    "wl2024_utf16.txt": DEPARTMENT,
    "wl2024_gb18030.txt": DEPARTMENT,
    "cq2024.docx": CITY,
    "cq2024.pdf": CITY,
    "cq2024_cid_nonembedded.pdf": CITY,
    "cq2024_encrypted_emptyuser.pdf": CITY,
}
WITH_ANNEXES = [name for name, source in CARRIERS.items() if source == DISTRICT]
# Justified deviations. The print of this PDF starts （一） anew in every section (LibreOffice ignores lvlRestart).
RESTARTED = {"wl2025_autonum.pdf"}
# The printed table merges 牵头单位 over rows 6-8 of the fourth annex; the flattened text, and so the gold, has it once.
MERGED_LEADS = ((3, 5, 6), (3, 5, 7))
ROW_FIELDS = ("seq", "name", "name_inherited", "target", "lead_units", "responsible_units", "remark")


@pytest.fixture(scope="session")
def structure(gold: Path) -> dict[str, Any]:
    """Return the structure gold by file name."""
    found: dict[str, Any] = json.loads((gold / "structure-chongqing.json").read_text(encoding="utf-8"))
    return found


@cache
def _load(path: Path) -> Plan:
    return load(path, Settings(contact=True))


def _tasks(plan: Plan) -> list[tuple[str, str, str, int]]:
    titles = {section.id: section.label + section.title for section in plan.sections}
    return [(task.number, titles[task.section or ""], task.title, len(task.clauses)) for task in plan.tasks]


@pytest.mark.parametrize("name", CARRIERS)
def test_tasks(name: str, corpora: Path, structure: dict[str, Any]) -> None:
    """Numbers, sections, titles and clause counts are those of the gold."""
    expected = [
        (task["n"].split("-")[-1], task["section"], task["title"], task["clauses"])
        for task in structure[CARRIERS[name]]["tasks"]
    ]
    actual = _tasks(_load(corpora / "rendered" / name))
    known = 1 if name in RESTARTED else 0
    assert [task[known:] for task in expected] == [task[known:] for task in actual]


@pytest.mark.parametrize("name", CARRIERS)
def test_masthead(name: str, corpora: Path, structure: dict[str, Any]) -> None:
    """Number, issuer, title, date, addressees, level and year are those of the gold."""
    expected = {key: value for key, value in structure[CARRIERS[name]]["masthead"].items() if key != "cites_parent"}
    actual = _load(corpora / "rendered" / name).masthead.model_dump(mode="json")
    assert expected == {key: actual[key] for key in expected}


@pytest.mark.parametrize("name", WITH_ANNEXES)
def test_annexes(name: str, corpora: Path, structure: dict[str, Any]) -> None:
    """All rows of all annex tables are those of the gold, but for cells that the carriers merge."""
    expected = [
        (annex["title"], annex["columns"], [{key: row[key] for key in ROW_FIELDS} for row in annex["rows"]])
        for annex in structure[DISTRICT]["annexes"]
    ]
    plan = _load(corpora / "rendered" / name)
    actual = [(annex.title, list(annex.columns), [_row(row) for row in annex.rows]) for annex in plan.annexes]
    for annex, own, merged in MERGED_LEADS:
        rows = actual[annex][2]
        assert rows[own]["lead_units"] == rows[merged]["lead_units"]
        rows[merged]["lead_units"] = expected[annex][2][merged]["lead_units"]
    assert expected == actual


def _row(row: AnnexRow) -> dict[str, Any]:
    return {key: value for key, value in row.model_dump(mode="json").items() if key in ROW_FIELDS}


@pytest.mark.parametrize("name", CARRIERS)
def test_everything_was_read(name: str, corpora: Path) -> None:
    """No carrier leaves a part of a plan over."""
    skipped = _load(corpora / "rendered" / name).skipped
    assert [] == [part for part in skipped if part.kind not in (SkipKind.NO_TASK, SkipKind.UNPLACED)]


def test_page_without_text_is_told(corpora: Path, structure: dict[str, Any]) -> None:
    """Where one page is a scan, the tasks of the others are read, and the lost page is said to be unread."""
    plan = _load(corpora / "rendered" / "cq2024_hybrid.pdf")
    titles = {task["title"] for task in structure[CITY]["tasks"]}
    assert [SkipKind.UNREAD] == [part.kind for part in plan.skipped]
    assert 1 == plan.skipped[0].location.page
    assert plan.tasks
    assert titles >= {task.title for task in plan.tasks}


@pytest.mark.parametrize("name", ["tricky.docx", "tricky.pdf"])
def test_tricky_carriers(name: str, corpora: Path) -> None:
    """Red head in a text box, tracked changes, content controls and hidden text: the shown words count."""
    plan = _load(corpora / "rendered" / name)
    head = plan.masthead
    assert ("南平府发〔2025〕12号", "2025年工作要点") == (head.document_number, head.title)
    assert 3 == len(plan.tasks)


def test_interpretation_page(corpora: Path, structure: dict[str, Any]) -> None:
    """The page of the 解读 gives its tasks in its sections."""
    expected = structure[INTERPRETATION]
    plan = _load(corpora / "rendered" / "cq2025_jiedu.html")
    assert PlanKind.INTERPRETATION is plan.kind
    in_section = [sum(task.section == section.id for task in plan.tasks) for section in plan.sections]
    assert in_section == expected["tasks_per_section"]
