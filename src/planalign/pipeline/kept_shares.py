"""The shares of totals that a comparison was made with, for judging it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planalign.model.allocation import Allocation
from planalign.model.index import PlanIndex
from planalign.pipeline.comparing import allocations
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.config import Settings
    from planalign.model.comparison import Comparison, Drift
    from planalign.model.plan import Plan

_SHARE = compiled(r"(\d[\d.]*(?:e\+\d+)?)(.*)")
_LEAD = 12
"""So many characters in front of a total tell it from others of its clause."""


def kept_shares(comparison: Comparison, settings: Settings) -> Sequence[Allocation]:
    """Return the shares of the table that the settings name; where it is not at hand, those that the record holds.

    A report may be looked at in another folder than that in which it was written.
    """
    if settings.allocations is None or Path(settings.allocations).exists():
        return allocations(settings)
    texts = _texts(comparison.parent)
    return tuple(share for drift in comparison.drift for share in _shares(drift, texts, comparison.child.source.file))


def _shares(drift: Drift, texts: dict[str, str], child: str) -> Iterator[Allocation]:
    """Yield the share that a drift was judged by."""
    match = _SHARE.fullmatch(drift.share or "")
    text, total = texts.get(drift.parent_clause or "", ""), drift.parent_value or ""
    if match and total and total in text:
        yield Allocation(_quoted(text, total), child, float(match[1]), match[2])


def _quoted(text: str, total: str) -> str:
    """Return a total with the words before it that hold no other number."""
    place = text.index(total)
    lead = text[max(0, place - _LEAD) : place]
    last = max((at for at, sign in enumerate(lead, start=1) if sign.isdecimal()), default=0)
    return lead[last:] + total


def _texts(plan: Plan) -> dict[str, str]:
    """Return the words of clauses and of the targets of annex rows by id."""
    rows = (row for annex in plan.annexes for row in annex.rows)
    clauses = {name: clause.text for name, clause in PlanIndex(plan).clauses.items()}
    return clauses | {row.id: row.target for row in rows}
