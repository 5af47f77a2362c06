"""Which tasks count: 工作要求 and what the settings exclude do not."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from planalign.model.index import counts
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.config import Settings
    from planalign.model.plan import Plan, Task

SECTION, TASK = "section:", "task:"
"""What an exclusion begins with."""


def counted(plan: Plan, settings: Settings) -> tuple[Task, ...]:
    """Return the tasks of a plan that count, its 工作要求 where the settings say so."""
    return tuple(task for task in plan.tasks if counts(task, requirements=settings.requirements))


def excluded(parent: Plan, settings: Settings) -> tuple[str, ...]:
    """Return the ids of the parent tasks that the settings exclude, by their title or by a section above them."""
    if not settings.exclude_parent:
        return ()
    sections = _sections(parent, _titles(settings.exclude_parent, SECTION))
    titles = _titles(settings.exclude_parent, TASK)
    return tuple(task.id for task in parent.tasks if task.section in sections or _named(task.title, titles))


def _sections(plan: Plan, titles: list[str]) -> set[str]:
    """Return the ids of the sections of some title, and of those below them; a section stands after the one above."""
    found: set[str] = set()
    for section in plan.sections:
        if section.parent in found or _named(section.title, titles):
            found.add(section.id)
    return found


def _titles(exclusions: Iterable[str], kind: str) -> list[str]:
    return [normalise(text.removeprefix(kind)) for text in exclusions if text.startswith(kind)]


def _named(title: str, patterns: list[str]) -> bool:
    plain = normalise(title)
    return any(fnmatchcase(plain, pattern) for pattern in patterns)
