"""What became of each parent clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.align.commitments import Part
from planalign.align.coverage_model import CoverageModel, Scale, coverage_model
from planalign.model.comparison import ClauseCoverage, Commitment, Evidence, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.features import ClauseEvidence, Judged
    from planalign.align.pair import Pair
    from planalign.config import AlignSettings

DIGITS = 4
"""Decimals of every score in a record."""
SHARED_WORDS = 8
"""Most shared words that are kept as evidence."""

_LEGISLATION = re.compile(r"立法|法规制度立改废|《[^》]*(?:条例|办法|规定|规范|标准)》|地方性法规|地方(?:性)?标准|地标|政府规章")
_MAKING = re.compile(r"立改废|立法|修订|制定|制订|起草|出台|编制|发布")
UPPER_LEVEL_ONLY = "立法和地方标准由上级制定 / legislation and local standards are made by the upper level"


def cover(pair: Pair, clauses: Sequence[ClauseEvidence], settings: AlignSettings) -> tuple[ClauseCoverage, ...]:
    """Return the verdict on every parent clause, in order; `clauses` is `evidence(pair)`."""
    model = coverage_model()
    scales = model.scales(clauses)
    return tuple(_verdict(pair, number, clause, model, scales, settings) for number, clause in enumerate(clauses))


def _verdict(  # noqa: PLR0913 - one verdict needs all of it
    pair: Pair,
    number: int,
    clause: ClauseEvidence,
    model: CoverageModel,
    scales: Sequence[Scale],
    settings: AlignSettings,
) -> ClauseCoverage:
    carried = [model.carried(judged, scales) for judged in clause.judged]
    chances = model.statuses(clause.judged, carried)
    first, second, _ = sorted(chances.values(), reverse=True)
    status = _consistent(max(chances, key=lambda key: chances[key]), clause.judged, carried, settings)
    reason = _inapplicable(clause) if status is Status.DROPPED else ""
    text = pair.parent.clauses[number]
    commitments = tuple(_commitment(pair, entry, p, settings) for entry, p in zip(clause.judged, carried, strict=True))
    found = _evidence(pair, number, clause)
    return ClauseCoverage(
        parent_clause=text.id,
        parent_task=pair.parent.tasks[pair.parent.owners[number]].id,
        status=Status.NOT_APPLICABLE if reason else status,
        score=_share(clause.judged, carried, model),
        undecided=not reason and first - second < settings.undecided_margin,
        child_clauses=() if status is Status.DROPPED else _carriers(found, settings),
        missing=() if reason else _missing(status, clause.judged, carried, settings),
        commitments=commitments,
        reason=reason,
        evidence=found,
    )


def _consistent(
    status: Status, judged: Sequence[Judged], carried: Sequence[float], settings: AlignSettings
) -> Status:
    """Covered only if no action and no member of a list is missing, dropped only if no action is carried."""
    actions = _found(Part.ACTION, judged, carried, settings)
    items = _found(Part.ITEM, judged, carried, settings)
    shortened = not all(items) and sum(items) >= settings.list_share * len(items)
    if status is Status.COVERED and (shortened or not all(actions)):
        return Status.PARTIAL
    return Status.PARTIAL if status is Status.DROPPED and any(actions) else status


def _found(part: Part, judged: Sequence[Judged], carried: Sequence[float], settings: AlignSettings) -> list[bool]:
    pairs = zip(judged, carried, strict=True)
    return [chance >= settings.carried for entry, chance in pairs if entry.commitment.part is part]


def _commitment(pair: Pair, entry: Judged, carried: float, settings: AlignSettings) -> Commitment:
    is_carried = carried >= settings.carried
    return Commitment(
        text=entry.commitment.text,
        start=entry.commitment.start,
        end=entry.commitment.end,
        score=round(carried, DIGITS),
        carried=is_carried,
        child_clause=pair.child.clauses[entry.best].id if is_carried else None,
    )


def _evidence(pair: Pair, number: int, clause: ClauseEvidence) -> tuple[Evidence, ...]:
    """The child clauses that come nearest, best first, with what they share."""
    parent = pair.parent
    return tuple(
        Evidence(
            parent_clause=parent.clauses[number].id,
            child_clause=pair.child.clauses[child].id,
            score=round(min(1.0, pair.clause_recall[number][child]), DIGITS),
            words=_shared(pair, number, child),
        )
        for child in clause.order
        if pair.clause_recall[number][child] > 0
    )


def _shared(pair: Pair, number: int, child: int) -> tuple[str, ...]:
    common = set(pair.parent.terms[number].word) & set(pair.child.terms[child].word)
    words = sorted((word for word in common if len(word) > 1), key=lambda word: (-pair.weights.of(1, word), word))
    return tuple(words[:SHARED_WORDS])


def _carriers(found: Sequence[Evidence], settings: AlignSettings) -> tuple[str, ...]:
    """The nearest clause, and the others that hold a fair share of what it holds."""
    if not found:
        return ()
    least = settings.carrier_share * found[0].score
    return (found[0].child_clause, *(entry.child_clause for entry in found[1:] if entry.score >= least))


def _missing(
    status: Status, judged: Sequence[Judged], carried: Sequence[float], settings: AlignSettings
) -> tuple[str, ...]:
    """The commitments that were not found: all of a dropped clause, at least one of a partly carried one."""
    if status is Status.COVERED:
        return ()
    chances = [
        (entry.commitment.text, chance, entry.commitment.part) for entry, chance in zip(judged, carried, strict=True)
    ]
    actions = [(text, chance) for text, chance, part in chances if part is Part.ACTION]
    if status is Status.DROPPED:
        return tuple(text for text, _ in actions)
    lost = tuple(text for text, chance in actions if chance < settings.carried)
    items = tuple(text for text, chance, part in chances if part is Part.ITEM and chance < settings.carried)
    return lost or items or (min(actions, key=lambda action: action[1])[0],)


def _share(judged: Sequence[Judged], carried: Sequence[float], model: CoverageModel) -> float:
    """Weighted share of the clause that is carried."""
    weights = [model.part_weights[entry.commitment.part] for entry in judged]
    total = sum(weight * chance for weight, chance in zip(weights, carried, strict=True))
    return round(total / sum(weights), DIGITS)


def _inapplicable(clause: ClauseEvidence) -> str:
    """Why a clause that the child does not carry need not be carried; empty where it should have been."""
    actions = [entry.commitment.text for entry in clause.judged if entry.commitment.part is Part.ACTION]
    if all(_LEGISLATION.search(text) and _MAKING.search(text) for text in actions):
        return UPPER_LEVEL_ONLY
    return ""
