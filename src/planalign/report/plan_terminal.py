"""Parsed documents for a terminal: the head, the tasks, the annexes, what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import SkipKind
from planalign.model.index import heading
from planalign.model.plan import TaskKind
from planalign.model.skip_reason import skip_reason
from planalign.model.wording import Plural, Wording
from planalign.report.digest import plan_facts, plan_title
from planalign.report.labels import PLAN_KIND, SKIPPED, TASK_KIND
from planalign.report.outline_above import under_headings
from planalign.report.places import place
from planalign.report.punctuation import bracketed
from planalign.report.screen import Screen
from planalign.report.scrub import clipped, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.plan import Plan, Task
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_COUNTS = Wording("部分 {sections}，任务 {tasks}，条款 {clauses}，附表 {annexes}（{rows} 行），未能识别 {skipped}")
_CLAUSES = Plural("{number} 条", "clauses of a task")
_ROWS = Wording("{count} 行")
_DOUBTS = Wording("，请核对 {doubts}")


def render(plans: Sequence[Plan], look: Look) -> str:
    """Return one block of lines for each document."""
    screen = Screen(look)
    for plan in plans:
        _plan(screen, plan, look.lang)
    return screen.render()


def _plan(screen: Screen, plan: Plan, lang: Lang) -> None:
    facts = [PLAN_KIND[plan.kind].of(lang), *plan_facts(plan, lang)]
    screen.line(plan_title(plan, lang), "bold")
    screen.line(f"{one_line(plan.source.file)} · {' · '.join(facts)}", "dim")
    screen.line(counts(plan, lang))
    _tasks(screen, plan, lang)
    for annex in plan.annexes:
        screen.line(f"{one_line(annex.title)}{bracketed(_ROWS.of(lang).format(count=len(annex.rows)), lang)}", indent=2)
    for part in plan.skipped:
        where = place(part.location, lang)
        screen.labelled(
            SKIPPED[part.kind].of(lang),
            f"{where} {one_line(skip_reason(part).of(lang))} {clipped(part.text, 60)}",
            "yellow",
        )
    screen.line()


def counts(plan: Plan, lang: Lang) -> str:
    """Return how much of each kind was recognised."""
    doubts = sum(part.kind is SkipKind.UNCLEAR for part in plan.skipped)
    counted = _COUNTS.of(lang).format(
        sections=len(plan.sections),
        tasks=len(plan.tasks),
        clauses=sum(len(task.clauses) for task in plan.tasks),
        annexes=len(plan.annexes),
        rows=sum(len(annex.rows) for annex in plan.annexes),
        skipped=len(plan.skipped) - doubts,
    )
    return counted + (_DOUBTS.of(lang).format(doubts=doubts) if doubts else "")


def _tasks(screen: Screen, plan: Plan, lang: Lang) -> None:
    """List the tasks under the headings that group them."""
    for section, task in under_headings(plan):
        if section is not None:
            screen.line(one_line(f"{section.label or section.number}{section.title}"), "bold", indent=2)
        screen.line(_task(task, lang), indent=4)


def _task(task: Task, lang: Lang) -> str:
    kind = "" if task.kind is TaskKind.TASK else bracketed(TASK_KIND[task.kind].of(lang), lang)
    return f"{one_line(heading(task))}{kind} · {_CLAUSES.of(len(task.clauses), lang)}"
