"""Child × parent: links and clause coverage of two plans."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from planalign.align.coverage import cover
from planalign.align.coverage_model import coverage_model
from planalign.align.drift import find_drift
from planalign.align.features import evidence
from planalign.align.links import link
from planalign.align.pair import Pair
from planalign.align.status import task_statuses
from planalign.align.terms import background
from planalign.align.title_only import taken_up
from planalign.model.alignment import Alignment
from planalign.text.words import dictionaries_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planalign.config import AlignSettings
    from planalign.model.allocation import Allocation
    from planalign.model.comparison import ClauseCoverage, Drift, Link
    from planalign.model.plan import Plan


class Word(Protocol):
    """What people decided, asked between the steps: a later step builds on what they said of an earlier one."""

    @property
    def barred(self) -> frozenset[tuple[str, str]]:
        """Child and parent tasks that are not proposed as a link."""

    def links(self, proposed: Sequence[Link], unbarred: Sequence[Link]) -> tuple[Link, ...]:
        """Return the links that hold; `unbarred`: those proposed without the barred pairs."""

    def coverage(self, proposed: Sequence[ClauseCoverage]) -> tuple[ClauseCoverage, ...]:
        """Return the verdicts that hold."""

    def drift(self, found: Sequence[Drift], unguided: Callable[[], Sequence[Drift]]) -> tuple[Drift, ...]:
        """Return the drift that holds; `unguided` gives what is found where nobody is asked about links and clauses."""

    def completed(self, alignment: Alignment) -> Alignment:
        """Return the alignment with what else was decided."""


class Measured:
    """What two plans have in common, before anybody is asked: most of the work, and the same under any decisions."""

    def __init__(self, pair: Pair, settings: AlignSettings, allocations: Sequence[Allocation]) -> None:
        """Compare every clause with every other one."""
        self.pair = pair
        self.settings = settings
        self.allocations = allocations
        self.coverage: tuple[ClauseCoverage, ...] = tuple(cover(pair, evidence(pair), settings))
        """What the words alone say of each parent clause."""

    @cached_property
    def proposed(self) -> tuple[Link, ...]:
        """The links that follow from the words."""
        return tuple(link(self.pair, self.coverage, self.settings))

    @cached_property
    def unguided(self) -> Alignment:
        """What follows where nobody is asked."""
        parent = self.pair.parent.plan
        coverage = taken_up(parent, self.pair.child.plan, self.coverage, self.proposed)
        drift = find_drift(self.pair, coverage, self.proposed, self.allocations)
        return Alignment(self.proposed, coverage, task_statuses(parent, coverage), drift)


def load_tables() -> None:
    """Load what aligning needs besides two plans, which otherwise happens with the first pair."""
    coverage_model()
    background()
    dictionaries_hash()


def measure(parent: Plan, child: Plan, settings: AlignSettings, allocations: Sequence[Allocation] = ()) -> Measured:
    """Compare two plans, each of which must hold at least one task; `allocations`: as of `align`."""
    return Measured(Pair(parent, child), settings, allocations)


def align(
    parent: Plan,
    child: Plan,
    settings: AlignSettings,
    allocations: Sequence[Allocation] = (),
    word: Word | None = None,
) -> Alignment:
    """Map each child task to its parent tasks and say what became of each parent clause and target.

    Both plans must hold at least one task. `allocations`: shares of the parent's totals, of this child and of others.
    `word`: what people decided, which outweighs what is proposed.
    """
    return conclude(measure(parent, child, settings, allocations), word)


def conclude(measured: Measured, word: Word | None = None) -> Alignment:
    """Say what follows from what two plans have in common and from what people decided."""
    if word is None:
        return measured.unguided
    pair, proposed = measured.pair, measured.proposed
    open_ones = link(pair, measured.coverage, measured.settings, word.barred) if word.barred else proposed
    links = word.links(proposed, open_ones)
    coverage = word.coverage(taken_up(pair.parent.plan, pair.child.plan, measured.coverage, links))
    found = find_drift(pair, coverage, links, measured.allocations)
    drift = word.drift(found, lambda: measured.unguided.drift)
    return word.completed(Alignment(links, coverage, task_statuses(pair.parent.plan, coverage), drift))
