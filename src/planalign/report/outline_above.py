"""The sections that a task stands in, the highest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.plan import Plan, Section


def sections_above(plan: Plan, section_id: str | None) -> list[Section]:
    """Return a section and those above it, the highest first."""
    by_id = {section.id: section for section in plan.sections}
    chain: list[Section] = []
    while section_id in by_id and by_id[section_id] not in chain:
        chain.append(by_id[section_id])
        section_id = chain[-1].parent
    return chain[::-1]
