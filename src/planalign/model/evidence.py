"""What speaks for a verdict: a child clause that carries a parent clause."""

from __future__ import annotations

from planalign.model.record import Record


class Evidence(Record):
    """One child clause that carries (part of) a parent clause."""

    parent_clause: str
    """Id of the parent clause."""
    child_clause: str
    """Id of the child clause."""
    score: float
    """Share of the parent clause that this child clause carries, 0–1."""
    words: tuple[str, ...] = ()
    """Words that both share, weightiest first."""
