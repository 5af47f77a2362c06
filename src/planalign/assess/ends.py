"""The ends of a finding: what is quoted, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import FindingEnd
from planalign.model.index import heading

if TYPE_CHECKING:
    from planalign.assess.case import Case
    from planalign.model.block import Location
    from planalign.model.comparison import ClauseCoverage
    from planalign.model.index import PlanIndex
    from planalign.model.plan import Plan, Task


def task_end(side: PlanIndex, task: Task) -> FindingEnd:
    """Quote all clauses of a task."""
    quote = "".join(clause.text for clause in task.clauses)
    return _end(side.plan, task.id, quote, task.location, title=heading(task))


def clause_end(side: PlanIndex, clause_id: str) -> FindingEnd:
    """Quote one clause."""
    clause = side.clauses[clause_id]
    return _end(side.plan, clause_id, clause.text, clause.location, title=heading(side.task_of[clause_id]))


def text_end(plan: Plan, text: str, location: Location, *, end_id: str = "", title: str = "") -> FindingEnd:
    """Quote words that belong to no task."""
    return _end(plan, end_id, text, location, title=title)


def nearest_end(case: Case, entries: list[ClauseCoverage]) -> FindingEnd | None:
    """Quote the child clause that comes nearest to any of some parent clauses; none where nothing is shared."""
    # The first evidence is the most alike; a long clause further down may share more words by its length alone.
    nearest = max(
        (entry.evidence[0] for entry in entries if entry.evidence), default=None, key=lambda piece: piece.score
    )
    return clause_end(case.child, nearest.child_clause) if nearest and nearest.score > 0 else None


def _end(plan: Plan, end_id: str, text: str, location: Location, *, title: str) -> FindingEnd:
    return FindingEnd(id=end_id, file=plan.source.file, title=title, text=text, location=location)
