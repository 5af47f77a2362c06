"""What a part of a document was taken for: shown to a person who wants to see why a parse went wrong."""

from __future__ import annotations

from enum import StrEnum

from planalign.model.block import Location, Skipped
from planalign.model.record import Record


class Taken(StrEnum):
    """What a part of a document became."""

    MASTHEAD = "masthead"
    SECTION = "section"
    TASK = "task"
    CLAUSE = "clause"
    UNITS = "units"
    PREAMBLE = "preamble"
    ANNEX = "annex"
    COLUMNS = "columns"
    ROW = "row"
    FURNITURE = "furniture"
    SKIPPED = "skipped"
    UNCLAIMED = "unclaimed"


class Mark(Record):
    """A paragraph, a part of one, or a row of a table, and what it was taken for."""

    taken: Taken
    """What it became."""
    text: str
    """Its verbatim text; of a row, its cells."""
    record: str = ""
    """Id of the record, or the field of the masthead, or the role of the furniture; empty where there is none."""
    goes_on: bool = False
    """Whether it goes on with the record of the mark above."""
    location: Location = Location()
    """Where it stands."""
    places: tuple[Location, ...] = ()
    """The boxes to draw: that of the paragraph, or those of the cells; empty where the format knows none."""
    skipped: Skipped | None = None
    """Why it was set aside, where it was."""
    private: bool = False
    """Whether names or telephone numbers were taken out of its text."""
