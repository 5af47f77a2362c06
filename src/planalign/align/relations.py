"""What a child task is to a parent task: equivalent, narrower, broader, overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Relation, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.pair import Pair
    from planalign.config import AlignSettings
    from planalign.model.comparison import ClauseCoverage


def relation(
    pair: Pair, coverage: Sequence[ClauseCoverage], parent: int, child: int, settings: AlignSettings
) -> Relation:
    """Say which side has substance that the other lacks; `parent` and `child` are positions of tasks.

    The child carries all of the parent if every clause is covered, first of all by this child; it adds nothing of
    its own if the parent holds at least `own_share` of each of its clauses.
    """
    carries_all = _carries_all(pair, coverage, parent, child)
    if _adds_something(pair, parent, child, settings):
        return Relation.BROADER if carries_all else Relation.OVERLAPS
    return Relation.EQUIVALENT if carries_all else Relation.NARROWER


def _carries_all(pair: Pair, coverage: Sequence[ClauseCoverage], parent: int, child: int) -> bool:
    own = {clause.id for clause in pair.child.tasks[child].clauses}
    verdicts = [entry for entry, owner in zip(coverage, pair.parent.owners, strict=True) if owner == parent]
    return all(
        entry.status is Status.NOT_APPLICABLE
        or (entry.status is Status.COVERED and entry.child_clauses[:1] and entry.child_clauses[0] in own)
        for entry in verdicts
    )


def _adds_something(pair: Pair, parent: int, child: int, settings: AlignSettings) -> bool:
    rows = [row for row, owner in enumerate(pair.parent.owners) if owner == parent]
    columns = [column for column, owner in enumerate(pair.child.owners) if owner == child]
    return any(max(pair.clause_held[row][column] for row in rows) < settings.own_share for column in columns)
