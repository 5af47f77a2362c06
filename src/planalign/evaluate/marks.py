"""Marking: what each gold task and each gold clause contributes to the counts.

A prediction among the accepted answers is right. Gold clauses that are not applicable cost nothing, whatever is
predicted; a not applicable that is predicted on another clause is a miss. Links to parents that the gold leaves out are
not marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import Status, Strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.evaluate.gold import Gold, GoldChild, GoldClause
    from planalign.evaluate.matching import Matches
    from planalign.model.comparison import ClauseCoverage, Comparison, Link, Relation

SCORED = (Status.COVERED, Status.PARTIAL, Status.DROPPED)
"""The statuses that have an F1."""


class Prediction(NamedTuple):
    """What a system says: the part of a comparison that is scored."""

    links: Sequence[Link]
    """Child tasks and their parent tasks."""
    coverage: Sequence[ClauseCoverage]
    """What became of each parent clause."""


class TaskMark(NamedTuple):
    """What one gold child task contributes; right, extra and missed for the primary and for all links."""

    primary_right: int
    primary_extra: int
    primary_missed: int
    links_right: int
    links_extra: int
    links_missed: int
    relations_right: int
    relations: int


class ClauseMark(NamedTuple):
    """What one gold clause contributes."""

    gold: Status
    """The accepted status that was predicted; else the first accepted one."""
    predicted: Status | None
    """None where the prediction holds no such clause."""
    evidence_right: int
    """1 where the first child clause is one that the gold gives."""
    evidence: int
    """1 where the gold gives child clauses."""


class Marks(NamedTuple):
    """All marks of one prediction."""

    tasks: tuple[TaskMark, ...]
    clauses: tuple[ClauseMark, ...]
    not_found: tuple[str, ...]
    """Gold tasks that the parsed plans do not hold."""


def mark(gold: Gold, matches: Matches, prediction: Prediction | Comparison) -> Marks:
    """Mark a prediction against the gold."""
    return Marks(
        mark_tasks(gold, matches, prediction.links),
        mark_clauses(gold, matches, prediction.coverage),
        matches.not_found,
    )


def mark_tasks(gold: Gold, matches: Matches, links: Iterable[Link]) -> tuple[TaskMark, ...]:
    """Mark the links of each gold child task."""
    labels = {task: label for label, task in matches.parents.items() if task}
    by_child: dict[str, list[Link]] = {}
    for link in links:
        by_child.setdefault(link.child_task, []).append(link)
    return tuple(
        _task_mark(task, by_child.get(matches.children[task.child] or "", []), labels, matches)
        for task in gold.child_tasks
    )


def _task_mark(task: GoldChild, links: Sequence[Link], labels: Mapping[str, str], matches: Matches) -> TaskMark:
    primary = [labels.get(link.parent_task) for link in links if link.strength is Strength.PRIMARY]
    right, extra, missed = _primary_mark(primary[-1] if primary else None, task.accepted_primary)
    predicted = {labels[link.parent_task] for link in links if link.parent_task in labels}
    accepted = {link.parent for link in task.links}
    required = {link.parent for link in task.links if link.strength != "disputed"}
    judged = _judged_relations(task, links, matches.parents)
    return TaskMark(
        primary_right=right,
        primary_extra=extra,
        primary_missed=missed,
        links_right=len(predicted & accepted),
        links_extra=len(predicted - accepted),
        links_missed=len(required - predicted),
        relations_right=sum(judged),
        relations=len(judged),
    )


def _primary_mark(predicted: str | None, accepted: Sequence[str | None]) -> tuple[int, int, int]:
    """Return right, extra and missed; a wrong primary is extra, and missed too where there had to be one."""
    if predicted in accepted:
        return int(predicted is not None), 0, 0
    return 0, int(predicted is not None), int(None not in accepted)


def _judged_relations(task: GoldChild, links: Sequence[Link], parents: Mapping[str, str | None]) -> list[bool]:
    """Return, for each gold link that was predicted, whether its relation is right."""
    relations: dict[str | None, Relation] = {link.parent_task: link.relation for link in links}
    found = [(relations.get(parents.get(link.parent)), link.accepted_relations) for link in task.links]
    return [relation in accepted for relation, accepted in found if relation is not None and accepted]


def mark_clauses(gold: Gold, matches: Matches, coverage: Iterable[ClauseCoverage]) -> tuple[ClauseMark, ...]:
    """Mark the status and the first child clause of each gold clause."""
    verdicts = {verdict.parent_clause: verdict for verdict in coverage}
    return tuple(_clause_mark(clause, matches, verdicts) for clause in gold.parent_clauses)


def _clause_mark(clause: GoldClause, matches: Matches, verdicts: Mapping[str, ClauseCoverage]) -> ClauseMark:
    key = clause.parent_clause
    mine = [verdicts[parent_clause] for parent_clause in matches.clauses[key] if parent_clause in verdicts]
    status, predicted = mark_status(clause, [verdict.status for verdict in mine])
    first = {verdict.child_clauses[0] for verdict in mine if verdict.child_clauses}
    return ClauseMark(
        gold=status,
        predicted=predicted,
        evidence_right=int(bool(clause.child_clauses) and not first.isdisjoint(matches.carriers[key])),
        evidence=int(bool(clause.child_clauses)),
    )


def mark_status(clause: GoldClause, statuses: Sequence[Status]) -> tuple[Status, Status | None]:
    """Return the gold status to count and the predicted one, for the statuses of the parsed clauses on it."""
    predicted = joint_status(statuses)
    return predicted if predicted in clause.accepted_status else clause.accepted_status[0], predicted


def joint_status(statuses: Sequence[Status]) -> Status | None:
    """Return the status that several parsed clauses on one gold clause amount to.

    Their common status, else partial; those that are not applicable are set aside.
    """
    if not statuses:
        return None
    real = [status for status in statuses if status is not Status.NOT_APPLICABLE] or statuses
    return real[0] if len(set(real)) == 1 else Status.PARTIAL
