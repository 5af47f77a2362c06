"""The formats of reports: their names, and the modules that write them, imported when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan
    from planalign.report.look import Look


class ComparisonReport(Protocol):
    """Writes a comparison in one format."""

    def __call__(self, comparison: Comparison, look: Look) -> str:
        """Return the whole report, closed by a line end."""
        ...


class PlanReport(Protocol):
    """Writes parsed documents in one format."""

    def __call__(self, plans: Sequence[Plan], look: Look) -> str:
        """Return the whole report, closed by a line end."""
        ...


COMPARISON_FORMATS = {
    "table": "planalign.report.terminal",
    "json": "planalign.report.comparison_record",
    "md": "planalign.report.markdown",
}
"""Formats of a comparison and the modules that write them."""
PLAN_FORMATS = {
    "table": "planalign.report.plan_terminal",
    "json": "planalign.report.plan_record",
    "jsonl": "planalign.report.plan_lines",
    "md": "planalign.report.plan_markdown",
}
"""Formats of parsed documents and the modules that write them."""
FILE_ENDINGS = {".json": "json", ".md": "md"}
"""Endings of output files and their formats."""


def comparison_report(name: str) -> ComparisonReport:
    """Return the writer of a comparison format."""
    return cast("ComparisonReport", import_module(COMPARISON_FORMATS[name]).render)


def plan_report(name: str) -> PlanReport:
    """Return the writer of a format for parsed documents."""
    return cast("PlanReport", import_module(PLAN_FORMATS[name]).render)
