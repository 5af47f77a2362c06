"""Holds the findings of the real comparison against the faults planted in our own documents."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.model.index import heading
from planalign.pipeline.comparing import compare
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison, Finding, FindingEnd
    from planalign.model.plan import Plan

FOLDER = Path(__file__).resolve().parents[2] / "corpora" / "jiangcheng"
ENDINGS = ("txt", "docx", "html", "pdf")
LEAST_QUOTE = 5
"""Shorter quotes stand in many places."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault."""

    document: str
    code: str
    parent: str
    parent_quote: str
    child_quote: str
    note: str

    def __str__(self) -> str:
        """Name the fault for a list of what was not found."""
        return f"{self.document} {self.code} {self.parent_quote or self.child_quote} ({self.note})"


def documents() -> list[str]:
    """Return the documents with planted faults."""
    return sorted(path.stem for path in (FOLDER / "planted").glob("*.toml"))


def faults(document: str) -> list[Fault]:
    """Return the faults planted in a document."""
    content = tomllib.loads((FOLDER / "planted" / f"{document}.toml").read_text("utf-8"))
    return [Fault(document, **fault) for fault in content["fault"]]


def pairs() -> list[tuple[str, str]]:
    """Return parent and child of every comparison that has planted faults."""
    found = {(fault.parent, name) for name in documents() for fault in faults(name) if fault.parent}
    return sorted(found)


@cache
def plan(document: str) -> Plan:
    """Return the parsed document, in the first of its formats."""
    paths = (FOLDER / f"{document}.{ending}" for ending in ENDINGS)
    return load(next(path for path in paths if path.exists()))


@cache
def comparison(parent: str, child: str) -> Comparison:
    """Return the real comparison of two documents."""
    return compare(plan(parent), plan(child))


def answers(fault: Fault, found: Comparison, *codes: str) -> list[Finding]:
    """Return the findings of some rules (of the fault's own by default) that speak of a planted fault."""
    wanted = codes or (fault.code,)
    return [finding for finding in found.findings if finding.code in wanted and _same(fault, found, finding)]


def dropped_whole(fault: Fault, found: Comparison) -> bool:
    """Whether each clause of the task that a fault quotes is reported as dropped, in one finding or in several."""
    index = [task for task in found.parent.tasks if meets(fault.parent_quote, _task_text(found.parent, task.id))]
    reported = {
        finding.parent.id for finding in found.findings if finding.code in {"PA101", "PA102"} and finding.parent
    }
    return any(task.id in reported or {clause.id for clause in task.clauses} <= reported for task in index)


def _same(fault: Fault, found: Comparison, finding: Finding) -> bool:
    if finding.code == "PA105":
        return _named(fault.parent_quote, found.parent, finding) and _named(fault.child_quote, found.child, finding)
    if finding.code in {"PA101", "PA102", "PA103", "PA207"}:
        return finding.parent is not None and _quotes(fault.parent_quote, finding.parent)
    return finding.child is not None and _quotes(fault.child_quote, finding.child)


def _named(quote: str, side: Plan, finding: Finding) -> bool:
    """Whether the message names the task in which a quote stands; quotes inside its name are written as inner ones."""
    names = [heading(task) for task in side.tasks if meets(quote, _task_text(side, task.id))]
    return any(meets(name, finding.message) for name in names)


def _task_text(side: Plan, task_id: str) -> str:
    task = next(task for task in side.tasks if task.id == task_id)
    return heading(task) + "".join(clause.text for clause in task.clauses)


def _quotes(quote: str, end: FindingEnd) -> bool:
    if meets(quote, end.title + end.text):
        return True
    text = folded(end.text)
    return len(text) >= LEAST_QUOTE and text in folded(quote)


def meets(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, whatever its width and punctuation."""
    return bool(folded(quote)) and folded(quote) in folded(text)


def folded(text: str) -> str:
    """Return letters and digits only, in half width."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
