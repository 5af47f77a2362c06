"""What the aligner returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Drift, Link, TaskStatus


class Alignment(NamedTuple):
    """Links, coverage, task status and drift of a pair of plans."""

    links: tuple[Link, ...] = ()
    """Child tasks and their parent tasks."""
    coverage: tuple[ClauseCoverage, ...] = ()
    """What became of each parent clause."""
    task_status: tuple[TaskStatus, ...] = ()
    """What became of each parent task."""
    drift: tuple[Drift, ...] = ()
    """What became of each target."""
