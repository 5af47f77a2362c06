"""Child tasks to parent tasks: one primary link at most, and secondary ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.coverage import DIGITS
from planalign.align.relations import relation
from planalign.align.task_scores import Candidate, candidates
from planalign.model.comparison import Link, Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.pair import Pair
    from planalign.config import AlignSettings
    from planalign.model.comparison import ClauseCoverage, Evidence


def link(pair: Pair, coverage: Sequence[ClauseCoverage], settings: AlignSettings) -> tuple[Link, ...]:
    """Return the links of every child task, in order, the primary one first.

    A child task without one concrete clause in common with any parent task has no link: it is local.
    """
    evidence = _by_tasks(pair, coverage)
    return tuple(
        _link(pair, coverage, child, ranked, chosen, evidence, settings)
        for child, ranked in enumerate(candidates(pair, settings))
        for chosen in _chosen(ranked, settings)
    )


def _chosen(ranked: Sequence[Candidate], settings: AlignSettings) -> list[Candidate]:
    """The best candidate and those not far behind it, if the best is good enough."""
    best = ranked[0]
    if best.score < settings.least_score or best.likeness < settings.least_likeness:
        return []
    least = settings.secondary_share * best.score
    also = [other for other in ranked[1:] if other.score >= least and other.likeness >= settings.least_likeness]
    return [best, *also]


def _link(  # noqa: PLR0913 - a link needs all of it
    pair: Pair,
    coverage: Sequence[ClauseCoverage],
    child: int,
    ranked: Sequence[Candidate],
    chosen: Candidate,
    evidence: dict[tuple[str, str], list[Evidence]],
    settings: AlignSettings,
) -> Link:
    upper, lower = pair.parent.tasks[chosen.parent].id, pair.child.tasks[child].id
    other = next((candidate.share for candidate in ranked if candidate.parent != chosen.parent), 0.0)
    return Link(
        id=f"{lower}-{upper}",
        child_task=lower,
        parent_task=upper,
        strength=Strength.PRIMARY if chosen is ranked[0] else Strength.SECONDARY,
        relation=relation(pair, coverage, chosen.parent, child, settings),
        score=round(chosen.share, DIGITS),
        runner_up=round(other, DIGITS),
        evidence=tuple(evidence.get((upper, lower), ())),
    )


def _by_tasks(pair: Pair, coverage: Sequence[ClauseCoverage]) -> dict[tuple[str, str], list[Evidence]]:
    """Evidence of the clauses that are carried, by parent and child task, best first."""
    owner = {clause.id: task.id for task in pair.child.tasks for clause in task.clauses}
    found: dict[tuple[str, str], list[Evidence]] = {}
    for verdict in coverage:
        for entry in verdict.evidence:
            if entry.child_clause in verdict.child_clauses:
                found.setdefault((verdict.parent_task, owner[entry.child_clause]), []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (-entry.score, entry.parent_clause, entry.child_clause))
    return found
