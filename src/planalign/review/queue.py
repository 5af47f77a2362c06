"""The items of one comparison in the order in which a person should look at them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.review_items import findings_of, review_items
from planalign.model.comparison import Severity, Status
from planalign.model.decision import ItemKind
from planalign.model.index import heading
from planalign.model.review import ReviewState
from planalign.report.digest import Digest
from planalign.report.scrub import clipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.model.comparison import Comparison, Finding
    from planalign.model.decision import Item
    from planalign.model.review import Review

_WEIGHTS = {Severity.ERROR: 5.0, Severity.WARNING: 2.0, Severity.INFO: 1.0}
_NO_FINDING = 0.5
"""What an item weighs of which no rule speaks."""
_LEAST_DOUBT, _USUAL_DOUBT = 0.2, 0.5
_LONGEST_TITLE = 40
_CLOSE = 0.1
"""A link whose runner-up comes nearer than this is in doubt."""


class Scope(StrEnum):
    """Which items are listed."""

    OPEN = "open"
    """What needs a look and has no decision that holds."""
    SUSPECT = "suspect"
    """What changed since it was decided."""
    DECIDED = "decided"
    """What has a decision."""
    ALL = "all"
    """Everything, also what is covered beyond doubt."""


class Entry(NamedTuple):
    """One item of the queue."""

    item: Item
    findings: tuple[Finding, ...]
    """What the rules say of it, worst first."""
    severity: Severity | None
    """The worst of them; null where no rule speaks of it."""
    doubt: float
    """How unsure the program is of it, 0–1."""
    title: str
    """Heading of its task."""

    @property
    def urgency(self) -> float:
        """Severity times doubt."""
        return (_WEIGHTS[self.severity] if self.severity else _NO_FINDING) * max(_LEAST_DOUBT, self.doubt)

    @property
    def needs_look(self) -> bool:
        """Whether a rule speaks of it or its verdict is a close call."""
        return self.severity is not None or self.doubt >= 1.0


class Filter(NamedTuple):
    """What of the queue is wanted."""

    scope: Scope = Scope.OPEN
    kind: ItemKind | None = None
    severity: Severity | None = None
    words: str = ""
    """Words that its texts must hold."""

    def takes(self, entry: Entry, review: Review | None) -> bool:
        """Whether an entry is wanted."""
        return (
            self._in_scope(entry, review)
            and self.kind in {None, entry.item.kind}
            and self.severity in {None, entry.severity}
            and all(word in _texts(entry) for word in self.words.casefold().split())
        )

    def _in_scope(self, entry: Entry, review: Review | None) -> bool:
        state = review.state if review else ReviewState.PROPOSED
        match self.scope:
            case Scope.OPEN:
                return state is ReviewState.SUSPECT or (state is ReviewState.PROPOSED and entry.needs_look)
            case Scope.SUSPECT:
                return state is ReviewState.SUSPECT
            case Scope.DECIDED:
                return review is not None
            case Scope.ALL:
                return True


def queue(comparison: Comparison) -> list[Entry]:
    """Return all items, the most urgent first; those alike in the order of the document."""
    found, digest = findings_of(comparison), Digest(comparison)
    links = {link.id: link.score - link.runner_up for link in comparison.links}
    entries = [_entry(item, found.get(item.id, ()), digest, links) for item in review_items(comparison)]
    return sorted(entries, key=lambda entry: -entry.urgency)


def chosen(entries: Sequence[Entry], reviews: Mapping[str, Review], wanted: Filter) -> list[Entry]:
    """Return the entries that a filter takes, what is suspect first."""
    kept = [entry for entry in entries if wanted.takes(entry, reviews.get(entry.item.id))]
    return sorted(kept, key=lambda entry: not _is_suspect(reviews.get(entry.item.id)))


def _is_suspect(review: Review | None) -> bool:
    return review is not None and review.state is ReviewState.SUSPECT


def _entry(item: Item, findings: tuple[Finding, ...], digest: Digest, margins: Mapping[str, float]) -> Entry:
    severities = {finding.severity for finding in findings}
    return Entry(
        item=item,
        findings=findings,
        severity=next((severity for severity in Severity if severity in severities), None),
        doubt=_doubt(item, digest, margins),
        title=_title(item, digest),
    )


def _doubt(item: Item, digest: Digest, margins: Mapping[str, float]) -> float:
    if item.kind is ItemKind.CLAUSE and item.parent:
        entry = digest.coverage.get(item.parent.id)
        if entry is None or entry.status is Status.NOT_APPLICABLE:
            return _USUAL_DOUBT
        if entry.undecided:
            return 1.0
        return 1.0 - max(entry.chances.values()) if entry.chances else _USUAL_DOUBT
    if item.kind is ItemKind.LINK:
        margin = margins.get(item.id.partition(":")[2], 1.0)
        return 1.0 if margin < _CLOSE else max(0.0, 1.0 - margin)
    return _USUAL_DOUBT


def _title(item: Item, digest: Digest) -> str:
    """Return the heading of the task, the parent's before the child's."""
    for seen, side in ((item.parent, digest.parent), *((child, digest.child) for child in item.children[:1])):
        if seen is not None:
            task = side.tasks.get(seen.id) or side.task_of.get(seen.id)
            return heading(task) if task else clipped(seen.heading or seen.text, _LONGEST_TITLE)
    return ""


def _texts(entry: Entry) -> str:
    seen = [each for each in (entry.item.parent, *entry.item.children) if each]
    said = [finding.message for finding in entry.findings]
    return " ".join([entry.item.id, entry.title, *said, *(each.text for each in seen)]).casefold()
