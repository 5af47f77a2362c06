"""A line: the text of one paragraph, or of several joined ones, that remembers where each part stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.block import Location, Paragraph

_RESIDUE = compiled(r"\[bookmark:[^\]\n]*\]|\{?\bHYPERLINK\b[^\n]*?\"[^\"]*\"\}?|\bPAGEREF _Toc\d+(?: \\h)?")


# Letter-spaced text, as scanners and old typesetters leave it: 安 河 区 人 民 政 府.
_SPACED = compiled(r"(?:[^\W\dA-Za-z_][ \u00a0\u3000]){4}")
_GAP = compiled(r"(?<=[^\x00-\x20]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=[^\x00-\x20])")
_SPACED_SHARE = 0.7
_LONGEST_SPACED = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line's text that stands in one paragraph without a break."""

    at: int
    """First character in the line."""
    location: Location
    """The paragraph."""
    offset: int
    """First character in the paragraph."""
    size: int
    """Number of characters."""


@dataclass(frozen=True, slots=True)
class Line:
    """Stripped text with its places."""

    text: str
    pieces: tuple[Piece, ...]
    label: str = ""
    centred: bool = False
    gap: int = 0
    """Blank lines above it; a new page counts as many."""
    tab: bool = False
    """Whether a tab stood before it."""

    def place(self, start: int = 0, end: int | None = None) -> Location:
        """Return the paragraph in which a span starts, with the part of the span that stands in it."""
        end = len(self.text) if end is None else end
        found = [piece for piece in self.pieces if piece.at <= start] or list(self.pieces[:1])
        piece = found[-1]
        inside = [other for other in self.pieces if other.location == piece.location and other.at < end]
        last = inside[-1] if inside else piece
        first = piece.offset + max(0, start - piece.at)
        final = last.offset + min(max(0, end - last.at), last.size)
        return piece.location.model_copy(update={"start": first, "end": max(first, final)})

    def part(self, start: int, end: int | None = None) -> Line:
        """Return a stretch of the line, stripped."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == 0 and end == len(self.text):
            return self
        pieces = tuple(self._cut(start, end))
        return Line(self.text[start:end], pieces, self.label, self.centred, self.gap, self.tab)

    def _cut(self, start: int, end: int) -> Iterator[Piece]:
        for piece in self.pieces:
            first, last = max(start, piece.at), min(end, piece.at + piece.size)
            if first < last:
                yield Piece(first - start, piece.location, piece.offset + first - piece.at, last - first)
        if start >= end:
            yield from self.pieces[:1]

    def join(self, other: Line) -> Line:
        """Return this line followed by another without a break."""
        size = len(self.text)
        moved = tuple(Piece(piece.at + size, piece.location, piece.offset, piece.size) for piece in other.pieces)
        return Line(self.text + other.text, self.pieces + moved, self.label, self.centred, self.gap, self.tab)


def lines_of(paragraph: Paragraph, gap: int = 0) -> Iterator[Line]:
    """Return the lines of a paragraph: cut at soft breaks, field residue removed, blank ones left out."""
    start = 0
    for raw in paragraph.text.split("\n"):
        line = _clean(raw, start, paragraph)
        if line.text:
            label = paragraph.label if start == 0 else ""
            yield replace(line, label=label, gap=gap, tab=raw.startswith("\t"))
            gap = 0
        start += len(raw) + 1


def _clean(raw: str, start: int, paragraph: Paragraph) -> Line:
    pieces, text, position = [], "", 0
    for end, after in [*_leftovers(raw), (len(raw), len(raw))]:
        if end > position:
            pieces.append(Piece(len(text), paragraph.location, start + position, end - position))
            text += raw[position:end]
        position = after
    whole = Line(text, tuple(pieces) or (Piece(0, paragraph.location, start, 0),), centred=paragraph.centred)
    return whole.part(0)


def _leftovers(raw: str) -> list[tuple[int, int]]:
    """Return the spans that are no text: residue of fields, and the gaps of a letter-spaced line."""
    spans = [match.span() for match in _RESIDUE.finditer(raw)]
    if not spans and len(raw) <= _LONGEST_SPACED and _SPACED.search(raw):
        gaps = [match.span() for match in _GAP.finditer(raw)]
        spans = gaps if len(gaps) >= _SPACED_SHARE * (len(raw.replace(" ", "")) - 1) else []
    return spans


def strip_residue(text: str) -> str:
    """Return text without the residue of fields and bookmarks."""
    return _RESIDUE.sub("", text)


def text_of(lines: Iterable[Line]) -> str:
    """Return the texts of lines, one a line."""
    return "\n".join(line.label + line.text for line in lines)
