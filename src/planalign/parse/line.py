"""A line: the text of one paragraph, or of several joined ones, that remembers where each part stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.block import Location, Paragraph

_RESIDUE = compiled(
    r"\[bookmark:[^\]\n]*\]|\{?\bHYPERLINK\b[^\n]*?\"[^\"]*\"(?: \\[a-z](?: \"[^\"]*\")?)*\}?"
    r"|\bPAGEREF _Toc\d+(?: \\h)?",
)


# Letter-spaced text, as scanners and old typesetters leave it: 安 河 区 人 民 政 府.
_SPACED = compiled(r"(?:[^\W\dA-Za-z_][ \u00a0\u3000]){4}", signs=" \u00a0\u3000")
_GAP = compiled(r"(?<=[^\x00-\x20]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=[^\x00-\x20])")
_SPACED_SHARE = 0.7
# Bold by overprinting: every glyph stands twice, 建建设设管管网网. A rule of dashes or dots is none.
_DOUBLED = compiled(r"(?:(\S)\1){4,}")
_LEAST_DIFFERENT = 3
_LONGEST_SPACED = 2_000


class Piece(NamedTuple):
    """A run of a line's text that stands in one paragraph without a break."""

    at: int
    """First character in the line."""
    location: Location
    """The paragraph."""
    offset: int
    """First character in the paragraph."""
    size: int
    """Number of characters."""


class Line(NamedTuple):
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
        piece = last = self.pieces[0]
        if len(self.pieces) > 1:
            piece = next((piece for piece in reversed(self.pieces) if piece.at <= start), piece)
            inside = (other for other in reversed(self.pieces) if other.at < end and other.location == piece.location)
            last = next(inside, piece)
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
    start, label = 0, paragraph.label
    for raw in paragraph.text.split("\n"):
        line = _clean(raw, start, paragraph)
        if line.text:
            yield line._replace(label=label, gap=gap, tab=raw.startswith("\t"))
            gap, label = 0, ""
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
    spans = [match.span() for match in _RESIDUE.finditer(raw)] if _has_residue(raw) else []
    spans = spans or list(_second_glyphs(raw))
    if not spans and len(raw) <= _LONGEST_SPACED and _SPACED.search(raw):
        gaps = [match.span() for match in _GAP.finditer(raw)]
        spans = gaps if len(gaps) >= _SPACED_SHARE * (len(raw.replace(" ", "")) - 1) else []
    return spans


def _second_glyphs(raw: str) -> Iterator[tuple[int, int]]:
    """Return the second one of every glyph that was printed twice."""
    for match in _DOUBLED.finditer(raw):
        if len(set(match[0])) >= _LEAST_DIFFERENT:
            yield from ((place, place + 1) for place in range(match.start() + 1, match.end(), 2))


def strip_residue(text: str) -> str:
    """Return text without the residue of fields and bookmarks."""
    return _RESIDUE.sub("", text) if _has_residue(text) else text


def _has_residue(text: str) -> bool:
    return "[bookmark:" in text or "HYPERLINK" in text or "PAGEREF" in text


def text_of(lines: Iterable[Line]) -> str:
    """Return the texts of lines, one a line."""
    return "\n".join(line.label + line.text for line in lines)
