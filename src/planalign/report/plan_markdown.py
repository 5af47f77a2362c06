"""Parsed documents as Markdown: the head, all tasks with their clauses, the annex tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import heading
from planalign.model.skip_reason import skip_reason
from planalign.report.digest import plan_title
from planalign.report.escaping import escaped
from planalign.report.labels import SKIPPED
from planalign.report.markdown_inputs import fact_table
from planalign.report.markdown_table import row, table
from planalign.report.outline_above import under_headings
from planalign.report.places import place
from planalign.report.punctuation import colon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.annex import Annex
    from planalign.model.plan import Plan, Task
    from planalign.model.wording import Lang
    from planalign.report.look import Look


def render(plans: Sequence[Plan], look: Look) -> str:
    """Return one chapter for each document."""
    return "\n\n".join(part for plan in plans for part in _plan(plan, look.lang)) + "\n"


def _plan(plan: Plan, lang: Lang) -> list[str]:
    parts = [f"# {escaped(plan_title(plan, lang))}", fact_table(plan, lang)]
    parts += _tasks(plan)
    for annex in plan.annexes:
        parts += [f"## {escaped(annex.title)}", _annex(annex)]
    return parts + _set_aside(plan, lang)


def _set_aside(plan: Plan, lang: Lang) -> list[str]:
    """Return what is in no record, or in doubt, one heading for each kind."""
    parts: list[str] = []
    for kind, label in SKIPPED.items():
        lines = [
            f"- {place(part.location, lang)} {escaped(skip_reason(part).of(lang))}{colon(lang)}{escaped(part.text)}"
            for part in plan.skipped
            if part.kind is kind
        ]
        parts += [f"## {label.of(lang)}", "\n".join(lines)] * bool(lines)
    return parts


def _tasks(plan: Plan) -> list[str]:
    """Return the tasks under the headings that group them."""
    parts: list[str] = []
    for section, task in under_headings(plan):
        if section is not None:
            parts.append(f"## {escaped((section.label or section.number) + section.title)}")
        parts.append(_task(task))
    return parts


def _task(task: Task) -> str:
    clauses = "\n".join(f"- {escaped(clause.text)}" for clause in task.clauses)
    return f"### {escaped(heading(task))}\n\n{clauses}"


def _annex(annex: Annex) -> str:
    return table(
        [escaped(name) for name in annex.columns], [row([escaped(cell) for cell in line.cells]) for line in annex.rows]
    )
