"""The rows of a comparison table (对照表): four cells of lines, whatever format they are written in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planalign.report.word_diff import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable


class Part(StrEnum):
    """What a line is."""

    QUOTE = "quote"
    """Words of a document."""
    LEAD = "lead"
    """The task and the place of the words below it."""
    HEADING = "heading"
    """The heading of a task."""
    NOTE = "note"
    """What the report says."""
    ASIDE = "aside"
    """Words of a document that carry nothing and only come near."""


class Tone(StrEnum):
    """How much a difference asks for."""

    OPEN = "open"
    """Something is missing or wrong."""
    PARTLY = "partly"
    """Something should be looked at."""
    DONE = "done"
    """All is well."""
    APART = "apart"
    """Nothing to do: for information."""


class Line(NamedTuple):
    """One paragraph of a cell."""

    pieces: tuple[Piece, ...]
    part: Part
    tail: str = ""
    """Where it stands, or the id of the finding that says it: in small letters behind it."""


class Kind(NamedTuple):
    """One kind of difference."""

    text: str
    tone: Tone


class Row(NamedTuple):
    """One row: the words of the parent, those of the child, what differs, what to say about it."""

    upper: tuple[Line, ...]
    lower: tuple[Line, ...]
    kinds: tuple[Kind, ...]
    notes: tuple[Line, ...]
    heads: bool = False
    """Whether it is the heading of the rows below it."""


class Band(NamedTuple):
    """A heading across the whole table."""

    text: str


def line(text: str, part: Part, tail: str = "") -> Line:
    """Return a line without marks."""
    return Line((Piece(text, changed=False),), part, tail)


def lines(texts: Iterable[str], part: Part) -> tuple[Line, ...]:
    """Return a line for each text that is not empty."""
    return tuple(line(text, part) for text in texts if text)
