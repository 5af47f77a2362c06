"""The words of a plan one by one, for the rules that look at wording: headings, clauses, cells of annex rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.ends import text_end
from planalign.model.annex import RowKind
from planalign.model.index import further_annexes, heading
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.annex import Annex
    from planalign.model.block import Location
    from planalign.model.comparison import FindingEnd
    from planalign.model.plan import Clause, Plan, Task


_STOPS = "。；！？"
_SENTENCE = compiled(r"(?<=[。；;！!？?])")


class Passage(NamedTuple):
    """Words of a plan and where they stand."""

    id: str
    """Id of the section, task, clause, annex or row; empty for what belongs to none."""
    title: str
    """Heading of the task or annex they stand under."""
    text: str
    """Verbatim text."""
    location: Location
    """Where it stands."""
    plain: str
    """Normalised text."""

    @property
    def sentences(self) -> list[str]:
        """The verbatim text cut behind each stop; a cell may hold many sentences."""
        return [sentence for sentence in _SENTENCE.split(self.text) if sentence]

    def end(self, plan: Plan, start: int) -> FindingEnd:
        """Quote the sentence in which a character of the normalised text stands."""
        number = sum(self.plain.count(stop, 0, start) for stop in _STOPS)
        return self.quote(plan, self.sentences[number] if number < len(self.sentences) else self.text)

    def quote(self, plan: Plan, words: str) -> FindingEnd:
        """Quote some words of the passage."""
        return text_end(plan, words.strip(), self.location, end_id=self.id, title=self.title)


def passages(plan: Plan) -> Iterator[Passage]:
    """Yield preamble, headings, clauses and the wording of annex rows, in order; the units of rows are left out."""
    for clause in plan.preamble:
        yield _of_clause(clause, "")
    for section in plan.sections:
        yield Passage(section.id, "", section.title, section.location, normalise(section.title))
    for task in plan.tasks:
        yield from _of_task(task)
    further = further_annexes(plan)
    for annex in plan.annexes:
        yield from _of_annex(annex, told=annex not in further)


def _of_task(task: Task) -> Iterator[Passage]:
    title = heading(task)
    if task.title and not (len(task.clauses) == 1 and task.clauses[0].text == task.title):
        yield Passage(task.id, title, task.title, task.location, normalise(task.title))
    for clause in task.clauses:
        yield _of_clause(clause, title)


def _of_clause(clause: Clause, title: str) -> Passage:
    return Passage(clause.id, title, clause.text, clause.location, clause.normalized or normalise(clause.text))


def _of_annex(annex: Annex, *, told: bool) -> Iterator[Passage]:
    """Yield title and rows of a table; where the tasks tell the rows, only their remarks."""
    yield Passage(annex.id, "", annex.title, annex.location, normalise(annex.title))
    for row in annex.rows:
        name = row.name if not row.name_inherited else ""
        words = (row.remark,) if told and row.kind is RowKind.ITEM else (name, row.target, row.remark)
        for text in filter(None, words):
            yield Passage(row.id, annex.title, text, row.location, normalise(text))
