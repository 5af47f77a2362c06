"""What a person said of one item of a comparison, as the comparison shows it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime

from planalign.model.record import Record


class Facet(StrEnum):
    """What a fingerprint is about; each facet of a thing can change on its own."""

    TEXT = "text"
    TARGET = "target"
    DEADLINE = "deadline"
    UNIT = "unit"
    FINDING = "finding"


class Verdict(StrEnum):
    """A person's word on an item."""

    ACCEPT = "accept"
    REJECT = "reject"
    ADJUST = "adjust"
    NO_COUNTERPART = "no_counterpart"
    OUT_OF_SCOPE = "out_of_scope"
    WITHDRAW = "withdraw"


class ReviewState(StrEnum):
    """Whether what a person said still holds; an item without a decision is proposed."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    SUSPECT = "suspect"


class Side(StrEnum):
    """One of the two documents."""

    PARENT = "parent"
    CHILD = "child"


class Change(Record):
    """What is no longer as the person saw it."""

    side: Side
    """In which document."""
    facet: Facet
    """Text, target, deadline, unit; finding where the rule now says something else of it."""


class Review(Record):
    """The decision that concerns an item, and whether it still holds."""

    state: ReviewState
    """Confirmed: what the person saw is unchanged, and the decision is in effect. Suspect: it changed since."""
    decision: str
    """Id of the decision."""
    verdict: Verdict
    """What the person said."""
    by: str
    """Who."""
    at: AwareDatetime
    """When."""
    reason: str = ""
    """Why."""
    proposed: str = ""
    """What the program says of the item by itself: a status, a relation, a drift; empty where it would not be there."""
    changed: tuple[Change, ...] = ()
    """What changed since, where the decision is suspect."""


def holds(review: Review | None) -> bool:
    """Whether a person decided, and nothing has changed since."""
    return review is not None and review.state is ReviewState.CONFIRMED


def ruled_out(review: Review | None) -> bool:
    """Whether a decision that holds says that there is nothing to look at."""
    return review is not None and holds(review) and review.verdict in {Verdict.REJECT, Verdict.OUT_OF_SCOPE}


class ReviewSummary(Record):
    """How far people have looked at a comparison."""

    confirmed: int
    """Items (links, clauses, targets, findings) whose decision holds."""
    suspect: int
    """Items whose decision is in doubt, because a facet changed since."""
    proposed: int
    """Items without a decision."""
    required: int
    """Findings that the policy wants a person to have looked at."""
    unreviewed: int
    """Of those, the ones without a decision that holds."""
    unplaced: int
    """Decisions about these documents whose words stand in them no more."""
    elsewhere: int
    """Decisions about other documents."""
