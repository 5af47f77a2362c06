"""Case files: an input, a line of five or more =, and what the plan holds as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.block import Document
    from planalign.model.plan import Plan, Task

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


BESIDE = ("masthead", "notice", "heading")
"""Furniture that belongs to the document itself."""


def describe(plan: Plan) -> dict[str, Any]:
    """Return what a case file may speak of."""
    head = plan.masthead.model_dump(mode="json")
    if head["document_number_printed"] == head["document_number"]:
        del head["document_number_printed"]
    head["cites"] = [[cited.number, cited.title] for cited in plan.masthead.cites]
    labels = {section.id: section.label + section.title for section in plan.sections}
    return {
        "kind": plan.kind.value,
        "masthead": {key: value for key, value in head.items() if value not in (None, [], "")},
        "sections": list(labels.values()),
        "preamble": [clause.text for clause in plan.preamble],
        "tasks": [_describe_task(task, labels) for task in plan.tasks],
        "terms": [list(task.terms) for task in plan.tasks],
        "deadlines": [[due.due for clause in task.clauses for due in clause.facts.deadlines] for task in plan.tasks],
        "targets": [target.text for task in plan.tasks for clause in task.clauses for target in clause.targets],
        "annexes": [
            {"title": annex.title, "columns": list(annex.columns), "rows": [_describe_row(row) for row in annex.rows]}
            for annex in plan.annexes
        ],
        "annex_kinds": [annex.kind.value for annex in plan.annexes],
        "row_kinds": [[row.kind.value for row in annex.rows] for annex in plan.annexes],
        "annex_list": [[head.number, head.title] for head in plan.annex_list],
        "annex_heads": [[head.number, head.title] for head in plan.annex_heads],
        "counts": [[count.noun, count.value] for count in plan.stated_counts],
        "skipped": [skipped.text for skipped in plan.skipped],
        "furniture": [[piece.role, piece.text] for piece in plan.furniture if piece.role not in BESIDE],
        "beside": [[piece.role, piece.text] for piece in plan.furniture if piece.role in BESIDE],
    }


def _describe_task(task: Task, labels: dict[str, str]) -> dict[str, Any]:
    units = [f"{unit.role.value}: {unit.name}" for unit in task.units]
    shown = {
        "section": labels.get(task.section or "", ""),
        "heading": f"{task.label} {task.title}",
        "clauses": [clause.text for clause in task.clauses],
    }
    if task.kind.value != "task":
        shown["kind"] = task.kind.value
    return shown | ({"units": units} if units else {})


def _describe_row(row: Any) -> list[Any]:  # noqa: ANN401 - a list of whatever the row holds
    return [row.seq, row.name, row.name_inherited, row.target, [*row.lead_units], [*row.responsible_units], row.remark]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_gives_the_records_it_names(path: Path, document: Callable[[str], Document]) -> None:
    """A case file's input is parsed into the records below its line."""
    text, _, records = path.read_text(encoding="utf-8").partition("\n=====\n")
    expected = json.loads(records)
    actual = describe(parse_document(document(text)))
    assert {key: actual[key] for key in expected} == expected
