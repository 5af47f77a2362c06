"""A plan as plain text, one passage a line: Word and PDF files have no lines, and code scanning asks for some."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import heading
from planalign.report.outline_above import under_sections
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import FindingEnd
    from planalign.model.plan import Plan


class Line(NamedTuple):
    """One line and what it holds."""

    id: str
    """Id of the section, task, clause, annex or row; empty for a line of the head."""
    text: str
    """Normalised text on one line."""


class Sidecar:
    """The normalised text of one plan with the lines on which its parts stand."""

    def __init__(self, plan: Plan) -> None:
        """Take the plan; all else is worked out when it is asked for."""
        self._plan = plan
        source = PurePosixPath(plan.source.file)
        self.name = f"{source.name}.{plan.id}.txt"
        """Name of the file: that of the source, told from others of this name by its content."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in the order of the plan."""
        return tuple(_lines(self._plan))

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(f"{line.text}\n" for line in self.lines)

    def line_of(self, end: FindingEnd) -> int:
        """Return the number of the line on which an end stands, from 1; the first one where nothing tells."""
        if end.id in self._numbers:
            return self._numbers[end.id]
        words = normalise(end.text)
        return next((number for number, line in enumerate(self.lines, start=1) if words and words in line.text), 1)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {line.id: number for number, line in reversed(list(enumerate(self.lines, start=1))) if line.id}


def _lines(plan: Plan) -> Iterator[Line]:
    head = plan.masthead
    for text in (head.document_number_printed, head.notice_title, head.title, head.issuer, head.dated, head.contact):
        if text:
            yield Line("", normalise(text))
    for clause in plan.preamble:
        yield Line(clause.id, normalise(clause.text))
    yield from _body(plan)
    for annex in plan.annexes:
        yield Line(annex.id, normalise(annex.title))
        for row in annex.rows:
            yield Line(row.id, " | ".join(normalise(cell) for cell in row.cells) or normalise(row.name + row.target))
    for part in plan.skipped:
        yield Line("", normalise(part.text))


def _body(plan: Plan) -> Iterator[Line]:
    """Yield each section in front of its first task, and the tasks with their clauses."""
    told: set[str] = set()
    for sections, task in under_sections(plan):
        for section in sections:
            told.add(section.id)
            yield Line(section.id, normalise(f"{section.label}{section.title}"))
        yield Line(task.id, normalise(heading(task)))
        for clause in task.clauses:
            yield Line(clause.id, normalise(clause.text))
    for section in plan.sections:
        if section.id not in told:
            yield Line(section.id, normalise(f"{section.label}{section.title}"))
