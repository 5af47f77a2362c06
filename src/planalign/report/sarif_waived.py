"""Findings as SARIF 2.1.0 with those that a waiver accepts, marked as suppressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.sarif import companions, log

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look

__all__ = ["companions", "render"]


def render(record: Check | Comparison, look: Look) -> str:
    """Return the log with open and waived findings."""
    waived = [(entry.finding, entry) for entry in record.waived]
    return log(record, look, [*((finding, None) for finding in record.findings), *waived])
