"""Run the mutation benchmark: make the children, compare each with its parent, count."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import planalign
from planalign.evaluate.lowering import can_be_lowered, lowered
from planalign.evaluate.mutant import COVERED, Touch
from planalign.evaluate.mutation_record import MutationCounts, MutationMiss, MutationReport, MutationScore
from planalign.evaluate.mutations import MutationKind, mutate
from planalign.evaluate.record import EvaluatedPlan
from planalign.model.comparison import DriftKind, Status
from planalign.pipeline.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planalign.config import Settings
    from planalign.evaluate.mutant import Mutant
    from planalign.model.comparison import ClauseCoverage, Comparison
    from planalign.model.plan import Plan

SEED = 20260101
SHARES = (0.1, 0.3, 0.6)
"""How much is changed: little, as in a careful adaptation, or much, where the pair as a whole looks unlike a copy."""


class Case(NamedTuple):
    """One child to make."""

    plan: int
    kind: MutationKind
    share: float
    lowered: bool


class Outcome(NamedTuple):
    """One child with its verdicts."""

    score: MutationScore
    misses: tuple[MutationMiss, ...]


def run_mutations(
    plans: Sequence[Plan], settings: Settings, seed: int = SEED, step: Callable[[], None] = lambda: None
) -> MutationReport:
    """Make children of every plan and compare them; `step` is called after each child.

    Raises NotAPlanError where a plan holds no task.
    """
    outcomes = []
    for case in cases(plans):
        outcomes.append(run_case(plans[case.plan], case, settings, seed))
        step()
    scores = tuple(outcome.score for outcome in outcomes)
    return MutationReport(
        generator=f"planalign {planalign.__version__}",
        seed=seed,
        plans=tuple(_evaluated(plan) for plan in plans),
        total={kind: add(score.counts for score in scores if score.kind is kind) for kind in MutationKind},
        children=scores,
        misses=tuple(miss for outcome in outcomes for miss in outcome.misses),
    )


def cases(plans: Sequence[Plan]) -> list[Case]:
    """Return the children to make, in order; a reordered plan has no share."""
    return [
        Case(number, kind, share, low)
        for number, plan in enumerate(plans)
        for kind, share, low in product(MutationKind, SHARES, (False, True))
        if (not low or can_be_lowered(plan)) and (kind is not MutationKind.REORDER or share == SHARES[0])
    ]


def run_case(plan: Plan, case: Case, settings: Settings, seed: int = SEED) -> Outcome:
    """Make one child, compare it and count."""
    # Named after the case, so that a further plan or kind does not change the children of the others.
    random = Random(f"{seed} {plan.id} {case.kind} {case.share}")  # noqa: S311 (a benchmark, no secret)
    mutant = mutate(plan, case.kind, case.share, random)
    child = lowered(mutant.child) if case.lowered else mutant.child
    return judge(mutant, compare(plan, child, settings), case)


def judge(mutant: Mutant, comparison: Comparison, case: Case) -> Outcome:
    """Count the verdicts of a comparison against the truth about its child."""
    known = [entry for entry in comparison.coverage if entry.parent_clause not in mutant.left_out]
    touched = [(entry, mutant.touched[entry.parent_clause]) for entry in known if entry.parent_clause in mutant.touched]
    untouched = [entry for entry in known if entry.parent_clause not in mutant.touched]
    alarms = [entry for entry in untouched if entry.status is not Status.COVERED]
    shown = _shown(comparison)
    tasks = {entry.parent_task: entry.status for entry in comparison.task_status}
    counts = MutationCounts(
        children=1,
        touched=len(touched),
        right=sum(entry.status in touch.expected for entry, touch in touched),
        noticed=sum(entry.status is not Status.COVERED or entry.parent_clause in shown for entry, _ in touched),
        named=sum(_names(entry, touch) for entry, touch in touched),
        untouched=len(untouched),
        false_alarms=len(alarms),
        doubtful_alarms=sum(entry.undecided for entry in alarms),
        lost_tasks=len(mutant.lost_tasks),
        lost_tasks_found=sum(tasks[task] in {Status.DROPPED, Status.NOT_APPLICABLE} for task in mutant.lost_tasks),
    )
    wrong = [(entry, touch) for entry, touch in touched if entry.status not in touch.expected]
    wrong += [(entry, Touch(COVERED)) for entry in alarms]
    texts = {clause.id: clause.text for task in comparison.parent.tasks for clause in task.clauses}
    misses = tuple(_miss(entry, touch, texts[entry.parent_clause], case) for entry, touch in wrong)
    return Outcome(MutationScore(**case._asdict(), counts=counts), misses)


def add(counts: Iterable[MutationCounts]) -> MutationCounts:
    """Add up counts."""
    rows = [entry.model_dump() for entry in counts]
    return MutationCounts(**{name: sum(row[name] for row in rows) for name in MutationCounts.model_fields})


def _shown(comparison: Comparison) -> set[str]:
    """Return the parent clauses with a changed target or a finding."""
    drifted = {entry.parent_clause for entry in comparison.drift if entry.drift is not DriftKind.SAME}
    found = {finding.parent.id for finding in comparison.findings if finding.parent}
    return found | {key for key in drifted if key}


def _names(entry: ClauseCoverage, touch: Touch) -> bool:
    """Return whether a missing part holds, or is held by, something that was lost."""
    return any(lost in missing or missing in lost for lost in touch.lost for missing in entry.missing)


def _miss(entry: ClauseCoverage, touch: Touch, text: str, case: Case) -> MutationMiss:
    return MutationMiss(
        **case._asdict(),
        parent_clause=entry.parent_clause,
        text=text,
        wording=touch.wording,
        lost=touch.lost,
        expected=tuple(status for status in Status if status in touch.expected),
        status=entry.status,
        score=entry.score,
        undecided=entry.undecided,
    )


def _evaluated(plan: Plan) -> EvaluatedPlan:
    return EvaluatedPlan(title=plan.masthead.title, file=plan.source.file, sha256=plan.source.sha256)
