"""The tasks of a plan with the sections that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.plan import Plan, Section, Task


def sections_above(plan: Plan, section_id: str | None) -> list[Section]:
    """Return a section and those above it, the highest first."""
    by_id = {section.id: section for section in plan.sections}
    chain: list[Section] = []
    while section_id in by_id and by_id[section_id] not in chain:
        chain.append(by_id[section_id])
        section_id = chain[-1].parent
    return chain[::-1]


def section_path(plan: Plan, task: Task) -> str:
    """Return the headings above a task as printed, the highest first, one a line."""
    return "\n".join(
        f"{section.label or section.number}{section.title}" for section in sections_above(plan, task.section)
    )


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
