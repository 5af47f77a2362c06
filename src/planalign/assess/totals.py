"""The parent's totals held against the sum of what its children give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.target_key import target_key
from planalign.model.comparison import DriftKind
from planalign.model.facts import Aspect
from planalign.model.index import further_annexes
from planalign.model.matrix import Part, Total
from planalign.text.measures import measured, scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.assess.target_key import TargetKey
    from planalign.model.comparison import Comparison, Drift
    from planalign.model.facts import Target
    from planalign.model.plan import Plan


_Numbers = dict[tuple[str, str], "Target"]
"""The numbers of a plan by the id of their clause or row and their words."""


def totals(parent: Plan, comparisons: Sequence[Comparison]) -> tuple[Total, ...]:
    """Return the parent's numbers that a child gives a part of, or has a share of, in the order of the parent."""
    upper = _numbers(parent)
    drifts = [{target_key(drift): drift for drift in found.drift if _is_number(drift)} for found in comparisons]
    lower = [_numbers(found.child) for found in comparisons]
    divided = {key: None for found in drifts for key, drift in found.items() if _is_divided(drift)}
    order = {end: place for place, (end, _) in enumerate(upper)}
    keys = sorted(
        (key for key in divided if (key.clause, key.words) in upper), key=lambda key: order.get(key.clause, 0)
    )
    return tuple(_total(key, upper[key.clause, key.words], drifts, lower) for key in keys)


def _total(key: TargetKey, total: Target, drifts: Sequence[dict[TargetKey, Drift]], lower: Sequence[_Numbers]) -> Total:
    parts = tuple(_part(total, found.get(key), numbers) for found, numbers in zip(drifts, lower, strict=True))
    return Total(
        matter=key.matter,
        parent_clause=key.clause,
        words=key.words,
        value=total.value,
        unit=total.unit,
        sum=round(sum(part.value or 0.0 for part in parts), 6),
        parts=parts,
    )


def _part(total: Target, drift: Drift | None, numbers: _Numbers) -> Part:
    """Return what a child gives; a number in other measures adds nothing."""
    if drift is None:
        return Part()
    given = numbers.get((drift.child_clause or "", drift.child_value or ""))
    if given is None or measured(given.unit) != measured(total.unit):
        return Part(share=drift.share)
    value = round(given.value * scale(given.unit) / scale(total.unit), 6)
    return Part(words=given.text, value=value, share=drift.share)


def _is_number(drift: Drift) -> bool:
    return drift.aspect is Aspect.NUMBER and drift.parent_clause is not None and drift.parent_value is not None


def _is_divided(drift: Drift) -> bool:
    return drift.share is not None or drift.drift is DriftKind.NOT_COMPARABLE


def _numbers(plan: Plan) -> _Numbers:
    return {(end, target.text): target for end, targets in _targets(plan) for target in targets}


def _targets(plan: Plan) -> Iterator[tuple[str, Sequence[Target]]]:
    """Yield the numbers of each clause and row; those of a heading stand with its first clause."""
    yield from ((clause.id, clause.targets) for clause in plan.preamble)
    for task in plan.tasks:
        for place, clause in enumerate(task.clauses):
            yield clause.id, (*(() if place else task.targets), *clause.targets)
    yield from ((row.id, row.targets) for annex in further_annexes(plan) for row in annex.rows)
