"""What became of each parent clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.align.commitments import Part
from planalign.align.coverage_model import CoverageModel, Scale, coverage_model
from planalign.align.exemption import exemption, law_of_another
from planalign.align.features import FEATURES
from planalign.model.comparison import ClauseCoverage, Commitment, Signal, Status
from planalign.model.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.features import ClauseEvidence, Judged
    from planalign.align.pair import Pair
    from planalign.config import AlignSettings

DIGITS = 4
"""Decimals of every score in a record."""
SHARED_WORDS = 8
"""Most shared words that are kept as evidence."""
SIGNALS = 3
"""How many features are kept for each commitment."""


class Judgement(NamedTuple):
    """One parent clause with the probability of each of its commitments and of each status."""

    clause: ClauseEvidence
    pulls: tuple[tuple[float, ...], ...]
    """What each feature of each commitment adds to its log-odds."""
    carried: tuple[float, ...]
    chances: dict[Status, float]
    share: float

    def found(self, part: Part, settings: AlignSettings) -> list[bool]:
        """Return for each commitment of one kind whether it is carried."""
        pairs = zip(self.clause.judged, self.carried, strict=True)
        return [chance >= settings.carried for entry, chance in pairs if entry.commitment.part is part]

    def lost(self, settings: AlignSettings) -> tuple[str, ...]:
        """Return the actions and wished-for results that are not carried; of a list, the members that are not."""
        lost: list[str] = []
        for entry, chance in zip(self.clause.judged, self.carried, strict=True):
            if entry.commitment.part in {Part.ACTION, Part.RESULT}:
                members = self._members(entry, settings)
                missing = [text for text, found in members if not found]
                if 0 < len(missing) < len(members) or (missing and self._has_lost_its_end(entry)):
                    lost += missing
                elif chance < settings.carried:
                    lost.append(entry.commitment.text)
        return tuple(lost)

    def has_lost_an_end(self) -> bool:
        """Say whether the end of an action was cut off that is carried otherwise."""
        return any(map(self._has_lost_its_end, self.clause.judged))

    def _has_lost_its_end(self, whole: Judged) -> bool:
        return not whole.cut_out and any(entry.cut_out for entry, _ in self._inside(whole))

    def _members(self, whole: Judged, settings: AlignSettings) -> list[tuple[str, bool]]:
        """Return the members of the list inside a part, and whether each is carried."""
        return [(entry.commitment.text, chance >= settings.carried) for entry, chance in self._inside(whole)]

    def _inside(self, whole: Judged) -> list[tuple[Judged, float]]:
        """Return the members of the list inside a part, with the probability of each."""
        span = range(whole.commitment.start, whole.commitment.end)
        pairs = zip(self.clause.judged, self.carried, strict=True)
        return [pair for pair in pairs if pair[0].commitment.part is Part.ITEM and pair[0].commitment.start in span]


def cover(
    pair: Pair, clauses: Sequence[ClauseEvidence], settings: AlignSettings, model: CoverageModel | None = None
) -> tuple[ClauseCoverage, ...]:
    """Return the verdict on every parent clause, in order; `clauses` is `evidence(pair)`.

    Another model than the one that ships is for measuring (scripts/evaluate_coverage.py).
    """
    model = model or coverage_model()
    scales = model.scales(clauses)
    judgements = [_judgement(clause, model, scales) for clause in clauses]
    return tuple(_verdict(pair, number, judgement, settings) for number, judgement in enumerate(judgements))


def _judgement(clause: ClauseEvidence, model: CoverageModel, scales: Sequence[Scale]) -> Judgement:
    pulls = tuple(model.pulls(judged, scales) for judged in clause.judged)
    carried = tuple(map(model.carried, clause.judged, pulls))
    chances = model.statuses(clause.judged, carried)
    return Judgement(clause, pulls, carried, chances, model.share(clause.judged, carried))


def _verdict(pair: Pair, number: int, judgement: Judgement, settings: AlignSettings) -> ClauseCoverage:
    status = _status(judgement, settings)
    is_dropped = status is Status.DROPPED
    reason = exemption(pair, number, judgement.clause) if is_dropped else law_of_another(pair, judgement.clause)
    first, second, _ = sorted(judgement.chances.values(), reverse=True)
    clause, found = pair.parent.clauses[number], _evidence(pair, number, judgement.clause)
    return ClauseCoverage(
        parent_clause=clause.id,
        parent_task=pair.parent.tasks[pair.parent.owners[number]].id,
        status=Status.NOT_APPLICABLE if reason else status,
        score=round(judgement.share, DIGITS),
        chances={key: round(chance, DIGITS) for key, chance in judgement.chances.items()},
        undecided=not reason and first - second < settings.undecided_margin,
        child_clauses=() if is_dropped or reason else _carriers(found, settings),
        missing=() if reason else _missing(status, judgement, settings),
        commitments=_commitments(pair, judgement, settings),
        reason=reason,
        evidence=found,
    )


def _status(judgement: Judgement, settings: AlignSettings) -> Status:
    """Return the likeliest status, held against its parts.

    Covered only if no action is missing, none has lost its end and no list is shortened, partial only if something is
    missing (be it that dropped is likelier), dropped only if no action is carried.
    """
    status = max(judgement.chances, key=lambda key: judgement.chances[key])
    actions, items = judgement.found(Part.ACTION, settings), judgement.found(Part.ITEM, settings)
    shortened = not all(items) and sum(items) >= settings.list_share * len(items)
    if status is Status.COVERED:
        return Status.PARTIAL if shortened or judgement.has_lost_an_end() or not all(actions) else status
    if status is Status.DROPPED and not any(actions):
        return status
    return Status.PARTIAL if judgement.lost(settings) else Status.COVERED


def _missing(status: Status, judgement: Judgement, settings: AlignSettings) -> tuple[str, ...]:
    """Return what was not found: all actions of a dropped clause, the lost parts of a partly carried one."""
    if status is Status.DROPPED:
        return tuple(entry.commitment.text for entry in judgement.clause.judged if entry.commitment.part is Part.ACTION)
    return judgement.lost(settings) if status is Status.PARTIAL else ()


def _commitments(pair: Pair, judgement: Judgement, settings: AlignSettings) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(
            text=entry.commitment.text,
            start=entry.commitment.start,
            end=entry.commitment.end,
            score=round(carried, DIGITS),
            carried=carried >= settings.carried,
            child_clause=pair.child.clauses[entry.best].id if carried >= settings.carried else None,
            cut_out=entry.cut_out,
            signals={} if entry.cut_out else _signals(pulls),
        )
        for entry, carried, pulls in zip(judgement.clause.judged, judgement.carried, judgement.pulls, strict=True)
    )


def _signals(pulls: Sequence[float]) -> dict[Signal, float]:
    """Return the features that decided, the weightiest first."""
    ranked = sorted(zip(FEATURES, pulls, strict=True), key=lambda item: -abs(item[1]))
    return {feature: round(pull, DIGITS) for feature, pull in ranked[:SIGNALS]}


def _evidence(pair: Pair, number: int, clause: ClauseEvidence) -> tuple[Evidence, ...]:
    """Return the child clauses that come nearest, best first, with what they share."""
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
    """Return the nearest clause, and the others that hold a fair share of what it holds."""
    if not found:
        return ()
    least = settings.carrier_share * found[0].score
    return (found[0].child_clause, *(entry.child_clause for entry in found[1:] if entry.score >= least))
