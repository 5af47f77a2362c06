"""Plain lists that the child shortens: 清查气瓶、灶具、软管、阀门 becomes 清查气瓶、灶具、软管."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planalign.align.commitments import Part, commitments
from planalign.align.terms import pairs
from planalign.model.comparison import Drift, DriftKind
from planalign.model.facts import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.align.pair import Pair
    from planalign.model.comparison import ClauseCoverage

KEPT = 0.6
"""A list is the child's too if this share of its members stands in one clause; with fewer it is another list."""
LEAST_KEPT = 2
"""So many members at least must stand there."""
CORE = 4
"""How many characters of the first and of the last member tell them apart."""
SAME_MEMBER = 0.6
"""A member stands in a clause that holds this share of its pairs of characters."""


def shortened(pair: Pair, coverage: Iterable[ClauseCoverage], known: frozenset[str | None]) -> Iterator[Drift]:
    """Return the lists of carried clauses of which the child keeps most members; `known` clauses are told already."""
    texts = dict(zip((clause.id for clause in pair.child.clauses), pair.child.neutral_texts, strict=True))
    parents = {clause.id: clause.text for clause in pair.parent.clauses}
    for entry in coverage:
        if entry.child_clauses and entry.parent_clause not in known:
            carrier = entry.child_clauses[0]
            near = [texts[piece.child_clause] for piece in entry.evidence]
            for members in _lists(parents[entry.parent_clause]):
                cores = {member: pair.parent.neutral(core) for member, core in _cores(members)}
                kept = [member for member in members if _stands(cores[member], texts[carrier])]
                elsewhere = any(
                    _stands(cores[member], text) for member in members if member not in kept for text in near
                )
                if max(LEAST_KEPT, KEPT * len(members)) <= len(kept) < len(members) and not elsewhere:
                    yield _drift(entry.parent_clause, carrier, members, kept)


def _lists(text: str) -> Iterator[list[str]]:
    """Return the members of each list of a clause."""
    for is_item, parts in groupby(commitments(text), key=lambda part: part.part is Part.ITEM):
        members = [part.text for part in parts]
        if is_item:
            yield members


def _cores(members: list[str]) -> Iterator[tuple[str, str]]:
    """Return each member with what tells it apart: the first ends a phrase, and the last begins one."""
    for place, member in enumerate(members):
        first, last = place == 0, place == len(members) - 1
        yield member, member[-CORE:] if first else member[:CORE] if last else member


def _stands(member: str, text: str) -> bool:
    grams = pairs(member)
    return member in text or (bool(grams) and sum(gram in text for gram in grams) >= SAME_MEMBER * len(grams))


def _drift(parent: str, child: str, members: list[str], kept: list[str]) -> Drift:
    return Drift(
        matter="、".join(members),
        parent_clause=parent,
        child_clause=child,
        parent_value="、".join(members),
        child_value="、".join(kept),
        drift=DriftKind.LOOSER,
        aspect=Aspect.LISTING,
    )
