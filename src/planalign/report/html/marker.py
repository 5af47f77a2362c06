"""Marks the words in which the two clauses of a finding differ; a number with its unit is one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.table_findings import end_lines, finding_row
from planalign.report.table_row import Part
from planalign.report.word_diff import clause_quote, contrast

if TYPE_CHECKING:
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.index import PlanIndex
    from planalign.model.plan import Clause
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_row import Line
    from planalign.report.word_diff import Piece

    Lines = tuple[Line, ...]


class Marker:
    """Finds the clauses of findings again, whose facts tell what counts as one word."""

    def __init__(self, digest: Digest, lang: Lang) -> None:
        """Set up the lookups."""
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
                return self._lines(finding.parent, found.upper), self._lines(finding.child, found.lower[0])
        row = finding_row(finding, self._lang)
        return row.upper, row.lower

    def _lines(self, end: FindingEnd, pieces: tuple[Piece, ...]) -> Lines:
        told = end_lines(end, self._lang)
        return tuple(each._replace(pieces=pieces) if each.part is Part.QUOTE else each for each in told)


def _clauses(side: PlanIndex) -> dict[str, Clause]:
    return {clause.id: clause for clause in side.plan.preamble} | side.clauses
