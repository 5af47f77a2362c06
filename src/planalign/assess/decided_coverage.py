"""Coverage after decisions: the status that a person gave holds as long as both texts are as they were seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.assess.placed import status_said
from planalign.model.comparison import Status
from planalign.model.review import Change, Facet, Side, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from planalign.assess.placed import Placed
    from planalign.model.comparison import ClauseCoverage, Commitment

_CARRIED = frozenset({Status.COVERED, Status.PARTIAL})


class DecidedCoverage:
    """What people said of the parent clauses of one comparison."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        """Collect the decisions; a later one outweighs an earlier one."""
        self.clauses: dict[str, Placed] = {each.parent: each for each in placed if each.parent is not None}

    def after(self, entry: ClauseCoverage, left: ClauseCoverage) -> ClauseCoverage:
        """Return a verdict with the decision on it; one that no longer holds stands beside what is left.

        `left`: the verdict without the tasks whose link was rejected; who says what carries a clause outweighs that.
        """
        placed = self.clauses.get(entry.parent_clause)
        if placed is None:
            return left
        placed = placed.doubted(_news(placed, left))
        if not placed.holds:
            return left.model_copy(update={"review": placed.review(left.status.value)})
        decided = {**_decided(placed, entry), "review": placed.review(entry.status.value)}
        return entry.model_copy(update=decided)


def without(entry: ClauseCoverage, clauses: Collection[str]) -> ClauseCoverage:
    """Return a verdict without child clauses that carry nothing, as a person rejected the link of their task.

    What else might carry their share is not looked for, so that the verdict is undecided.
    """
    if entry.status not in _CARRIED or not any(clause in clauses for clause in entry.child_clauses):
        return entry
    left = tuple(clause for clause in entry.child_clauses if clause not in clauses)
    lost = _listed([part for part in entry.commitments if part.carried and part.child_clause in clauses])
    status = Status.DROPPED if not left else Status.PARTIAL if lost else entry.status
    return entry.model_copy(
        update={
            "status": status,
            "child_clauses": left,
            "commitments": tuple(_lost(part) if part.child_clause in clauses else part for part in entry.commitments),
            "missing": (*(text for text in entry.missing if not any(text in whole for whole in lost)), *lost),
            "evidence": tuple(piece for piece in entry.evidence if piece.child_clause not in clauses),
            "chances": {},
            "undecided": True,
        }
    )


def _lost(part: Commitment) -> Commitment:
    return part.model_copy(update={"carried": False, "child_clause": None})


def _news(placed: Placed, entry: ClauseCoverage) -> tuple[Change, ...]:
    """Return what is new in the child: another verdict of the program, on words that the person did not see."""
    if placed.same_documents or placed.decision.verdict is Verdict.OUT_OF_SCOPE or not entry.child_clauses:
        return ()
    if not placed.is_gap and entry.status in {placed.item.proposed.status, _status(placed)}:
        return ()
    seen = {*placed.children, *placed.new_children}
    unseen = any(clause not in seen for clause in entry.child_clauses)
    return (*placed.nearby, *((Change(side=Side.CHILD, facet=Facet.TEXT),) if unseen else ()))


def _decided(placed: Placed, entry: ClauseCoverage) -> dict[str, Any]:
    """Return what a verdict becomes by a decision."""
    status = _status(placed) or entry.status
    carriers = placed.new_children or (entry.child_clauses or placed.children if status in _CARRIED else ())
    return {
        "status": status,
        "undecided": False,
        "chances": {},
        "child_clauses": carriers if status in _CARRIED else (),
        "missing": _missing(entry, status),
        "commitments": tuple(_parts(entry, status, carriers)),
        "reason": entry.reason if status is entry.status else None,
    }


def _status(placed: Placed) -> Status | None:
    return status_said(placed.decision, placed.item)


def _missing(entry: ClauseCoverage, status: Status) -> tuple[str, ...]:
    if status in {Status.COVERED, Status.NOT_APPLICABLE}:
        return ()
    if status is entry.status:
        return entry.missing
    lost = _listed([part for part in entry.commitments if status is Status.DROPPED or not part.carried])
    return tuple(lost) or entry.missing


def _listed(lost: Sequence[Commitment]) -> list[str]:
    """Return the words of lost parts; those of a part inside another one are not said twice."""
    return [
        part.text
        for number, part in enumerate(lost)
        if not any(whole.start <= part.start and part.end <= whole.end for whole in lost[:number])
    ]


def _parts(entry: ClauseCoverage, status: Status, carriers: Sequence[str]) -> list[Commitment]:
    """Return the commitments, all or none of them carried where the status says so."""
    if status is entry.status or status is Status.PARTIAL:
        return list(entry.commitments)
    if status is not Status.COVERED:
        return [_lost(part) for part in entry.commitments]
    first = carriers[0] if carriers else None
    return [
        part.model_copy(update={"carried": True, "child_clause": part.child_clause or first})
        for part in entry.commitments
    ]
