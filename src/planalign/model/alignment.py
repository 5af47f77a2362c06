"""What the aligner returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Drift, Link, LocalTask, TaskStatus


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
    local: tuple[LocalTask, ...] = ()
    """Child tasks that a person decided to be without a parent task."""
    rejected_links: tuple[Link, ...] = ()
    """Links that would be proposed, and that a person rejected."""
