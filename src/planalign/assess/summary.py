"""Counts what a comparison or a check found."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from planalign.assess.input_rules import not_understood
from planalign.model.check import CheckSummary
from planalign.model.comparison import Severity, Status, Strength, Summary
from planalign.model.review import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.assess.case import Case, PlanCase
    from planalign.assess.waived import Settled

_DROPS = frozenset({"PA101", "PA102", "PA103"})
"""Rules that say that a clause is not, or not wholly, carried."""

Kind = TypeVar("Kind", bound=StrEnum)


def summarise(case: Case, settled: Settled) -> Summary:
    """Count what counts: 工作要求 are left out unless the settings say otherwise."""
    counted = {task.id for task in case.parent_tasks}
    statuses = [entry for entry in case.alignment.task_status if entry.parent_task in counted]
    return Summary(
        parent_tasks=len(case.parent_tasks),
        child_tasks=len(case.child_tasks),
        tasks=_tally(Status, (entry.status for entry in statuses)),
        clauses=_tally(Status, (entry.status for entry in case.coverage.values())),
        undecided=sum(entry.undecided for entry in case.coverage.values()),
        links=_tally(Strength, (link.strength for link in case.links)),
        local_tasks=len(case.local_tasks),
        findings=_tally(Severity, (finding.severity for finding in settled.open)),
        waived=len(settled.waived),
        waived_clauses=_waived_clauses(case, settled),
        known=len(settled.known),
        skipped=len(not_understood(case.parent.plan)) + len(not_understood(case.child.plan)),
        confirmed_clauses=_tally(Status, _confirmed(case)) if settled.review else {},
        review=settled.review,
    )


def _confirmed(case: Case) -> Iterator[Status]:
    for entry in case.coverage.values():
        if holds(entry.review):
            yield entry.status


def _waived_clauses(case: Case, settled: Settled) -> int:
    """Count the clauses, dropped or partial, that a waiver accepts: alone or with their whole task."""
    gone = (entry.finding for entry in settled.waived if entry.finding.code in _DROPS)
    ends = {finding.parent.id for finding in gone if finding.parent}
    gaps = (entry for entry in case.coverage.values() if entry.status in {Status.DROPPED, Status.PARTIAL})
    return sum(bool({entry.parent_clause, entry.parent_task} & ends) for entry in gaps)


def check_summary(case: PlanCase, settled: Settled) -> CheckSummary:
    """Count what counts of one plan."""
    return CheckSummary(
        tasks=len(case.tasks),
        clauses=sum(len(task.clauses) for task in case.tasks),
        findings=_tally(Severity, (finding.severity for finding in settled.open)),
        waived=len(settled.waived),
        known=len(settled.known),
        skipped=len(not_understood(case.plan)),
        review=settled.review,
    )


def _tally(kinds: type[Kind], found: Iterable[Kind]) -> dict[Kind, int]:
    """Count each kind, the absent ones too, in a fixed order."""
    counter = Counter(found)
    return {kind: counter[kind] for kind in kinds}
