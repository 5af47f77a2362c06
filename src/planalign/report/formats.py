"""The formats of reports: their names, and the modules that write them, imported when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.chain import Chain
    from planalign.model.check import Check
    from planalign.model.checklist import Checklist
    from planalign.model.comparison import Comparison
    from planalign.model.matrix import Matrix
    from planalign.model.plan import Plan
    from planalign.report.look import Look


class ComparisonReport(Protocol):
    """Writes a comparison in one format: bytes, where the format is no text."""

    def __call__(self, comparison: Comparison, look: Look) -> str | bytes:
        """Return the whole report, closed by a line end where it is text."""
        ...


class CheckReport(Protocol):
    """Writes the result of a check in one format: of a plan alone, or of a comparison."""

    def __call__(self, record: Check | Comparison, look: Look) -> str:
        """Return the whole report, closed by a line end."""
        ...


class ChainReport(Protocol):
    """Writes a chain of plans in one format."""

    def __call__(self, chain: Chain, look: Look) -> str:
        """Return the whole report, closed by a line end."""
        ...


class MatrixReport(Protocol):
    """Writes one parent against its children in one format."""

    def __call__(self, matrix: Matrix, look: Look) -> str:
        """Return the whole report, closed by a line end."""
        ...


class ChecklistReport(Protocol):
    """Writes a checklist in one format: bytes, where the format is no text."""

    def __call__(self, checklist: Checklist, look: Look) -> str | bytes:
        """Return the whole report, closed by a line end where it is text."""
        ...


class PlanReport(Protocol):
    """Writes parsed documents in one format."""

    def __call__(self, plans: Sequence[Plan], look: Look) -> str | bytes:
        """Return the whole report, text closed by a line end, or the bytes of a workbook."""
        ...


FINDING_FORMATS = {
    "csv": "planalign.report.findings_csv",
    "findings.md": "planalign.report.findings_markdown",
    "sarif": "planalign.report.sarif",
    "sarif-waived": "planalign.report.sarif_waived",
    "junit": "planalign.report.junit",
    "github": "planalign.report.github",
    "gitlab": "planalign.report.gitlab",
    "summary": "planalign.report.summary_line",
}
"""Formats for machines of what is to be looked at, and the modules that write them: for comparison and check alike."""
COMPARISON_FORMATS = {
    "table": "planalign.report.terminal",
    "json": "planalign.report.comparison_record",
    "md": "planalign.report.markdown",
    **FINDING_FORMATS,
}
"""Formats of a comparison and the modules that write them."""
COMPARISON_FILES = {
    "html": "planalign.report.html.page",
    "docx": "planalign.report.docx_table",
    "xlsx": "planalign.report.comparison_xlsx",
    "links.csv": "planalign.report.links_csv",
    "links.md": "planalign.report.links_markdown",
    "clauses.csv": "planalign.report.clauses_csv",
    "clauses.md": "planalign.report.clauses_markdown",
}
"""Formats of a comparison that are no text, or single tables of it, so that only files hold them, and their modules."""
CHECK_FORMATS = {
    "table": "planalign.report.check_terminal",
    "json": "planalign.report.check_record",
    "md": "planalign.report.check_markdown",
    **FINDING_FORMATS,
}
"""Formats of a check and the modules that write them; with a parent those of a comparison serve too."""
CHAIN_FORMATS = {
    "table": "planalign.report.chain_terminal",
    "json": "planalign.report.chain_record",
    "md": "planalign.report.chain_markdown",
}
"""Formats of a chain and the modules that write them."""
MATRIX_FORMATS = {
    "table": "planalign.report.matrix_terminal",
    "json": "planalign.report.matrix_record",
    "md": "planalign.report.matrix_markdown",
}
"""Formats of a matrix and the modules that write them."""
CHECKLIST_FORMATS = {
    "table": "planalign.report.checklist_terminal",
    "json": "planalign.report.checklist_record",
    "md": "planalign.report.checklist_markdown",
    "csv": "planalign.report.checklist_csv",
}
"""Formats of a checklist and the modules that write them."""
CHECKLIST_FILES = {"xlsx": "planalign.report.checklist_xlsx"}
"""Formats of a checklist that are no text, so that only files hold them, and the modules that write them."""
PLAN_FORMATS = {
    "table": "planalign.report.plan_terminal",
    "json": "planalign.report.plan_record",
    "jsonl": "planalign.report.plan_lines",
    "md": "planalign.report.plan_markdown",
    "xlsx": "planalign.report.plan_xlsx",
}
"""Formats of parsed documents and the modules that write them."""
FILE_ENDINGS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "md",
    ".html": "html",
    ".csv": "csv",
    ".sarif": "sarif",
    ".xml": "junit",
    ".docx": "docx",
    ".xlsx": "xlsx",
}
"""Endings of output files and their formats; KIND:NAME names any other."""
KINDS = frozenset({*COMPARISON_FORMATS, *COMPARISON_FILES, *CHECK_FORMATS, *PLAN_FORMATS} - {"table"})
"""Formats that may stand in front of the name of an output file."""


def comparison_report(name: str) -> ComparisonReport:
    """Return the writer of a comparison, whether its format is text or not."""
    return cast("ComparisonReport", import_module({**COMPARISON_FORMATS, **COMPARISON_FILES}[name]).render)


def check_report(name: str) -> CheckReport:
    """Return the writer of a check format."""
    return cast("CheckReport", import_module(CHECK_FORMATS[name]).render)


def chain_report(name: str) -> ChainReport:
    """Return the writer of a chain format."""
    return cast("ChainReport", import_module(CHAIN_FORMATS[name]).render)


def matrix_report(name: str) -> MatrixReport:
    """Return the writer of a matrix format."""
    return cast("MatrixReport", import_module(MATRIX_FORMATS[name]).render)


def checklist_report(name: str) -> ChecklistReport:
    """Return the writer of a checklist, whether its format is text or not."""
    return cast("ChecklistReport", import_module({**CHECKLIST_FORMATS, **CHECKLIST_FILES}[name]).render)


def plan_report(name: str) -> PlanReport:
    """Return the writer of a format for parsed documents."""
    return cast("PlanReport", import_module(PLAN_FORMATS[name]).render)


def companions(name: str, record: Check | Comparison) -> dict[str, str]:
    """Return the files that belong beside a report of some format, by their names: most formats have none."""
    module = import_module({**COMPARISON_FORMATS, **COMPARISON_FILES, **CHECK_FORMATS}[name])
    return cast("dict[str, str]", module.companions(record)) if hasattr(module, "companions") else {}
