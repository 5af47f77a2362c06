"""What people decided of an entry, and whether it still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import heading
from planalign.model.review import ReviewState
from planalign.model.wording import Wording
from planalign.report.review_words import VERDICTS
from planalign.report.scrub import one_line
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from planalign.model.review import Review
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

_HOLDS = Wording("复核：{verdict}（{by}，{day}）", "reviewed: {verdict} ({by}, {day})")
_IN_DOUBT = Wording(
    "需重看：{verdict}（{by}，{day}），此后原文有变化", "in doubt: {verdict} ({by}, {day}); the text changed since"
)


class Opinion(NamedTuple):
    """A person's word on an entry."""

    text: str
    tone: Tone
    reason: str
    """Why; empty where nothing was said."""


class RejectedLink(NamedTuple):
    """A link that the program proposes and a person rejected."""

    child: str
    parent: str
    opinion: Opinion | None


def opinion(review: Review | None, lang: Lang) -> Opinion | None:
    """Return what to show of a decision; nothing where there is none."""
    if review is None:
        return None
    holds = review.state is ReviewState.CONFIRMED
    text = (
        (_HOLDS if holds else _IN_DOUBT)
        .of(lang)
        .format(verdict=VERDICTS[review.verdict].of(lang), by=one_line(review.by), day=review.at.date())
    )
    return Opinion(text, Tone.DONE if holds else Tone.PARTLY, one_line(review.reason))


def rejected_links(digest: Digest, lang: Lang) -> list[RejectedLink]:
    """Return the links that a person rejected."""
    return [
        RejectedLink(
            child=one_line(heading(digest.child.tasks[link.child_task])),
            parent=one_line(heading(digest.parent.tasks[link.parent_task])),
            opinion=opinion(link.review, lang),
        )
        for link in digest.comparison.rejected_links
    ]
