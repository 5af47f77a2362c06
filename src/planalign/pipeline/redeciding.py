"""One comparison under one set of decisions after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.settling import Kept
from planalign.config import Settings
from planalign.pipeline.comparing import allocations, concluded, gated, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision


def redecided(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """Return the same comparison under other decisions; waivers and baseline are those that it holds."""
    return Redeciding(comparison).under(decisions)


class Redeciding:
    """One comparison under one set of decisions after the other; what no decision changes is computed once."""

    def __init__(self, comparison: Comparison) -> None:
        """Compare both plans again, without anybody's word."""
        from planalign.align.plans import measure
        from planalign.assess.debt import debt_of

        parent, child = comparison.parent, comparison.child
        self._found = comparison
        self._settings = Settings.model_validate(comparison.provenance.settings)
        self._shares = allocations(self._settings)
        self._known = debt_of(parent, child, comparison.known) if comparison.known else None
        self._measured = measure(parent, child, self._settings.align)

    def under(self, decisions: Sequence[Decision]) -> Comparison:
        """Return the comparison under some decisions; waivers and baseline are those that it held."""
        waivers = {entry.waiver.number: entry.waiver for entry in self._found.waived}
        kept = Kept(tuple(waivers.values()), self._known, decisions)
        case = concluded(self._measured, self._settings, self._shares, decisions)
        found = judged(case, kept)
        return gated(found, self._settings) if self._found.gate else found
