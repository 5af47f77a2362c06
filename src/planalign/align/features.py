"""What speaks for a commitment being carried: a handful of numbers, each with a plain meaning."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.commitments import Commitment, Part, commitments
from planalign.align.cut_end import cut_end
from planalign.align.cut_out import cut_out
from planalign.align.terms import Terms, terms_of, union, with_near_words
from planalign.model.comparison import Signal
from planalign.text.width import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.pair import Pair

FEATURES = tuple(Signal)
"""Names of the features, in the order of `Judged.features`.

wording: share of the commitment's weight that its best evidence clause holds; together: that all evidence clauses
hold; rare_words: share of its three most telling words in the evidence; length: logarithm of its characters; task:
likeness of the best clause's task with the parent's task; task_match: how well the parent's task is matched at all;
numbers, names: whether its numbers, quoted names and titles stand in the evidence; in_task: share of its weight that
the child task most like the parent's task holds; claim: how near the clause is to its best child clause beside the
parent clause that is nearest to it; part_claim: how much of the commitment its best evidence clause holds, beside the
part of another parent clause of which that clause holds most. For wording, together and part_claim, a child clause that
copies another parent clause counts with what it adds to that only. Wherever shares are meant, words that come near each
other are one (text/near_words.py).
"""
EVIDENCE_CLAUSES = 6
"""How many child clauses may carry a parent clause together."""
TASK_PRIOR = 1.0
"""How much a child clause gains as evidence when its task resembles the parent's task."""
CLAIM_PRIOR = 1.0
"""How much it gains when no other parent clause is nearer to it."""
COMMITMENT_PRIOR = 0.5
"""How much one of the evidence clauses gains as the best for a commitment when its task resembles the parent's task."""

