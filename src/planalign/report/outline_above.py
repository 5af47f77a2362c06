"""The tasks of a plan with the sections that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import sections_above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.plan import Plan, Section, Task


def under_sections(plan: Plan) -> Iterator[tuple[list[Section], Task]]:
    """Yield each task with the sections that begin at it: those above it that no task before stands in."""
    told: set[str] = set()
    for task in plan.tasks:
        new = [section for section in sections_above(plan, task.section) if section.id not in told]
        told.update(section.id for section in new)
        yield new, task


def under_headings(plan: Plan) -> Iterator[tuple[Section | None, Task]]:
    """Yield each task with its own section where the task before stands in another one."""
    sections = {section.id: section for section in plan.sections}
    current = None
    for task in plan.tasks:
        section = sections.get(task.section or "")
        yield None if section is current else section, task
        current = section
