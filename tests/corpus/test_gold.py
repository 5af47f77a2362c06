"""The gold and the list of planted faults quote the documents as they are."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from planalign.model.plan import Plan

FOLDER = Path(__file__).resolve().parents[2] / "corpora" / "jiangcheng"
GOLD = sorted((FOLDER / "gold").glob("alignment-*.json"))
PLANTED = sorted((FOLDER / "planted").glob("*.toml"))
CARRIED = {"covered", "partial"}
STATUSES = {*CARRIED, "dropped", "not_applicable"}


@cache
def _plan(name: str) -> Plan:
    endings = ("txt", "docx", "html", "pdf")
    return load(next(path for ending in endings if (path := FOLDER / f"{name}.{ending}").exists()))


def _read(path: Path) -> Any:  # noqa: ANN401
    return json.loads(path.read_text(encoding="utf-8"))


def _titles(plan: Plan) -> set[str]:
    return {task.title for task in plan.tasks}


def _clauses(plan: Plan) -> set[str]:
    return {clause.text for task in plan.tasks for clause in task.clauses}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_quotes(path: Path) -> None:
    """Every title and clause of the gold is a title or clause of its document."""
    gold = _read(path)
    child, parent = _plan(gold["child"]), _plan(gold["parent"])

    assert {task["child_title"] for task in gold["child_tasks"]} <= _titles(child)
    assert {task["title"] for task in gold["parent_tasks"]} <= _titles(parent)
    assert set(gold["child_clause_texts"].values()) <= _clauses(child)
    assert {clause["text"] for clause in gold["parent_clauses"]} <= _clauses(parent)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_agrees_with_itself(path: Path) -> None:
    """Links name tasks of the gold, statuses are known, and a clause has child clauses unless nothing carries it."""
    gold = _read(path)
    parents = {task["parent"] for task in gold["parent_tasks"]}
    carried = [clause for clause in gold["parent_clauses"] if {*clause["accepted_status"]} <= CARRIED]
    missing = [clause for clause in gold["parent_clauses"] if not CARRIED & {*clause["accepted_status"]}]

    assert {link["parent"] for task in gold["child_tasks"] for link in task["links"]} <= parents
    assert {status for clause in gold["parent_clauses"] for status in clause["accepted_status"]} <= STATUSES
    assert all(clause["child_clauses"] for clause in carried)
    assert not any(clause["child_clauses"] for clause in missing)


@pytest.mark.parametrize("path", PLANTED, ids=lambda path: path.stem)
def test_planted_quotes(path: Path) -> None:
    """Both quotes of a planted fault stand exactly once in the source of their document."""
    sources = FOLDER / "sources"
    child = (sources / f"{path.stem}.md").read_text(encoding="utf-8")
    counts = []
    for fault in tomllib.loads(path.read_text(encoding="utf-8")).get("fault", []):
        parent = (sources / f"{fault['parent']}.md").read_text(encoding="utf-8") if fault.get("parent") else child
        quotes = ((fault["parent_quote"], parent), (fault["child_quote"], child))
        counts += [(quote, text.count(quote)) for quote, text in quotes if quote]

    assert [quote for quote, count in counts if count != 1] == []
