"""Child tasks to parent tasks: one primary link at most, and secondary ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.coverage import DIGITS
from planalign.align.relations import relation
from planalign.align.task_scores import Candidate, candidates
from planalign.model.comparison import Link, Strength

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from planalign.align.pair import Pair
    from planalign.config import AlignSettings
    from planalign.model.comparison import ClauseCoverage, Relation
    from planalign.model.evidence import Evidence


def link(
    pair: Pair,
    coverage: Sequence[ClauseCoverage],
    settings: AlignSettings,
    barred: Container[tuple[str, str]] = (),
) -> tuple[Link, ...]:
    """Return the links of every child task, in order, the primary one first.

    A child task without one concrete clause in common with any parent task has no link: it is local. `barred`: child
    and parent tasks between which no link is proposed.
    """
    evidence = _by_tasks(pair, coverage)
    links: list[Link] = []
    for child, every in enumerate(candidates(pair, settings)):
        ranked = _open(pair, child, every, barred) if barred else every
        for chosen in _chosen(ranked, settings):
            kind = relation(pair, coverage, chosen.parent, child, settings)
            ends = pair.child.tasks[child].id, pair.parent.tasks[chosen.parent].id
            links.append(_link(ends, ranked, chosen, kind, tuple(evidence.get(ends, ()))))
    return tuple(links)


def _open(
    pair: Pair, child: int, ranked: Sequence[Candidate], barred: Container[tuple[str, str]]
) -> Sequence[Candidate]:
    own = pair.child.tasks[child].id
    return [other for other in ranked if (own, pair.parent.tasks[other.parent].id) not in barred]


def _chosen(ranked: Sequence[Candidate], settings: AlignSettings) -> list[Candidate]:
    """Return the best candidate and those not far behind it, if the best is good enough."""
    if not ranked:
        return []
    best = ranked[0]
    if best.score < settings.least_score or best.likeness < settings.least_likeness:
        return []
    least = settings.secondary_share * best.score
    also = [other for other in ranked[1:] if other.score >= least and other.likeness >= settings.least_likeness]
    return [best, *also]


def _link(
    ends: tuple[str, str],
    ranked: Sequence[Candidate],
    chosen: Candidate,
    kind: Relation,
    evidence: tuple[Evidence, ...],
) -> Link:
    child, parent = ends
    other = next((candidate.share for candidate in ranked if candidate.parent != chosen.parent), 0.0)
    return Link(
        id=f"{child}-{parent}",
        child_task=child,
        parent_task=parent,
        strength=Strength.PRIMARY if chosen is ranked[0] else Strength.SECONDARY,
        relation=kind,
        score=round(chosen.share, DIGITS),
        runner_up=round(other, DIGITS),
        evidence=evidence,
    )


def _by_tasks(pair: Pair, coverage: Sequence[ClauseCoverage]) -> dict[tuple[str, str], list[Evidence]]:
    """Return the evidence of the clauses that are carried, by child and parent task, best first."""
    owner = {clause.id: task.id for task in pair.child.tasks for clause in task.clauses}
    found: dict[tuple[str, str], list[Evidence]] = {}
    for verdict in coverage:
        for entry in verdict.evidence:
            if entry.child_clause in verdict.child_clauses:
                found.setdefault((owner[entry.child_clause], verdict.parent_task), []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (-entry.score, entry.parent_clause, entry.child_clause))
    return found
