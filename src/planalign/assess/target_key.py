"""What tells a target of the parent from others, so that several comparisons can speak of the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planalign.model.comparison import Drift


class TargetKey(NamedTuple):
    """A target of the parent."""

    clause: str
    """Id of its clause or annex row."""
    matter: str
    """What it is about."""
    words: str
    """The words of the parent."""


def target_key(drift: Drift) -> TargetKey:
    """Return the target that a drift is about; what the child adds has no words in the parent."""
    return TargetKey(drift.parent_clause or "", drift.matter, drift.parent_value or "")
