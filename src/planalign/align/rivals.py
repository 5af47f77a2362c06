"""Which parent clause a child clause speaks for: what is used up by one clause does not carry another as well.

Neighbouring clauses share words. A child clause that copies one parent clause therefore holds some words of many
others, though it says nothing about them.
"""

from __future__ import annotations

from operator import truediv
from typing import TYPE_CHECKING

from planalign.align.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.terms import Likeness

COPIED = 0.65
"""A child clause of which a parent clause holds this share copies it."""
WHOLE = 0.85
"""A child clause that holds this share of a parent clause says it, whatever else it copies: plans repeat themselves."""


class Rivals:
    """For every child clause the parent clauses that compete for it."""

    def __init__(self, parent: Sequence[Terms], child: Sequence[Terms], likeness: Sequence[Likeness]) -> None:
        """Take the clauses of both sides, and how alike each parent clause and every child clause are."""
        self._child = child
        self._likeness = likeness
        columns = list(zip(*(row.held for row in likeness), strict=True))
        self._most = [max(column) for column in columns]
        self._copied = [most >= COPIED for most in self._most]
        homes = [column.index(most) for column, most in zip(columns, self._most, strict=True)]
        self._rest = [_without(terms, parent[home]) for terms, home in zip(child, homes, strict=True)]
        self._top = [max(column) or 1.0 for column in zip(*(row.cosine for row in likeness), strict=True)]

    def claims(self, parent: int) -> list[float]:
        """Return how near a parent clause is to each child clause beside the nearest parent clause, 1 for this one."""
        return list(map(truediv, self._likeness[parent].cosine, self._top))

    def said_for(self, parent: int, child: int) -> Terms:
        """Return what a child clause says for a parent clause: of a copy of another one, only what it adds to that."""
        row = self._likeness[parent]
        free = not self._copied[child] or row.held[child] >= self._most[child] or row.recall[child] >= WHOLE
        return self._child[child] if free else self._rest[child]


def _without(terms: Terms, others: Terms) -> Terms:
    return Terms(*(own - other for own, other in zip(terms, others, strict=True)))
