"""Findings after decisions: rejected ones are dismissed, the others say who has looked at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.again import differing
from planalign.assess.case import Case
from planalign.assess.subjects import Subjects, finding_about, finding_id, local_tasks
from planalign.assess.views import quote
from planalign.model.decision import ItemKind
from planalign.model.review import Change, Facet, ReviewState, Side, ruled_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.assess.case import PlanCase
    from planalign.assess.placed import Placed, Placing
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.decision import Seen
    from planalign.model.review import Review


class Heard(NamedTuple):
    """Findings after the decisions were applied."""

    open: tuple[Finding, ...]
    """What stays to look at."""
    dismissed: tuple[Finding, ...]
    """What a person rejected."""
    reviews: Mapping[str, Review]
    """The decisions in the comparison, by id of the item."""
    items: int
    """How many items there are to decide on."""


def hear(findings: Sequence[Finding], placing: Placing, case: Case | PlanCase) -> Heard:
    """Apply the decisions on findings, and say which findings speak of decided links, clauses and targets."""
    placed = placing.of_kind(ItemKind.FINDING)
    subjects, reviews, instead = Subjects(None, ()), {}, {}
    if isinstance(case, Case):
        # Who rejected the link of a task has seen that it is left without one.
        instead = {f"PA104-{link.child_task}": link.review for link in case.alignment.rejected_links}
        subjects = Subjects(case.parent.plan, case.alignment.drift)
        reviews = subjects.reviews(case.alignment)
    opened: list[Finding] = []
    dismissed: list[Finding] = []
    for found in findings:
        review = _review(found, subjects.of(found), placed, reviews) or instead.get(found.id)
        told = found.model_copy(update={"review": review}) if review else found
        (dismissed if subjects.speaks_of_none(found) and ruled_out(review) else opened).append(told)
    own = sum(map(subjects.speaks_of_none, findings))
    return Heard(tuple(opened), tuple(dismissed), reviews, own + _items(case))


def _items(case: Case | PlanCase) -> int:
    """Count links, child tasks without one, clauses and targets."""
    if not isinstance(case, Case):
        return 0
    found = case.alignment
    local = local_tasks(case.child.plan.tasks, found.links, found.rejected_links, found.local)
    return len(found.links) + len(found.rejected_links) + len(local) + len(found.coverage) + len(found.drift)


def _review(
    found: Finding, about: Sequence[str], placed: Sequence[Placed], reviews: dict[str, Review]
) -> Review | None:
    """Return the decision on a finding, or that on all it speaks of; a suspect one stands for the others."""
    if about == (finding_id(found),):
        own = _best(found, placed)
        if own:
            reviews[about[0]] = own
        return own
    told = [reviews.get(item) for item in about]
    known = [review for review in told if review]
    doubtful = [review for review in known if review.state is ReviewState.SUSPECT]
    if doubtful:
        return doubtful[0]
    return max(known, key=lambda review: review.at) if known and len(known) == len(told) else None


def _best(found: Finding, placed: Sequence[Placed]) -> Review | None:
    """Return the weightiest decision on a finding: one that saw the same before one that saw something else."""
    doubtful: Placed | None = None
    for each in reversed(placed):
        changes = _changes(each, found)
        if changes == ():
            return each.review(found.severity.value)
        if changes and doubtful is None:
            doubtful = each._replace(changes=changes)
    return doubtful.review(found.severity.value) if doubtful else None


def _changes(each: Placed, found: Finding) -> tuple[Change, ...] | None:
    """Return what is not as it was seen; None where the decision is about something else."""
    code = found.code
    if each.item.about.partition(" ")[0] != code:
        return None
    ends = (
        (Side.PARENT, each.item.parent, _quoted(found.parent)),
        (Side.CHILD, next(iter(each.item.children), None), _quoted(found.child)),
    )
    changed = tuple(Change(side=side, facet=facet) for side, before, now in ends for facet in differing(before, now))
    if each.item.about == finding_about(found):
        return changed
    if changed:
        return None
    return (Change(side=Side.PARENT if found.parent else Side.CHILD, facet=Facet.FINDING),)


def _quoted(end: FindingEnd | None) -> Seen | None:
    return quote(end) if end else None
