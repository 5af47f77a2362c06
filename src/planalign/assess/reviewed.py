"""How far people have looked at a result: PA501, PA502 and the counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.case import Case
from planalign.assess.drifts import fact_end
from planalign.assess.ends import clause_end, task_end, text_end
from planalign.assess.finding import finding
from planalign.assess.findings import in_order
from planalign.assess.review_rules import PA501, PA502, changed_facets
from planalign.assess.rule import ABOUT_THE_LEDGER, Hit
from planalign.assess.subjects import finding_id
from planalign.model.block import Location
from planalign.model.comparison import Severity
from planalign.model.policy import RequireReview
from planalign.model.review import ReviewState, ReviewSummary, holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.assess.case import PlanCase
    from planalign.assess.decided_findings import Heard
    from planalign.assess.placed import Placing
    from planalign.assess.waived import Settled
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.review import Change, Review
    from planalign.model.wording import Lang

_DEMANDED = {
    RequireReview.NONE: frozenset[Severity](),
    RequireReview.ERROR_ONLY: frozenset({Severity.ERROR}),
    RequireReview.ALL: frozenset(Severity),
}


class Suspect(NamedTuple):
    """An item whose decision is in doubt, with its ends."""

    group: str
    """Items of one group (those of a task) that changed alike are told once."""
    key: str
    review: Review
    parent: FindingEnd | None
    child: FindingEnd | None


def reviewed(case: Case | PlanCase, settled: Settled, heard: Heard, placing: Placing) -> Settled:
    """Return the findings with those about the review itself, and the counts of it."""
    demanded = required(settled.open, case.settings.policy.require_review)
    unreviewed = sum(not holds(each.review) for each in demanded)
    suspects = list(_suspects(case, heard, settled.open))
    told = list(_told(case, len(demanded), unreviewed, suspects))
    states = [review.state for review in heard.reviews.values()]
    summary = ReviewSummary(
        confirmed=states.count(ReviewState.CONFIRMED),
        suspect=states.count(ReviewState.SUSPECT),
        proposed=max(0, heard.items - len(states)),
        required=len(demanded),
        unreviewed=unreviewed,
        unplaced=len(placing.unplaced),
        elsewhere=len(placing.elsewhere),
    )
    opened = in_order([*settled.open, *told], *case.sides)
    return settled._replace(open=opened, dismissed=heard.dismissed, review=summary)


def required(findings: Sequence[Finding], demand: RequireReview) -> list[Finding]:
    """Return the findings that a policy wants a person to have looked at."""
    weights = _DEMANDED[demand]
    return [found for found in findings if found.severity in weights and not found.code.startswith(ABOUT_THE_LEDGER)]


def _told(case: Case | PlanCase, demanded: int, unreviewed: int, suspects: list[Suspect]) -> Iterator[Finding]:
    settings = case.settings
    if unreviewed and settings.in_force(PA501.code):
        plan = case.sides[1].plan
        end = text_end(plan, plan.masthead.title or plan.masthead.notice_title or "", Location())
        yield finding(PA501, Hit("plan", child=end, values={"required": demanded, "unreviewed": unreviewed}), settings)
    groups: dict[tuple[str, tuple[Change, ...]], list[Suspect]] = defaultdict(list)
    for suspect in suspects if settings.in_force(PA502.code) else ():
        groups[suspect.group, suspect.review.changed].append(suspect)
    for group in groups.values():
        yield finding(PA502, _hit(group, settings.lang), settings)


def _hit(group: list[Suspect], lang: Lang) -> Hit:
    suspect = group[0]
    review, end = suspect.review, suspect.parent or suspect.child
    values: dict[str, object] = {
        "by": review.by,
        "day": str(review.at.date()),
        "title": end.title or end.text if end else "",
        "changed": changed_facets(review, lang),
        "count": len(group),
    }
    return Hit(suspect.key, suspect.parent, suspect.child, values, tuple(each.review.decision for each in group))


def _suspects(case: Case | PlanCase, heard: Heard, findings: tuple[Finding, ...]) -> Iterator[Suspect]:
    """Yield what is in doubt of links, clauses and targets that count, and of the findings that speak of none."""
    if isinstance(case, Case):
        yield from (each for each in _of_alignment(case) if each.review.state is ReviewState.SUSPECT)
    for found in findings:
        own = heard.reviews.get(finding_id(found))
        if own and own.state is ReviewState.SUSPECT:
            yield Suspect(found.id, found.id, own, found.parent, found.child)


def _of_alignment(case: Case) -> Iterator[Suspect]:
    for link in case.links:
        if link.review:
            parent = task_end(case.parent, case.parent.tasks[link.parent_task])
            yield Suspect(
                link.parent_task, link.id, link.review, parent, task_end(case.child, case.child.tasks[link.child_task])
            )
    for local in case.alignment.local:
        yield Suspect(
            f"local-{local.child_task}",
            local.child_task,
            local.review,
            None,
            task_end(case.child, case.child.tasks[local.child_task]),
        )
    for entry in case.coverage.values():
        if entry.review:
            child = clause_end(case.child, entry.child_clauses[0]) if entry.child_clauses else None
            yield Suspect(
                entry.parent_task,
                entry.parent_clause,
                entry.review,
                clause_end(case.parent, entry.parent_clause),
                child,
            )
    for number, drift in enumerate(case.alignment.drift, start=1):
        if drift.review:
            ends = fact_end(case.parent, drift.parent_clause), fact_end(case.child, drift.child_clause)
            owner = case.parent.task_of.get(drift.parent_clause or "")
            place = drift.parent_clause or drift.child_clause
            yield Suspect(owner.id if owner else f"{place}", f"target-{place}.{number}", drift.review, *ends)
