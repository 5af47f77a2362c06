"""One comparison under one set of decisions after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.settling import Kept
from planalign.config import Settings
from planalign.pipeline.comparing import gated, judged
from planalign.pipeline.kept_shares import kept_shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision

_OF_KEPT = frozenset({"PA503", "PA504", "PA505"})
"""Findings about waivers and entries of the baseline that accept nothing: a comparison holds only the findings."""


def redecided(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """Return the same comparison under other decisions; waivers and baseline are those that it holds."""
    return Redeciding(comparison).under(decisions)


class Redeciding:
    """One comparison under one set of decisions after the other; what no decision changes is computed once."""

    def __init__(self, comparison: Comparison) -> None:
        """Compare both plans again, without anybody's word."""
        from planalign.align.plans import measure
        from planalign.assess.debt import debt_of
        from planalign.assess.decided import Seekers

        parent, child = comparison.parent, comparison.child
        self._gated = comparison.gate is not None
        self._settings = Settings.model_validate(comparison.provenance.settings)
        self._kept = Kept(
            waivers=tuple({entry.waiver.number: entry.waiver for entry in comparison.waived}.values()),
            baseline=debt_of(parent, child, comparison.known) if comparison.known else None,
            told=tuple(found for found in comparison.findings if found.code in _OF_KEPT),
        )
        self._measured = measure(parent, child, self._settings.align, kept_shares(comparison, self._settings))
        self._seekers = Seekers.of(parent, child)

    def under(self, decisions: Sequence[Decision]) -> Comparison:
        """Return the comparison under some decisions; waivers and baseline are those that it held."""
        from planalign.assess.decided import Decided

        word = Decided(self._seekers, decisions) if decisions else None
        found = judged(self._measured, self._settings, self._kept._replace(decisions=decisions), word)
        return gated(found, self._settings) if self._gated else found
