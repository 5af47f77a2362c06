"""Which rows of the annexes say who answers for a clause of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import UnitRole
from planalign.text.levels import neutral
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.annex import AnnexRow
    from planalign.model.plan import Clause, Unit

_SIGNS = compiled(r"[^\w%‰]+")
_SAME = 0.5
"""A row speaks of a clause if so much of the shorter text stands in the other, in pairs of characters."""
_NEAR = 0.8
"""Of several rows those count that come so near to the best one."""


def rows_of(clause: Clause, rows: Sequence[AnnexRow]) -> list[AnnexRow]:
    """Return the rows of its task that speak of a clause; where none does, all, if one and the same units lead them."""
    if not rows:
        return []
    words = _pairs(clause.text)
    scores = [_share(words, _pairs(row.target)) for row in rows]
    best = max(scores)
    if best >= _SAME:
        return [row for row, score in zip(rows, scores, strict=True) if score >= max(_SAME, _NEAR * best)]
    return list(rows) if len({row.lead_units for row in rows}) == 1 else []


def answering(units: Iterable[Unit], rows: Iterable[AnnexRow]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return leads and others: those named at the clause, else those of the annex rows that speak of it."""
    named = [(unit.name, unit.role) for unit in units]
    for row in () if named else rows:
        named += [(name, UnitRole.LEAD) for name in row.lead_units]
        named += [(name, UnitRole.RESPONSIBLE) for name in row.responsible_units]
    leads = dict.fromkeys(name for name, role in named if role is UnitRole.LEAD)
    others = dict.fromkeys(name for name, role in named if role is not UnitRole.LEAD and name not in leads)
    return tuple(leads), tuple(others)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 0.0


def _pairs(text: str) -> frozenset[str]:
    bare = _SIGNS.sub("", neutral(normalise(text)))
    return frozenset(bare[start : start + 2] for start in range(len(bare) - 1))
