"""The parent clause by clause beside the child, section by section and task by task."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import heading
from planalign.report import labels
from planalign.report.html.opinions import opinion
from planalign.report.outline_above import under_sections
from planalign.report.punctuation import commas
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planalign.model.comparison import ClauseCoverage, Link
    from planalign.model.plan import Task
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.html.facets import Facets, Facetted
    from planalign.report.html.opinions import Opinion
    from planalign.report.table_clauses import ClauseRows
    from planalign.report.table_row import Row


class LinkLine(NamedTuple):
    """A child task that is linked to a parent task."""

    id: str
    title: str
    told: str
    """Strength, relation and score."""
    strength: str
    opinion: Opinion | None


class ClauseRow(NamedTuple):
    """One clause of the parent."""

    id: str
    status: str
    row: Row
    facets: Facets
    opinion: Opinion | None


class TaskTable(NamedTuple):
    """One task of the parent with its clauses."""

    id: str
    headings: tuple[str, ...]
    """The sections that begin at it."""
    status: str
    row: Row
    links: tuple[LinkLine, ...]
    clauses: tuple[ClauseRow, ...]


def clause_rows(digest: Digest, maker: ClauseRows) -> dict[str, Row]:
    """Return the row of each clause with a verdict: both sides with their words marked."""
    return {name: maker.clause(digest.parent.clauses[name], entry) for name, entry in digest.coverage.items()}


def task_tables(
    digest: Digest, maker: ClauseRows, rows: Mapping[str, Row], facetted: Facetted, lang: Lang
) -> list[TaskTable]:
    """Return the tasks of the parent in its own order."""
    linked: dict[str, list[Link]] = {}
    for link in digest.comparison.links:
        linked.setdefault(link.parent_task, []).append(link)
    return [
        TaskTable(
            id=task.id,
            headings=tuple(one_line(f"{section.label}{section.title}") for section in sections),
            status=_status(digest, task),
            row=maker.task(task),
            links=tuple(_link(digest, link, lang) for link in linked.get(task.id, ())),
            clauses=_clauses(digest, task, rows, facetted, lang),
        )
        for sections, task in under_sections(digest.comparison.parent)
    ]


def _status(digest: Digest, task: Task) -> str:
    status = digest.task_status.get(task.id)
    return status.value if status else ""


def _link(digest: Digest, link: Link, lang: Lang) -> LinkLine:
    words = [labels.STRENGTH[link.strength].of(lang), labels.RELATION[link.relation].of(lang), f"{link.score:.2f}"]
    title = one_line(heading(digest.child.tasks[link.child_task]))
    return LinkLine(link.id, title, commas(words, lang), link.strength.value, opinion(link.review, lang))


def _clauses(
    digest: Digest, task: Task, rows: Mapping[str, Row], facetted: Facetted, lang: Lang
) -> tuple[ClauseRow, ...]:
    told = [digest.coverage[clause.id] for clause in task.clauses if clause.id in rows]
    return tuple(_clause(entry, rows, facetted, lang) for entry in told)


def _clause(entry: ClauseCoverage, rows: Mapping[str, Row], facetted: Facetted, lang: Lang) -> ClauseRow:
    name = entry.parent_clause
    return ClauseRow(name, entry.status.value, rows[name], facetted.of_clause(name), opinion(entry.review, lang))
