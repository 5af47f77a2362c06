"""Turns a comparison into rows of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.model.comparison import Comparison, Severity, Status
from planalign.model.index import PlanIndex, counts, further_annexes, heading, units_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.check import Check
    from planalign.model.comparison import Finding
    from planalign.model.plan import Plan, Task

    Row = dict[str, Any]
    Rows = dict[str, list[Row]]


def rows_of(record: Check | Comparison, *, requirements: bool) -> Rows:
    """Return the rows of one document, by table."""
    if not isinstance(record, Comparison):
        alone = {"child": record.plan.source.file, "parent": None}
        return {
            "pairs": [alone | _pair_alone(record)],
            "findings": [alone | row for row in _findings(record)],
            "units": list(_units(record.plan)),
        }
    ends = {"child": record.child.source.file, "parent": record.parent.source.file}
    index = PlanIndex(record.parent)
    counted = {
        task.id for task in record.parent.tasks
        if counts(task, requirements=requirements) and task.id not in record.excluded
    }  # fmt: skip
    places = _Places(record.parent, index, counted)
    return {
        "pairs": [ends | _pair(record)],
        "tasks": [ends | row for row in _tasks(record, places)],
        "clauses": [ends | row for row in _clauses(record, places)],
        "links": [ends | row for row in _links(record)],
        "targets": [ends | row for row in _targets(record)],
        "findings": [ends | row for row in _findings(record)],
        "units": list(_units(record.child)),
    }


class _Places:
    """Where a parent task stands, and whether it counts."""

    def __init__(self, plan: Plan, index: PlanIndex, counted: set[str]) -> None:
        self.index = index
        self._sections = {section.id: section.title for section in plan.sections}
        self._counted = counted

    def of(self, task: Task) -> Row:
        return {
            "task": task.id,
            "section": self._sections.get(task.section or "", ""),
            "counts": task.id in self._counted,
        }


def _pair(record: Comparison) -> Row:
    summary = record.summary
    clauses = {str(status): summary.clauses.get(status, 0) for status in Status}
    return {
        **_judged(record),
        **clauses,
        "same_plan": record.same_plan,
        "parent_tasks": summary.parent_tasks,
        "child_tasks": summary.child_tasks,
        "undecided": summary.undecided,
        "local_tasks": summary.local_tasks,
    }


def _pair_alone(record: Check) -> Row:
    return {**_judged(record), "child_tasks": record.summary.tasks}


def _judged(record: Check | Comparison) -> Row:
    found = record.summary.findings
    return {
        "outcome": "judged",
        "reason": "",
        "passed": None if record.gate is None else record.gate.passed,
        "errors": found.get(Severity.ERROR, 0),
        "warnings": found.get(Severity.WARNING, 0),
        "infos": found.get(Severity.INFO, 0),
        "waived": record.summary.waived,
        "known": record.summary.known,
    }


def _tasks(record: Comparison, places: _Places) -> Iterator[Row]:
    for entry in record.task_status:
        task = places.index.tasks[entry.parent_task]
        yield {**places.of(task), "title": heading(task), "status": str(entry.status)}


def _clauses(record: Comparison, places: _Places) -> Iterator[Row]:
    for entry in record.coverage:
        yield {
            **places.of(places.index.tasks[entry.parent_task]),
            "clause": entry.parent_clause,
            "text": places.index.clauses[entry.parent_clause].text,
            "status": str(entry.status),
            "score": entry.score,
            "undecided": entry.undecided,
            "missing": list(entry.missing),
            "child_clauses": list(entry.child_clauses),
        }


def _links(record: Comparison) -> Iterator[Row]:
    for link in record.links:
        yield link.model_dump(mode="json", include={"child_task", "parent_task", "strength", "relation", "score"})


def _targets(record: Comparison) -> Iterator[Row]:
    for entry in record.drift:
        yield entry.model_dump(mode="json", exclude={"share", "in_words"})


def _findings(record: Check | Comparison) -> Iterator[Row]:
    states = (
        ("open", record.findings),
        ("waived", tuple(entry.finding for entry in record.waived)),
        ("known", record.known),
    )
    for state, findings in states:
        for finding in findings:
            yield {"state": state, **_finding(finding)}


def _finding(finding: Finding) -> Row:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "parent_text": finding.parent.text if finding.parent else None,
        "child_text": finding.child.text if finding.child else None,
        "fingerprint": finding.fingerprint,
    }


def _units(plan: Plan) -> Iterator[Row]:
    """Yield each unit once for a task or annex row; what a clause inherits from its task is not counted again."""
    for task in plan.tasks:
        named = dict.fromkeys((unit.name, str(unit.role)) for unit in units_of(task))
        for name, role in named:
            yield _unit(plan, name, role, task.id, heading(task))
    for annex in further_annexes(plan):
        for row in annex.rows:
            for name in row.lead_units:
                yield _unit(plan, name, "lead", row.id, row.name)
            for name in row.responsible_units:
                yield _unit(plan, name, "responsible", row.id, row.name)


def _unit(plan: Plan, name: str, role: str, item: str, title: str) -> Row:
    return {"document": plan.source.file, "unit": name, "role": role, "item": item, "title": title}
