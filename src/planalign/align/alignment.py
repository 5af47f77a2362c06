"""What the aligner returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Drift, Link, TaskStatus


class Alignment(NamedTuple):
    """Links, coverage and task status of a pair of plans."""

    links: tuple[Link, ...]
    coverage: tuple[ClauseCoverage, ...]
    task_status: tuple[TaskStatus, ...]
    drift: tuple[Drift, ...] = ()
