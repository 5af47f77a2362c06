"""One entry of a report: words of the parent, and what the child says to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.ends import clause_end
from planalign.model.comparison import Severity, Status
from planalign.report import labels
from planalign.text.quotes import inner

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Finding, FindingEnd
    from planalign.model.wording import Lang, Wording
    from planalign.report.digest import Digest

CARRIERS = 3
"""So many child clauses are quoted beside a parent clause; the record lists them all."""


class Gap(NamedTuple):
    """What is shown of a finding or of a close call."""

    id: str
    """What `planalign explain` takes."""
    title: str
    """Heading of the parent task."""
    marks: tuple[Wording, ...]
    """What to say in brackets behind the title."""
    severity: Severity
    """How much it weighs."""
    upper: FindingEnd | None
    """The words of the parent."""
    lower: tuple[FindingEnd, ...]
    """The words of the child: the carriers, or what comes nearest."""
    carried: bool
    """Whether they carry the words of the parent, at least in part."""
    counterpart: str = ""
    """Heading of the child task that has the title of a dropped task without its content."""
    missing: tuple[str, ...] = ()
    """What is missing of a partly carried clause."""


def finding_gap(digest: Digest, finding: Finding) -> Gap:
    """Return what to show of a finding on a task or a clause."""
    entry = digest.entry(finding)
    nearest = (finding.child,) if finding.child else ()
    carried = entry is not None and entry.status is Status.PARTIAL
    marks = [] if entry else [labels.WHOLE_TASK]
    marks += [labels.UNDECIDED] if entry and digest.undecided(entry) else []
    return Gap(
        id=finding.id,
        title=finding.parent.title if finding.parent else "",
        marks=tuple(marks),
        severity=finding.severity,
        upper=finding.parent,
        lower=(carriers(digest, entry) or nearest) if entry and carried else nearest,
        carried=carried and bool(nearest),
        counterpart=digest.counterpart(finding),
        missing=entry.missing if entry and carried else (),
    )


def close_call(digest: Digest, entry: ClauseCoverage) -> Gap:
    """Return what to show of a verdict that a person should look at, whatever it is."""
    upper = clause_end(digest.parent, entry.parent_clause)
    found = entry.status is not Status.DROPPED
    return Gap(
        id=digest.ids.get(entry.parent_clause, entry.parent_clause),
        title=upper.title,
        marks=(labels.STATUS[entry.status],),
        severity=Severity.INFO,
        upper=upper,
        lower=carriers(digest, entry) if found else _nearest(digest, entry),
        carried=found and bool(entry.child_clauses),
        missing=entry.missing if entry.status is Status.PARTIAL else (),
    )


def carriers(digest: Digest, entry: ClauseCoverage) -> tuple[FindingEnd, ...]:
    """Return the best carriers of a clause."""
    return tuple(clause_end(digest.child, clause_id) for clause_id in entry.child_clauses[:CARRIERS])


def not_found(gap: Gap, lang: Lang) -> str:
    """Say that nothing carries it, which child task has its title only, and that something comes near."""
    named = labels.COUNTERPART.of(lang).format(counterpart=inner(gap.counterpart)) if gap.counterpart else ""
    return labels.NOT_FOUND.of(lang) + named + (labels.NEAREST.of(lang) if gap.lower else "")


def _nearest(digest: Digest, entry: ClauseCoverage) -> tuple[FindingEnd, ...]:
    """Return the child clause that is most alike; none where nothing is shared."""
    found = entry.evidence[:1]
    return tuple(clause_end(digest.child, piece.child_clause) for piece in found if piece.score > 0)
