"""What planalign.toml may hold."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from planalign.model.limits import Bounds
from planalign.model.policy import FailOn, RequireReview, RuleLevel
from planalign.model.record import Record

Share = Annotated[float, Field(ge=0, le=1)]


class ProjectTable(Record):
    """`[project]`."""

    name: str = ""
    """What the documents belong to."""
    as_of: dt.date | None = None
    """The day by which waivers are judged."""


class LevelTable(Record):
    """`[[level]]`: which documents are of one level."""

    id: str
    """Name of the level."""
    docs: tuple[str, ...]
    """Patterns of their paths, from the folder of the file."""
    parent: str | None = None
    """Name of the level above it."""


class ScopeTable(Record):
    """`[scope]`: what takes part."""

    exclude_parent: tuple[Annotated[str, Field(pattern=r"^(?:section|task):.")], ...] = ()
    """Sections and tasks of the parent that count nowhere, as section:TITLE or task:TITLE."""
    requirements: bool = False
    """Whether 工作要求 count."""
    allocations: str | None = None
    """CSV file with the shares of a total, from the folder of the file."""


class ThresholdTable(Record):
    """`[policy.thresholds]`: bounds on shares of clauses."""

    coverage: Share | None = None
    """Least share that is covered."""
    coverage_with_waivers: Share | None = None
    """Least share that is covered or waived."""
    undecided_max: Share | None = None
    """Largest share of close calls."""


class PolicyTable(Record):
    """`[policy]`: what a result must meet."""

    fail_on: FailOn = FailOn.ERROR
    """From which severity on an open finding breaks the policy."""
    require_review: RequireReview = RequireReview.NONE
    """Which findings a person must have decided on."""
    thresholds: ThresholdTable = ThresholdTable()
    """Bounds on shares of clauses."""


class ReportTable(Record):
    """`[report]`."""

    outputs: tuple[str, ...] = ()
    """Files that a run over all documents writes, from the folder of the file; `check` writes only what -o names."""


class Project(Record):
    """The whole file."""

    project: ProjectTable = ProjectTable()
    """Name and day."""
    level: tuple[LevelTable, ...] = ()
    """The levels and their documents."""
    scope: ScopeTable = ScopeTable()
    """What takes part."""
    policy: PolicyTable = PolicyTable()
    """What a result must meet."""
    rules: dict[str, RuleLevel] = Field(default_factory=dict)
    """Severities that differ from those of the catalogue."""
    report: ReportTable = ReportTable()
    """Files to write."""
    limits: Bounds = Bounds()
    """Bounds under which documents are read."""