HELD_ELSEWHERE = 0.7
"""What is cut out of a copied sentence may stand in another clause, where one holds this share of it."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NAME = re.compile(r"[“《]([^”》]{2,})[”》]")
_RARE_WORDS = 3


class Judged(NamedTuple):
    """One commitment with its features and the child clause that carries it best."""

    commitment: Commitment
    features: tuple[float, ...]
    best: int
    cut_out: bool = False
    """Whether it was cut out of a sentence that the child copies otherwise, and stands in no other clause."""


class Found(NamedTuple):
    """One commitment with what of it was found near its clause, before other clauses are asked."""

    judged: Judged
    shares: tuple[float, ...]
    """Share of it that each evidence clause of its clause holds."""
    place: int
    """Which of them is its best."""
    neutral: str
    """Its neutral text."""


class ClauseEvidence(NamedTuple):
    """One parent clause: the child clauses that may carry it, best first, and its judged commitments."""

    order: tuple[int, ...]
    judged: tuple[Judged, ...]


class Near(NamedTuple):
    """What stands near one parent clause: its evidence clauses, and the child task most like its task."""

    clauses: tuple[int, ...]
    kinship: tuple[float, ...]
    claims: tuple[float, ...]
    said: tuple[Terms, ...]
    """What each evidence clause says for this parent clause."""
    together: Terms
    text: str
    task_terms: Terms
    task_cosine: float


def evidence(pair: Pair) -> list[ClauseEvidence]:
    """Return the evidence for every parent clause, in order; the child must have a clause."""
    found = [_found(pair, number) for number in range(len(pair.parent.clauses))]
    most = _most_held(found)
    return [
        ClauseEvidence(order, tuple(_with_part_claim(entry, most[entry.judged.best], number) for entry in entries))
        for number, (order, entries) in enumerate(found)
    ]


def _found(pair: Pair, number: int) -> tuple[tuple[int, ...], list[Found]]:
    """Return the evidence clauses of a parent clause, best first, and what they hold of its commitments."""
    near = _near(pair, number)
    found = [_judge(pair, part, near) for part in commitments(pair.parent.clauses[number].sentence)]
    ends = _ends(pair, found, near)
    for gone in (*_cut_out(pair, found, near), *(end.judged.commitment for end in ends)):
        found = [_marked(entry, gone) for entry in found]
    starts = {entry.judged.commitment.start for entry in found}
    found += [end for end in ends if end.judged.commitment.start not in starts]
    return near.clauses, sorted(found, key=_place)


def _place(found: Found) -> tuple[int, int]:
    """Return the place of a commitment in its clause; the members of a list stand behind the whole."""
    return found.judged.commitment.start, -found.judged.commitment.end


def _ends(pair: Pair, found: Sequence[Found], near: Near) -> list[Found]:
    """Return the ends of actions that were cut off, as members of a list."""
    texts = [pair.child.neutral_texts[child] for child in near.clauses]
    actions = (each for each in found if each.judged.commitment.part is Part.ACTION and each.shares[each.place] < 1)
    ends = ((each, cut_end(each.judged.commitment, pair.parent.neutral, texts)) for each in actions)
    return [
        each._replace(judged=each.judged._replace(commitment=end, cut_out=True))
        for each, end in ends
        if end is not None
    ]


def _cut_out(pair: Pair, found: Sequence[Found], near: Near) -> list[Commitment]:
    """Return the actions that were cut out of a sentence which one of the evidence clauses copies otherwise."""
    whole = [entry for entry in found if entry.judged.commitment.part is not Part.ITEM]
    if len(whole) < 2:
        return []
    texts = [pair.child.letters[child] for child in near.clauses]
    parts = [letters(entry.neutral) for entry in whole]
    gone = (whole[place] for place in cut_out(parts, texts))
    actions = (entry for entry in gone if entry.judged.commitment.part is Part.ACTION)
    return [entry.judged.commitment for entry in actions if entry.shares[entry.place] < HELD_ELSEWHERE]


def _marked(found: Found, gone: Commitment) -> Found:
    """Mark a commitment that lies inside one that was cut out."""
    own = found.judged.commitment
    is_inside = gone.start <= own.start and own.end <= gone.end
    return found._replace(judged=found.judged._replace(cut_out=True)) if is_inside else found


def _most_held(found: Sequence[tuple[tuple[int, ...], list[Found]]]) -> dict[int, list[tuple[float, int]]]:
    """Return for each child clause the two parent clauses of which it holds a part most: the share, and the clause."""
    most: dict[int, list[tuple[float, int]]] = {}
    for number, (order, entries) in enumerate(found):
        parts = [entry.shares for entry in entries if entry.judged.commitment.part is not Part.ITEM]
        for child, shares in zip(order, zip(*parts, strict=True), strict=True):
            most[child] = sorted([*most.get(child, ()), (max(shares), number)], reverse=True)[:2]
    return most


def _with_part_claim(found: Found, most: list[tuple[float, int]], number: int) -> Judged:
    share = found.shares[found.place]
    highest = max([share, *(held for held, clause in most if clause != number)])
    return found.judged._replace(features=(*found.judged.features, share / highest if highest else 1.0))


def _near(pair: Pair, number: int) -> Near:
    owner = pair.parent.owners[number]
    kinship = pair.kinship[owner]
    claims = pair.rivals.claims(number)
    rows = zip(pair.clause_cosine[number], kinship, claims, strict=True)
    scores = [cosine * (1 + TASK_PRIOR * kin) * (1 + CLAIM_PRIOR * claim) for cosine, kin, claim in rows]
    # Sorting keeps the order of clauses that score the same.
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:EVIDENCE_CLAUSES]
    tasks = pair.task_cosine[owner]
    nearest = tasks.index(max(tasks))
    said = tuple(pair.rivals.said_for(number, child) for child in order)
    return Near(
        tuple(order),
        tuple(kinship[child] for child in order),
        tuple(claims[child] for child in order),
        said,
        union(said),
        "".join(pair.child.neutral_texts[child] for child in order),
        pair.child.near_task_terms[nearest],
        tasks[nearest],
    )


def _judge(pair: Pair, commitment: Commitment, near: Near) -> Found:
    neutral = pair.parent.neutral(commitment.text)
    terms = terms_of(neutral)
    texts = (*near.said, near.together, near.task_terms)
    *recall, together, in_task = pair.near_weights.recalls(with_near_words(terms), texts)
    ranked = [share * (1 + COMMITMENT_PRIOR * kin) for share, kin in zip(recall, near.kinship, strict=True)]
    best = ranked.index(max(ranked))
    features = (
        recall[best],
        together,
        _rare_words(pair, terms, near.text),
        math.log(1 + len(commitment.text)),
        near.kinship[best],
        near.task_cosine,
        _numbers(commitment.text, near.text),
        _names(pair, commitment.text, near.text),
        in_task,
        near.claims[best],
    )
    return Found(Judged(commitment, features, near.clauses[best]), tuple(recall), best, neutral)


def _rare_words(pair: Pair, terms: Terms, near: str) -> float:
    """Return the share of the three most telling words of the commitment that the evidence holds."""
    telling = sorted((word for word in terms.word if len(word) > 1), key=lambda word: (-pair.weights.of(1, word), word))
    rare = telling[:_RARE_WORDS]
    return sum(word in near for word in rare) / len(rare) if rare else 0.5


def _numbers(text: str, near: str) -> float:
    """Return the share of the commitment's numbers that the evidence lacks, as a negative value."""
    numbers = _NUMBER.findall(text)
    return sum(number in near for number in numbers) / len(numbers) - 1 if numbers else 0.0


def _names(pair: Pair, text: str, near: str) -> float:
    """Say whether quoted names and titles stand in the evidence: 0.5 all, −0.5 none, 0 where there are none.

    A title with the parent's own place in it is its own document, which the child need not name.
    """
    own = pair.parent.places
    names = [name for name in _NAME.findall(text) if not any(place in name for place in own)]
    return sum(pair.parent.neutral(name) in near for name in names) / len(names) - 0.5 if names else 0.0
