"""A plan broken down into what has to be done (任务分解表): who does what by when, and on whose order."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from planalign.model.block import Location
from planalign.model.plan_head import PlanHead
from planalign.model.record import Record


class DutySource(StrEnum):
    """Where a duty stands."""

    BODY = "body"
    ANNEX = "annex"


class DutyRole(StrEnum):
    """What the unit asked for has to do with a duty; a member is meant by a word such as 各镇街 or 成员单位."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    MEMBER = "member"


class Basis(Record):
    """What the parent plan says to a duty."""

    task: str
    """Id of the parent task."""
    title: str
    """Number and title of the parent task."""
    clause: str | None = None
    """Id of the parent clause that it carries; null where only the tasks go together."""
    text: str = ""
    """Words of that clause."""
    location: Location = Location()
    """Where it stands in the parent."""


class Duty(Record):
    """One row: a clause of the body, or a row of an annex."""

    id: str
    """Id of the clause or the annex row."""
    source: DutySource
    """Body or annex."""
    rows: tuple[str, ...] = ()
    """Ids of the annex rows that say the same as a clause of the body, and are told with it."""
    row_locations: tuple[Location, ...] = ()
    """Where these rows stand, in the same order."""
    part: str = ""
    """The headings above the task, the highest first, one a line; or the title of the annex."""
    task: str
    """Number and title of the task, or name of the annex row."""
    measure: str
    """What is to be done, verbatim."""
    targets: tuple[str, ...] = ()
    """Numbers and frequencies in it, as printed, with the words that bind them: 同比下降5%, 不少于2次."""
    deadlines: tuple[str, ...] = ()
    """When it is due, as printed."""
    lead_units: tuple[str, ...] = ()
    """牵头单位."""
    responsible_units: tuple[str, ...] = ()
    """责任单位 and 配合单位."""
    role: DutyRole | None = None
    """What the unit asked for has to do with it; null where none was asked for."""
    basis: tuple[Basis, ...] = ()
    """What the parent says to it; empty for local tasks, and where no parent was given."""
    local: bool = False
    """Whether the parent has no such task."""
    remark: str = ""
    """备注 of an annex row."""
    location: Location = Location()
    """Where it stands."""


class Checklist(Record):
    """The record of `planalign checklist`."""

    schema_name: Literal["planalign/checklist/1"] = Field("planalign/checklist/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    plan: PlanHead
    """The plan that is broken down."""
    parent: PlanHead | None = None
    """The plan above it; null where none was given."""
    unit: str | None = None
    """The unit whose duties these are; null for all."""
    named: bool | None = None
    """Whether the plan names that unit itself, not only by a collective name; null where none was asked for."""
    duties: tuple[Duty, ...]
    """All duties in the order of the document; those of a unit by its role, what it leads first."""
    units: tuple[str, ...] = ()
    """All units that the plan names, in order."""
