"""Deadlines that a child of the same year need not repeat: 到2026年底 and 年内 of a plan for 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.due import is_year_end
from planalign.align.segments import segment_end
from planalign.model.comparison import DriftKind
from planalign.model.facts import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.align.matter import Item
    from planalign.model.comparison import Drift

_ENDS = "。；"


def with_year(drift: Drift, parent: Item, met: Iterable[tuple[Item, Item]], year: int | None) -> Drift:
    """Return a missing deadline as the same where it is the end of the year that the child is for too.

    The child has to take the matter up: in words, or by another fact that is due by then. `met`: the facts of the
    parent that the child has, each with the child's; `year`: that of the child.
    """
    fact = parent.fact
    if drift.drift is not DriftKind.MISSING or not isinstance(fact, Deadline) or parent.year != year:
        return drift
    clause = drift.child_clause or next((child.owner for item, child in met if _is_due_then(item, parent)), None)
    if clause is None or not is_year_end(fact, year):
        return drift
    return drift.model_copy(update={"drift": DriftKind.SAME, "child_clause": clause, "in_words": True})


def _is_due_then(item: Item, deadline: Item) -> bool:
    """Say whether a fact stands behind a deadline in its sentence."""
    start, place = deadline.offset + deadline.fact.end, item.offset + item.fact.start
    return item.owner == deadline.owner and start <= place < segment_end(deadline.text, start, _ENDS)
