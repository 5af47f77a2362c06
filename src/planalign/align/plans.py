"""Child × parent: links and clause coverage of two plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.alignment import Alignment
from planalign.align.coverage import cover
from planalign.align.features import evidence
from planalign.align.links import link
from planalign.align.pair import Pair
from planalign.align.status import task_statuses
from planalign.align.title_only import taken_up

if TYPE_CHECKING:
    from planalign.config import AlignSettings
    from planalign.model.plan import Plan


def align(parent: Plan, child: Plan, settings: AlignSettings) -> Alignment:
    """Map each child task to its parent tasks and say what became of each parent clause.

    Both plans must hold at least one task.
    """
    pair = Pair(parent, child)
    coverage = cover(pair, evidence(pair), settings)
    links = link(pair, coverage, settings)
    coverage = taken_up(parent, child, coverage, links)
    return Alignment(links, coverage, task_statuses(parent, coverage))
