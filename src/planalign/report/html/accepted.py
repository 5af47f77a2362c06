"""What does not count: findings that a waiver accepts, under its terms, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.skip_reason import skip_reason
from planalign.report import labels
from planalign.report.places import place
from planalign.report.scrub import clipped, one_line
from planalign.report.terms import terms

if TYPE_CHECKING:
    from planalign.model.comparison import Finding
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.html.entries import Entries, Entry

LONGEST = 300
"""So much of a part that was not understood is quoted."""


class Accepted(NamedTuple):
    """The findings of the waivers that say the same."""

    terms: str
    entries: tuple[Entry, ...]


class SkippedPart(NamedTuple):
    """A part of a document that was not understood."""

    side: str
    kind: str
    place: str
    reason: str
    text: str


def accepted(digest: Digest, entries: Entries, lang: Lang) -> list[Accepted]:
    """Return the terms of the waivers that were used, in the order of their file, with what they accept."""
    found: dict[str, list[Finding]] = {}
    for waiver, findings in digest.waived():
        found.setdefault(terms(waiver, lang), []).extend(findings)
    return [Accepted(said, tuple(map(entries.entry, findings))) for said, findings in found.items()]


def skipped_parts(digest: Digest, lang: Lang) -> list[SkippedPart]:
    """Return what was not understood in either document."""
    comparison = digest.comparison
    sides = ((digest.upper.of(lang), comparison.parent), (digest.lower.of(lang), comparison.child))
    return [part for name, plan in sides for part in _parts(name, plan, lang)]


def _parts(side: str, plan: Plan, lang: Lang) -> list[SkippedPart]:
    return [
        SkippedPart(
            side=side,
            kind=labels.SKIPPED[part.kind].of(lang),
            place=place(part.location, lang),
            reason=one_line(skip_reason(part).of(lang)),
            text=clipped(part.text, LONGEST),
        )
        for part in plan.skipped
    ]
