"""What is told of one item in words: its rules, the verdict of the program, what a person said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.review_rules import SIDES, changed_facets
from planalign.assess.rules import RULES
from planalign.model.decision import ItemKind
from planalign.model.review import ReviewState, Side
from planalign.report.drift import KINDS as DRIFTS
from planalign.report.explanation import Said, clause_lines, link_lines
from planalign.report.labels import RELATION, SEVERITY, STATUS, STRENGTH
from planalign.report.punctuation import colon, commas
from planalign.report.review_words import KINDS, STATES, VERDICTS
from planalign.review.sight import then_and_now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.decision import Decision, Item, Outcome, Seen
    from planalign.model.review import Review
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.word_diff import Piece
    from planalign.review.queue import Entry


class Told(NamedTuple):
    """One finding in words."""

    code: str
    severity: str
    """The word of the record, for its colour."""
    weight: str
    """The word for people."""
    message: str


class Before(NamedTuple):
    """What an end said when it was decided on, and what it says now."""

    side: str
    then: tuple[Piece, ...]
    now: tuple[Piece, ...]


class Opinion(NamedTuple):
    """What a person said of an item."""

    state: str
    state_name: str
    verdict: str
    by: str
    at: str
    reason: str
    instead: str
    changed: str
    before: tuple[Before, ...]


class Card(NamedTuple):
    """One item in words."""

    kind: str
    title: str
    proposed: str
    findings: tuple[Told, ...]
    grounds: tuple[Said, ...]


def card(entry: Entry, digest: Digest, lang: Lang) -> Card:
    """Return what is told of an item."""
    return Card(
        kind=KINDS[entry.item.kind].of(lang),
        title=entry.title,
        proposed=outcome_words(entry.item.proposed, lang),
        findings=tuple(_told(entry, lang)),
        grounds=tuple(_grounds(entry.item, digest, lang)),
    )


def outcome_words(outcome: Outcome, lang: Lang) -> str:
    """Return a verdict on an item in words."""
    words = [
        STATUS[outcome.status].of(lang) if outcome.status else "",
        DRIFTS[outcome.drift].of(lang) if outcome.drift else "",
        STRENGTH[outcome.strength].of(lang) if outcome.strength else "",
        RELATION[outcome.relation].of(lang) if outcome.relation else "",
    ]
    return commas(words, lang)


def _told(entry: Entry, lang: Lang) -> Iterable[Told]:
    """Yield the findings; the message is in the language of the report, the title of the rule in that of the page."""
    for finding in entry.findings:
        rule = RULES.get(finding.code)
        head = f"{rule.title.of(lang)}{colon(lang)}{finding.message}" if rule else finding.message
        yield Told(finding.code, finding.severity, SEVERITY[finding.severity].of(lang), head)


def _grounds(item: Item, digest: Digest, lang: Lang) -> Iterable[Said]:
    """Return what `planalign explain` says of the clause or the link."""
    if item.kind is ItemKind.LINK:
        found = [link for link in digest.comparison.links if f"link:{link.id}" == item.id]
        return [line for link in found for line in link_lines(digest, link, lang)]
    entry = digest.coverage.get(item.parent.id) if item.parent else None
    return list(clause_lines(digest, entry, lang)) if entry else []


def opinion(review: Review, decision: Decision | None, item: Item, lang: Lang) -> Opinion:
    """Return what a person said of an item; where it changed since, with what was seen and what stands there now."""
    suspect = review.state is ReviewState.SUSPECT
    return Opinion(
        state=review.state,
        state_name=STATES[review.state].of(lang),
        verdict=VERDICTS[review.verdict].of(lang),
        by=review.by,
        at=f"{review.at:%Y-%m-%d %H:%M}",
        reason=review.reason,
        instead=_instead(decision, lang),
        changed=changed_facets(review, lang),
        before=tuple(_before(review, decision.item, item, lang)) if suspect and decision and decision.item else (),
    )


def _instead(decision: Decision | None, lang: Lang) -> str:
    if decision is None or decision.instead is None:
        return ""
    ends = [decision.instead.parent] if decision.instead.parent else list(decision.instead.children)
    return commas([outcome_words(decision.instead, lang), *(end.heading or end.text for end in ends)], lang)


def _before(review: Review, then: Item, now: Item, lang: Lang) -> Iterable[Before]:
    """Yield the ends that changed."""
    sides = {change.side for change in review.changed}
    if Side.PARENT in sides and then.parent and now.parent:
        yield _compared(SIDES[Side.PARENT].of(lang), then.parent, now.parent)
    if Side.CHILD in sides:
        pairs = zip(then.children, now.children, strict=False)
        yield from (_compared(SIDES[Side.CHILD].of(lang), *pair) for pair in pairs if pair[0].text != pair[1].text)


def _compared(side: str, then: Seen, now: Seen) -> Before:
    return Before(side, *then_and_now(then.text, now.text))
