"""Which child clauses carry a parent clause, and which of its parts they hold word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.report.word_diff import Quote, clause_quote, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import ClauseCoverage, Commitment
    from planalign.report.digest import Digest
    from planalign.report.word_diff import Span


class Carried(NamedTuple):
    """What carries one parent clause."""

    clauses: tuple[str, ...]
    """Ids of the child clauses: those that carry the clause, best first, then those that hold one part of it."""
    held: tuple[Span, ...] = ()
    """Parts of the parent clause whose words all stand in the clause that carries them."""


def carried(digest: Digest, entry: ClauseCoverage) -> Carried:
    """Return what carries a clause; where a person decided, that alone."""
    if entry.review:
        return Carried(entry.child_clauses)
    parts = [part for part in _parts(entry) if _holds(digest, part)]
    others = [part.child_clause for part in parts if part.child_clause]
    return Carried(
        clauses=tuple(dict.fromkeys([*entry.child_clauses, *others])),
        held=tuple((part.start, part.end) for part in parts),
    )


def _parts(entry: ClauseCoverage) -> Iterator[Commitment]:
    """Yield the parts that stand alone: a single item of a list may be a word of any matter."""
    spans = {(part.start, part.end) for part in entry.commitments}
    for part in entry.commitments:
        own = part.start, part.end
        if not any(start <= own[0] and own[1] <= end for start, end in spans - {own}):
            yield part


def _holds(digest: Digest, part: Commitment) -> bool:
    """Whether all words of a part stand in the clause that carries it."""
    if not (part.carried and part.child_clause):
        return False
    quote = clause_quote(digest.child.clauses[part.child_clause], digest.places)
    found = contrast(Quote(part.text, places=digest.places), [quote])
    return found.alike and not any(piece.changed for piece in found.upper)
