"""The tasks, clauses and annex rows of a plan as a person sees them, with their fingerprints."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from planalign.assess.facets import clause_passage, facets, row_passages, task_passages, value_facet, words
from planalign.assess.same_plan import lasting
from planalign.model.decision import Seen, SeenDocument
from planalign.model.index import heading
from planalign.model.review import Facet
from planalign.text.fingerprint import fingerprint
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.comparison import FindingEnd
    from planalign.model.facts import Aspect
    from planalign.model.plan import Plan


class Views:
    """What a person sees of one plan; everything is computed once."""

    def __init__(self, plan: Plan) -> None:
        """Keep the plan."""
        self.plan = plan

    @cached_property
    def document(self) -> SeenDocument:
        """The plan itself."""
        return SeenDocument(name=self._name, fingerprint=self._fingerprint)

    @property
    def _name(self) -> str:
        """By what the plan is known in all its issues and drafts: place or issuer, and title without year."""
        title = lasting(self.plan.masthead)
        if not title:
            return f"{self.place} {PurePosixPath(self.plan.source.file).stem}".strip()
        return title if title.startswith(self.place) else f"{self.place} {title}"

    @property
    def place(self) -> str:
        """The place of the plan, else its issuer; its name begins with it."""
        head = self.plan.masthead
        return normalise(head.place or head.issuer or "")

    @property
    def _fingerprint(self) -> str:
        """Fingerprint of all words of tasks, preamble and annexes."""
        texts = [clause.text for clause in self.plan.preamble]
        texts += [text for task in self.plan.tasks for text in (task.title, *(clause.text for clause in task.clauses))]
        texts += [cell for annex in self.plan.annexes for row in annex.rows for cell in row.cells]
        return fingerprint(Facet.TEXT, "".join(map(words, texts)))

    @cached_property
    def tasks(self) -> dict[str, Seen]:
        """The tasks by id."""
        return {
            task.id: _seen(
                task.id,
                heading(task),
                "".join(clause.text for clause in task.clauses),
                facets(task_passages(task)),
            )
            for task in self.plan.tasks
        }

    @cached_property
    def passages(self) -> dict[str, Seen]:
        """The clauses of the preamble and of tasks, and the annex rows, by id."""
        clauses = [("", clause) for clause in self.plan.preamble]
        clauses += [(heading(task), clause) for task in self.plan.tasks for clause in task.clauses]
        found = {
            clause.id: _seen(clause.id, title, clause.text, facets([clause_passage(clause)]))
            for title, clause in clauses
        }
        for annex in self.plan.annexes:
            for row in annex.rows:
                text = f"{row.name}：{row.target}" if row.target else row.name
                found[row.id] = _seen(row.id, annex.title, text, facets(row_passages(row)))
        return found

    def value(self, end_id: str, aspect: Aspect, value: str | None) -> Seen:
        """Return a clause or row seen for one of its numbers or times: its others may change."""
        seen = self.passages[end_id]
        kept = {Facet.TEXT: seen.fingerprints[Facet.TEXT], **value_facet(aspect, value)}
        return seen.model_copy(update={"fingerprints": kept})


def quote(end: FindingEnd) -> Seen:
    """Return words that a finding quotes."""
    return _seen(end.id, end.title, end.text, {Facet.TEXT: fingerprint(Facet.TEXT, words(end.text))})


def _seen(end_id: str, title: str, text: str, found: dict[Facet, str]) -> Seen:
    return Seen(id=end_id, heading=title, text=text, fingerprints=found)
