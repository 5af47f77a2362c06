"""Parsed documents as JSON lines: one record a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.plan_record import as_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.plan import Plan
    from planalign.report.look import Look


def render(plans: Sequence[Plan], look: Look) -> str:  # noqa: ARG001
    """Return one line for each document."""
    return "".join(as_record(plan).model_dump_json() + "\n" for plan in plans)
