"""The annexes of a plan: tables with their rows, and the list that names them."""

from __future__ import annotations

from enum import StrEnum

from planalign.model.block import CellOrigin, Location
from planalign.model.facts import Facts, Target
from planalign.model.record import Record


class AnnexKind(StrEnum):
    """What the rows of an annex table are, by its columns and its title."""

    KPI = "kpi"
    DOCUMENT_LIST = "document_list"
    CAMPAIGN = "campaign"
    MEASURE = "measure"
    PLATFORM = "platform"
    PROJECT = "project"
    TASK_LIST = "task_list"
    OTHER = "other"


class RowKind(StrEnum):
    """What a row of an annex table is: an item, a heading over several items, or their total (合计, 小计)."""

    ITEM = "item"
    GROUP = "group"
    TOTAL = "total"


class AnnexRow(Record):
    """One row of an annex table."""

    id: str
    """Position in the plan, for example a4.r33."""
    kind: RowKind = RowKind.ITEM
    """Item, group heading or total."""
    seq: int | None
    """序号; null where none is printed."""
    name: str
    """Name; filled down from the row above where the cell is merged or left blank."""
    name_inherited: bool = False
    """Whether the name was filled down."""
    target: str = ""
    """目标 or 内容; a number has its unit of measure behind it where a column of its own holds that (92%)."""
    targets: tuple[Target, ...] = ()
    """Numbers in `target`, in order."""
    facts: Facts = Facts()
    """What else `target` says."""
    lead_units: tuple[str, ...] = ()
    """牵头单位, split into names."""
    responsible_units: tuple[str, ...] = ()
    """责任单位, split into names."""
    remark: str = ""
    """备注."""
    cells: tuple[str, ...] = ()
    """Verbatim cell texts, in column order."""
    origins: tuple[CellOrigin, ...] = ()
    """How each cell came by its text, in column order."""
    location: Location = Location()
    """Where it stands."""


class Annex(Record):
    """One annex table."""

    id: str
    """Position in the plan, for example a4."""
    title: str
    """Its heading as printed."""
    kind: AnnexKind = AnnexKind.OTHER
    """What its rows are."""
    number: str | None = None
    """Number of the 附件 that holds it, for example 2; null where none is printed."""
    columns: tuple[str, ...]
    """Column headings."""
    rows: tuple[AnnexRow, ...]
    """Its rows, header rows left out."""
    location: Location = Location()
    """Where it starts."""


class AnnexHead(Record):
    """One 附件 as a list of annexes names it, or as it stands above its own text."""

    number: str | None = None
    """Its number as printed, for example 2 or 2-1; null where there is none."""
    title: str = ""
    """Its title without the word 附件 and the number; empty where none is printed."""
    text: str
    """The words as printed."""
    location: Location = Location()
    """Where it stands."""
