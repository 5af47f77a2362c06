"""Child × parent: links and clause coverage of two plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.coverage import cover
from planalign.align.drift import find_drift
from planalign.align.features import evidence
from planalign.align.links import link
from planalign.align.pair import Pair
from planalign.align.status import task_statuses
from planalign.align.title_only import taken_up
from planalign.model.alignment import Alignment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.config import AlignSettings
    from planalign.model.allocation import Allocation
    from planalign.model.plan import Plan


def align(parent: Plan, child: Plan, settings: AlignSettings, allocations: Sequence[Allocation] = ()) -> Alignment:
    """Map each child task to its parent tasks and say what became of each parent clause and target.

    Both plans must hold at least one task. `allocations`: shares of the parent's totals, of this child and of others.
    """
    pair = Pair(parent, child)
    coverage = cover(pair, evidence(pair), settings)
    links = link(pair, coverage, settings)
    coverage = taken_up(parent, child, coverage, links)
    drift = find_drift(pair, coverage, links, allocations)
    return Alignment(links, coverage, task_statuses(parent, coverage), drift)
