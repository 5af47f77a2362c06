"""One parent against all its children: what each child carries of each parent task."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planalign.model.comparison import Status, Summary
from planalign.model.plan import Plan
from planalign.model.plan_head import PlanHead, Unread
from planalign.model.provenance import Provenance
from planalign.model.record import Record


class MatrixChild(PlanHead):
    """One child."""

    summary: Summary
    """Counts of its comparison with the parent."""


class Cell(Record):
    """What one child carries of one parent task."""

    status: Status
    """Follows from the clauses."""
    covered: int
    """Clauses that are wholly carried."""
    clauses: int
    """Clauses that apply."""
    child_tasks: tuple[str, ...] = ()
    """Ids of the child tasks that carry the task, best first."""


class MatrixRow(Record):
    """One parent task."""

    task: str
    """Id of the parent task."""
    cells: tuple[Cell, ...]
    """What each child carries, in the order of `children`."""


class Part(Record):
    """What one child gives of a total."""

    words: str | None = None
    """The words of the child; none where it gives no number."""
    value: float | None = None
    """Its number, in the unit of the total."""
    share: str | None = None
    """Its share, where the table of shares gives it."""


class Total(Record):
    """A number of the parent that its children divide."""

    matter: str
    """What the number is about."""
    parent_clause: str
    """Id of the parent clause or annex row."""
    words: str
    """The words of the parent."""
    value: float
    """The total."""
    unit: str
    """Its unit."""
    sum: float
    """What the children give together, in the unit of the total."""
    parts: tuple[Part, ...]
    """What each child gives, in the order of `children`."""


class Matrix(Record):
    """The matrix record."""

    schema_name: Literal["planalign/matrix/1"] = Field("planalign/matrix/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    provenance: Provenance
    """What the result depends on besides the files."""
    parent: Plan
    """The upper-level plan."""
    children: tuple[MatrixChild, ...]
    """The lower-level plans that were read, as given."""
    rows: tuple[MatrixRow, ...]
    """The parent tasks that count, in order."""
    totals: tuple[Total, ...] = ()
    """The numbers of the parent that its children divide, in order."""
    unread: tuple[Unread, ...] = ()
    """Documents that take no part."""
