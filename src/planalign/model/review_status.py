"""How far people have got with the review of some reports."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from planalign.model.decision import ItemKind
from planalign.model.record import Record
from planalign.model.review import Change, ReviewState, ReviewSummary, Verdict


class DoubtfulItem(Record):
    """An item whose decision is in doubt."""

    id: str
    """Its id in the comparison."""
    quote: str
    """The words in the parent, else in the child."""
    by: str
    """Who decided."""
    at: AwareDatetime
    """When."""
    changed: tuple[Change, ...]
    """What changed since."""


class UnplacedDecision(Record):
    """A decision whose words stand in the documents no more."""

    id: str
    """Its id in the store."""
    verdict: Verdict
    """What was said."""
    quote: str
    """Of which words."""
    by: str
    """By whom."""
    at: AwareDatetime
    """When."""


class ReportStatus(Record):
    """How far people have got with one pair of documents."""

    parent: str
    """File of the upper-level plan."""
    child: str
    """File of the lower-level plan."""
    counts: dict[ItemKind, dict[ReviewState, int]]
    """Items by kind and state."""
    summary: ReviewSummary
    """The same taken together, with what the policy demands."""
    unreviewed: tuple[str, ...]
    """Ids of the findings that the policy wants reviewed, and that are not."""
    doubtful: tuple[DoubtfulItem, ...]
    """Items whose decision is in doubt."""
    unplaced: tuple[UnplacedDecision, ...]
    """Decisions whose words stand in the documents no more."""


class ReviewStatus(Record):
    """What `planalign review status` prints."""

    schema_name: Literal["planalign/review-status/1"] = Field("planalign/review-status/1", alias="schema")
    """Name and version of this record."""
    store: str
    """The file of decisions; empty where there is none."""
    broken: tuple[int, ...]
    """Numbers of its lines that cannot be read."""
    reports: tuple[ReportStatus, ...]
    """One for each pair of documents."""
