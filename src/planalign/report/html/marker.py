"""Marks the words in which the two clauses of a finding differ; a number with its unit is one word.

A finding quotes one clause of the child. Words of the parent that another carrier of its clause holds are not lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.carriers import carried
from planalign.report.table_findings import end_lines, finding_row
from planalign.report.table_row import Part
from planalign.report.word_diff import clause_quote, contrast
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.index import PlanIndex
    from planalign.model.plan import Clause
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_row import Line
    from planalign.report.word_diff import Contrast, Piece, Quote, Span

    Lines = tuple[Line, ...]

_FIGURES = compiled(r"\d+")


class Marker:
    """Finds the clauses of findings again, whose facts tell what counts as one word."""

    def __init__(self, digest: Digest, lang: Lang) -> None:
        """Set up the lookups."""
        self._digest = digest
        self._upper = _clauses(digest.parent)
        self._lower = _clauses(digest.child)
        self._places = digest.places
        self._lang = lang

    def sides(self, finding: Finding) -> tuple[Lines, Lines]:
        """Return both quotes with their places."""
        if finding.parent and finding.child:
            one, other = self._upper.get(finding.parent.id), self._lower.get(finding.child.id)
            if one and other:
                quotes = [clause_quote(each, self._places) for each in (one, other)]
                found = contrast(quotes[0], quotes[1:])
                upper = self._kept_elsewhere(finding.parent.id, quotes, found) if found.alike else found.upper
                return self._lines(finding.parent, upper), self._lines(finding.child, found.lower[0])
        row = finding_row(finding, self._lang)
        return row.upper, row.lower

    def _kept_elsewhere(self, name: str, quotes: Sequence[Quote], found: Contrast) -> tuple[Piece, ...]:
        """Return the words of the parent, marked where no carrier has them.

        Its numbers are held against the quoted clause alone: the same one elsewhere may be of another matter.
        """
        entry = self._digest.coverage.get(name)
        if entry is None:
            return found.upper
        by = carried(self._digest, entry)
        others = [clause_quote(self._lower[each], self._places) for each in by.clauses]
        return contrast(quotes[0], [*quotes[1:], *others], _changed_numbers(found.upper), by.held).upper

    def _lines(self, end: FindingEnd, pieces: tuple[Piece, ...]) -> Lines:
        told = end_lines(end, self._lang)
        return tuple(each._replace(pieces=pieces) if each.part is Part.QUOTE else each for each in told)


def _clauses(side: PlanIndex) -> dict[str, Clause]:
    return {clause.id: clause for clause in side.plan.preamble} | side.clauses


def _changed_numbers(pieces: Iterable[Piece]) -> Iterator[Span]:
    """Yield where the numbers of changed pieces stand in the passage."""
    start = 0
    for piece in pieces:
        if piece.changed:
            yield from ((start + each.start(), start + each.end()) for each in _FIGURES.finditer(piece.text))
        start += len(piece.text)
