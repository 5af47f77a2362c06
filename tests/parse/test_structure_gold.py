"""The five real texts against the expert gold, and the two texts of another city against its printed numbers."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from planalign.model.plan import PlanKind, TaskKind
from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planalign.model.annex import Annex
    from planalign.model.block import Document
    from planalign.model.plan import Plan

FILES = ("001_a311506c5bab1914.txt", "002_1c36940f70e7059d.txt", "003_5a1b62da68a7e5ec.txt", "004_f2673a1d053848d2.txt")
INTERPRETATION = "000_67410808bd0a0d86.txt"
ROW_FIELDS = ("seq", "name", "name_inherited", "target", "lead_units", "responsible_units", "remark")


@pytest.fixture(scope="session")
def structure(gold: Path) -> dict[str, Any]:
    """Return the structure gold by file name."""
    found: dict[str, Any] = json.loads((gold / "structure-chongqing.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def plan(corpora: Path, document: Callable[[str], Document]) -> Callable[[str], Plan]:
    """Return a function that parses a file of the corpora folder."""
    return lambda name: parse_document(document((corpora / name).read_text(encoding="utf-8")))


def _sections(plan: Plan) -> dict[str | None, str]:
    return {section.id: section.label + section.title for section in plan.sections}


@pytest.mark.parametrize("name", FILES)
def test_every_task_is_found(name: str, plan: Callable[[str], Plan], structure: dict[str, Any]) -> None:
    """Number, section, title and number of clauses of every task are those of the gold, in order."""
    parsed = plan(f"chongqing/{name}")
    titles = _sections(parsed)
    actual = [(task.number, titles[task.section], task.title, len(task.clauses)) for task in parsed.tasks]
    # The gold writes 三-一 for items outside the running numbers: section and item.
    expected = [
        (task["n"].split("-")[-1], task["section"], task["title"], task["clauses"]) for task in structure[name]["tasks"]
    ]
    assert expected == actual


@pytest.mark.parametrize("name", FILES)
def test_masthead_is_that_of_the_gold(name: str, plan: Callable[[str], Plan], structure: dict[str, Any]) -> None:
    """Number, issuer, title, date, addressees, level and year are read."""
    expected = dict(structure[name]["masthead"])
    cited = expected.pop("cites_parent", None)
    masthead = plan(f"chongqing/{name}").masthead
    actual = masthead.model_dump(mode="json")
    assert {key: actual[key] for key in expected} == expected
    assert cited is None or cited in [citation.number for citation in masthead.cites]


def _records(annex: Annex) -> list[dict[str, Any]]:
    return [{key: row.model_dump(mode="json")[key] for key in ROW_FIELDS} for row in annex.rows]


def test_all_annex_rows_are_exact(plan: Callable[[str], Plan], structure: dict[str, Any]) -> None:
    """Titles, columns and all rows of the six annex tables equal the gold."""
    name = FILES[1]
    expected = [
        (annex["title"], annex["columns"], [{key: row[key] for key in ROW_FIELDS} for row in annex["rows"]])
        for annex in structure[name]["annexes"]
    ]
    actual = [(annex.title, list(annex.columns), _records(annex)) for annex in plan(f"chongqing/{name}").annexes]
    assert expected == actual
    assert sum(len(rows) for _, _, rows in actual) == 121


def test_interpretation_yields_the_tasks_its_prose_states(
    plan: Callable[[str], Plan], structure: dict[str, Any]
) -> None:
    """The 解读 gives its sections with as many tasks in each as the gold counts, and its questions are set aside."""
    expected = structure[INTERPRETATION]
    parsed = plan(f"chongqing/{INTERPRETATION}")
    assert parsed.kind is PlanKind.INTERPRETATION
    assert parsed.masthead.title == expected["title"]
    assert [section.title.replace(",", "，") for section in parsed.sections] == expected["sections_of_the_plan"]
    in_section = [sum(task.section == section.id for task in parsed.tasks) for section in parsed.sections]
    assert in_section == expected["tasks_per_section"]
    assert [count.value for count in parsed.stated_counts if count.noun == "tasks"] == [expected["stated"]["tasks"]]
    assert len(parsed.skipped) == expected["qa_items"]


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_a_plan_is_left_over(name: str, plan: Callable[[str], Plan]) -> None:
    """The four plans are understood completely."""
    assert plan(f"chongqing/{name}").skipped == ()


@pytest.mark.parametrize("name", FILES)
def test_every_clause_stands_where_it_says(name: str, corpora: Path, plan: Callable[[str], Plan]) -> None:
    """A clause that one paragraph holds is the text between its start and end."""
    lines = (corpora / "chongqing" / name).read_text(encoding="utf-8").split("\n")
    for task in plan(f"chongqing/{name}").tasks:
        for clause in task.clauses:
            place = clause.location
            assert place.line is not None
            shown = lines[place.line - 1][place.start : place.end]
            assert clause.text.startswith(shown)
            assert shown


@pytest.mark.parametrize(
    ("name", "side"), [("shanghai/sponge-jiading-2024.md", "child"), ("shanghai/sponge-city-2024.md", "parent")]
)
def test_another_city_gives_the_printed_numbers(name: str, side: str, gold: Path, plan: Callable[[str], Plan]) -> None:
    """Every item of the other city's reading is found under its number: 二(一)1 with its lead phrase."""
    with (gold / "alignment-jiading2024-shanghai2024.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    expected = {
        (item, lead)
        for row in rows
        for item, lead in zip(row[f"{side}_item"].split(";"), row[f"{side}_lead"].split(";"), strict=True)
        if item != "-"
    }
    assert expected == set(_printed(plan(name)))


def _printed(plan: Plan) -> list[tuple[str, str]]:
    sections = {section.id: section for section in plan.sections}
    items = []
    for task in plan.tasks:
        section = sections[task.section or ""]
        path = (sections[section.parent].number if section.parent else "") + (
            f"({section.number})" if section.parent else section.number
        )
        number = f"({task.number})" if task.kind is TaskKind.REQUIREMENT else task.number
        items.append((path + number, task.title))
    return items
