"""What people decided of an entry, and whether it still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import heading
from planalign.model.review import ReviewState
from planalign.model.wording import Wording
from planalign.report.reviews import review_note
from planalign.report.scrub import one_line
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from planalign.model.review import Review
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

_REVIEWED = Wording("复核：{review}")


class Opinion(NamedTuple):
    """A person's word on an entry."""

    text: str
    tone: Tone


class RejectedLink(NamedTuple):
    """A link that the program proposes and a person rejected."""

    child: str
    parent: str
    opinion: Opinion | None


def opinion(review: Review | None, lang: Lang) -> Opinion | None:
    """Return what to show of a decision; nothing where there is none."""
    if review is None:
        return None
    tone = Tone.DONE if review.state is ReviewState.CONFIRMED else Tone.PARTLY
    return Opinion(_REVIEWED.of(lang).format(review=review_note(review, lang)), tone)


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
