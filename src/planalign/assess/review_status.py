"""How far people have got with the review of a comparison, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.again import Again
from planalign.assess.placed import place
from planalign.assess.review_items import Items
from planalign.assess.reviewed import required
from planalign.config import Settings
from planalign.model.decision import ItemKind
from planalign.model.review import ReviewState, ReviewSummary, holds
from planalign.model.review_status import DoubtfulItem, ReportStatus, UnplacedDecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision, Item
    from planalign.model.review import Review


def report_status(comparison: Comparison, decisions: Sequence[Decision]) -> ReportStatus:
    """Return the status of a comparison that was made under these decisions."""
    items = Items(comparison)
    known, reviews = {item.id: item for item in items.all()}, items.reviews
    doubtful = {name: review for name, review in reviews.items() if review.state is ReviewState.SUSPECT}
    demand = Settings.model_validate(comparison.provenance.settings).policy.require_review
    unplaced = place(decisions, Again(items.upper), Again(items.lower)).unplaced
    return ReportStatus(
        parent=comparison.parent.source.file,
        child=comparison.child.source.file,
        counts={kind: _counts([item for item in known.values() if item.kind is kind], reviews) for kind in ItemKind},
        summary=comparison.summary.review or _nothing(len(known)),
        unreviewed=tuple(found.id for found in required(comparison.findings, demand) if not holds(found.review)),
        doubtful=tuple(_doubtful(name, known.get(name), review) for name, review in doubtful.items()),
        unplaced=tuple(_unplaced(decision) for decision in unplaced),
    )


def _counts(items: Sequence[Item], reviews: dict[str, Review]) -> dict[ReviewState, int]:
    states = [reviews[item.id].state if item.id in reviews else ReviewState.PROPOSED for item in items]
    return {state: states.count(state) for state in ReviewState}


def _nothing(items: int) -> ReviewSummary:
    return ReviewSummary(
        confirmed=0, suspect=0, proposed=items, required=0, unreviewed=0, unplaced=0, elsewhere=0
    )  # fmt: skip


def _doubtful(name: str, item: Item | None, review: Review) -> DoubtfulItem:
    return DoubtfulItem(id=name, quote=_quote(item), by=review.by, at=review.at, changed=review.changed)


def _unplaced(decision: Decision) -> UnplacedDecision:
    return UnplacedDecision(
        id=decision.id, verdict=decision.verdict, quote=_quote(decision.item), by=decision.by, at=decision.at
    )


def _quote(item: Item | None) -> str:
    """Return the words in the parent, else in the child; of a task its heading."""
    if item is None:
        return ""
    end = item.parent or next(iter(item.children), None)
    if end is None:
        return ""
    return end.heading or end.text if item.kind is ItemKind.LINK else end.text
