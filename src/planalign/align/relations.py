"""What a child task is to a parent task: equivalent, narrower, broader, overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Relation

if TYPE_CHECKING:
    from planalign.align.pair import Pair
    from planalign.config import AlignSettings


def relation(pair: Pair, parent: int, child: int, settings: AlignSettings) -> Relation:
    """Say which side has substance that the other lacks.

    A side is carried by the other if its clauses are, on average, as like the other's as best matches usually are in
    these two documents, times `relation_share`.
    """
    rows = [row for row, owner in enumerate(pair.parent.owners) if owner == parent]
    columns = [column for column, owner in enumerate(pair.child.owners) if owner == child]
    cosine = pair.clause_cosine
    parent_side = sum(max(cosine[row][column] for column in columns) for row in rows) / len(rows)
    child_side = sum(max(cosine[row][column] for row in rows) for column in columns) / len(columns)
    least = settings.relation_share * pair.usual_likeness
    if parent_side >= least:
        return Relation.EQUIVALENT if child_side >= least else Relation.BROADER
    return Relation.NARROWER if child_side >= least else Relation.OVERLAPS
