"""What a reader returns: the blocks of a document in reading order, each with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from planalign.model.record import Record


class Format(StrEnum):
    """The kind of a file, decided by its content."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    MARKDOWN = "md"
    PDF = "pdf"
    OFD = "ofd"
    IMAGE = "image"


class Location(Record):
    """Where something stands in its document; fields that the format does not know are null."""

    page: int | None = None
    """Page number, from 1 (PDF)."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the upper left corner of the page (PDF)."""
    line: int | None = None
    """Line number, from 1 (TXT)."""
    paragraph: int | None = None
    """Number of the paragraph among the paragraphs of the body, from 1."""
    table: int | None = None
    """Number of the table in the document, from 1."""
    row: int | None = None
    """Row of the table, from 1, header rows included."""
    cell: int | None = None
    """Column of the table, from 1."""
    start: int | None = None
    """First character inside the paragraph or cell, from 0."""
    end: int | None = None
    """Character after the last one inside the paragraph or cell."""
    confidence: float | None = None
    """Least confidence with which one of its lines was recognised on a picture, 0–1 (OCR)."""


class Paragraph(Record):
    """One paragraph as the reader saw it."""

    kind: Literal["paragraph"] = "paragraph"
    text: str
    """Verbatim text, without an automatic number; soft line breaks are newlines."""
    label: str = ""
    """Automatic number as Word would show it, for example （一）; empty where the number is typed."""
    centred: bool = False
    """Whether the paragraph is centred on the page."""
    location: Location = Location()
    """Where it stands."""


class CellOrigin(StrEnum):
    """How a cell came by its text: its own, covered by a merge, or blank and filled down from the row above."""

    OWN = "own"
    VMERGE = "vmerge"
    HMERGE = "hmerge"
    FILLED = "filled"


class Cell(Record):
    """One cell of a table grid; a cell covered by a merge repeats the text of the merged cell."""

    text: str = ""
    """Verbatim text; paragraphs and line breaks are newlines."""
    origin: CellOrigin = CellOrigin.OWN
    """Own text, or covered by a vertical or horizontal merge."""
    location: Location = Location()
    """Where it stands."""


class Table(Record):
    """One table as a full grid: every row has the same number of cells."""

    kind: Literal["table"] = "table"
    rows: tuple[tuple[Cell, ...], ...]
    """Rows of cells, header rows included."""
    location: Location = Location()
    """Where it starts."""


Block = Paragraph | Table


class SkipKind(StrEnum):
    """Why a part of a document is in no record."""

    UNREAD = "unread"
    UNCLEAR = "unclear"
    UNPLACED = "unplaced"
    NO_TASK = "no_task"


class Skipped(Record):
    """A part of a document that was not understood, kept so that nothing is lost silently."""

    location: Location
    """Where it stands."""
    reason: str
    """Why it was set aside, for a person to read."""
    kind: SkipKind = SkipKind.UNPLACED
    """Never read (the analysis is incomplete), read with doubts, without a place in the record, or no task."""
    text: str = ""
    """Its verbatim text."""


class Furniture(Record):
    """Text around the tasks: page numbers, running headers, navigation, the notice that carries a plan."""

    role: Literal[
        "header",
        "footer",
        "page_number",
        "navigation",
        "hidden",
        "deleted",
        "comment",
        "contents",
        "note",
        "masthead",
        "notice",
        "heading",
    ]
    """What it was taken for; masthead: a line of the head beside its fields; heading: one of the introduction."""
    text: str
    """Its verbatim text."""
    location: Location = Location()
    """Where it stands."""


class Document(Record):
    """A file turned into blocks, before any interpretation."""

    file: str
    """The path as it was given."""
    sha256: str
    """Hash of the bytes, in hex."""
    format: Format
    """The kind of the file."""
    blocks: tuple[Block, ...]
    """Paragraphs and tables in reading order."""
    metadata: dict[str, str] = Field(default_factory=dict)
    """Metadata that the carrier states: the 索引号 table and meta tags of a web page, by their printed names."""
    furniture: tuple[Furniture, ...] = ()
    """Text around the body, kept apart."""
    skipped: tuple[Skipped, ...] = ()
    """What the reader could not read, for example a page without text."""
