"""The comparison record as JSON (specification, section 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.record_lines import record_lines

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(comparison: Comparison, look: Look) -> str:  # noqa: ARG001
    """Return the record; its bytes depend on nothing but the record."""
    return record_lines(comparison)
