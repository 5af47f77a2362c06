"""Compares several plans: from the top level down, or one parent with all its children."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import planalign
from planalign.assess.scope import counted, excluded
from planalign.assess.settling import Kept
from planalign.config import Settings
from planalign.model.plan_head import PlanHead
from planalign.pipeline.comparing import allocations, compared, provenance
from planalign.readers.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.chain import Chain
    from planalign.model.decision import Decision
    from planalign.model.matrix import Matrix
    from planalign.model.plan import Plan
    from planalign.model.plan_head import Unread

Counted = TypeVar("Counted")


def chain(
    plans: Sequence[Plan],
    settings: Settings | None = None,
    unread: Sequence[Unread] = (),
    decisions: Sequence[Decision] | None = None,
) -> Chain:
    """Compare plans from the top down, neighbour by neighbour and the top one with each below it.

    Raises NotAPlanError where a document holds no task.
    """
    from planalign.assess.fates import clause_fates, target_fates, task_fates
    from planalign.model.chain import Chain

    settings = settings or Settings()
    top, *lower = plans
    shares, kept = allocations(settings), Kept(decisions=decisions)
    pairs = [*pairwise(plans), *((top, child) for child in lower[1:])]
    found = [compared(upper, child, settings, shares, kept) for upper, child in _each(pairs)]
    descents = [found[0], *found[len(lower) :]]
    tasks = [task for task in counted(top, settings) if task.id not in found[0].excluded]
    return Chain(
        schema="planalign/chain/1",
        generator=f"planalign {planalign.__version__}",
        plans=tuple(map(PlanHead.of, plans)),
        comparisons=tuple(found),
        tasks=task_fates(tasks, descents),
        clauses=clause_fates(tasks, descents),
        targets=target_fates(tasks, descents),
        unread=tuple(unread),
    )


def matrix(
    parent: Plan,
    children: Sequence[Plan],
    settings: Settings | None = None,
    unread: Sequence[Unread] = (),
    decisions: Sequence[Decision] | None = None,
) -> Matrix:
    """Compare one parent with all its children.

    Raises NotAPlanError where a document holds no task.
    """
    from planalign.assess.cells import rows
    from planalign.assess.totals import totals
    from planalign.model.matrix import Matrix, MatrixChild

    settings = settings or Settings()
    shares, kept = allocations(settings), Kept(decisions=decisions)
    found = [compared(parent, child, settings, shares, kept) for child in _each(children)]
    out = excluded(parent, settings)
    tasks = [task for task in counted(parent, settings) if task.id not in out]
    return Matrix(
        schema="planalign/matrix/1",
        generator=f"planalign {planalign.__version__}",
        provenance=provenance(settings),
        parent=parent,
        children=tuple(
            MatrixChild(
                id=child.id, source=child.source, masthead=child.masthead, kind=child.kind, summary=record.summary
            )
            for child, record in zip(children, found, strict=True)
        ),
        rows=rows(tasks, found),
        totals=totals(parent, found),
        unread=tuple(unread),
    )


def _each(items: Sequence[Counted]) -> Iterator[Counted]:
    """Yield the items, and tell whoever listens how many have been dealt with."""
    for number, item in enumerate(items, start=1):
        yield item
        step(number, len(items))
