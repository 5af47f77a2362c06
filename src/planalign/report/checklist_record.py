"""A checklist as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.checklist import Checklist
    from planalign.report.look import Look


def render(checklist: Checklist, look: Look) -> str:  # noqa: ARG001
    """Return the record; its bytes depend on nothing but the record."""
    return checklist.model_dump_json(indent=2) + "\n"
