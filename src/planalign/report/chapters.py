"""A plan in chapters: the sections by which reports count and filter its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import sections_above
from planalign.model.wording import Wording
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Status
    from planalign.model.plan import Plan, Section, Task
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

_NO_SECTION = Wording("（不分章节）")


class Chapter(NamedTuple):
    """One group of tasks."""

    key: str
    """Id of its section; empty for tasks that stand in none."""
    title: str
    """Number and title of the section in one line."""
    tasks: tuple[Task, ...]
    """Its tasks, in order."""


def chapters(plan: Plan, lang: Lang) -> tuple[Chapter, ...]:
    """Return the chapters of a plan: its highest sections; one with most of the tasks falls into those below."""
    above = {task.id: sections_above(plan, task.section) for task in plan.tasks}
    return tuple(_chapter(tasks, section, lang) for section, tasks in _split(list(plan.tasks), above, 0))


def statuses(digest: Digest, chapter: Chapter) -> list[Status]:
    """Return the status of each clause of a chapter that counts."""
    excluded = digest.comparison.excluded
    tasks = [task for task in chapter.tasks if digest.counts(task) and task.id not in excluded]
    ids = [clause.id for task in tasks for clause in task.clauses]
    return [digest.coverage[clause].status for clause in ids if clause in digest.coverage]


def _split(
    tasks: list[Task], above: dict[str, list[Section]], depth: int, most: int = 0
) -> Iterator[tuple[Section | None, list[Task]]]:
    """Yield the sections of one level with their tasks, deeper where one holds more than `most`: half of them all."""
    most = most or len(tasks) // 2
    groups: dict[str, tuple[Section | None, list[Task]]] = {}
    for task in tasks:
        chain = above[task.id]
        section = chain[min(depth, len(chain) - 1)] if chain else None
        groups.setdefault(section.id if section else "", (section, []))[1].append(task)
    for section, inside in groups.values():
        if len(inside) > most and any(len(above[task.id]) > depth + 1 for task in inside):
            yield from _split(inside, above, depth + 1, most)
        else:
            yield section, inside


def _chapter(tasks: list[Task], section: Section | None, lang: Lang) -> Chapter:
    title = one_line(f"{section.label}{section.title}") if section else _NO_SECTION.of(lang)
    return Chapter(section.id if section else "", title, tuple(tasks))
