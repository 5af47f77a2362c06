"""Whether two documents are issues or drafts of one plan, so that nothing is handed down between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import Level
from planalign.model.wording import Wording
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.plan import Masthead

_GOVERNMENTS = frozenset({Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.TOWNSHIP})
_OF_AN_ISSUE = compiled(
    r"[（(〔【][^（）()〔〕【】]{0,8}(?:稿|草案|印发|修订|试行|暂行)[^（）()〔〕【】]{0,4}[）)〕】]|征求意见稿|送审稿|讨论稿|草案"
    r"|(?:19|20)\d\d年?度?|二[〇零○]\w\w年"
)
"""What tells one issue or draft from another in a title."""

_OF_YEAR = Wording("{year}年")


def same_plan(upper: Masthead, lower: Masthead) -> bool:
    """Whether two mastheads are of one issuer, for different years or with one title but for its draft mark.

    An issuer may have several plans in one year; these have different titles.
    """
    if upper.level is not lower.level or not _same_issuer(upper, lower):
        return False
    if upper.year is not None and lower.year is not None and upper.year != lower.year:
        return True
    title = lasting(upper)
    return bool(title) and title == lasting(lower)


def issue_names(upper: Masthead, lower: Masthead) -> tuple[Wording, Wording]:
    """Return what to call two issues of a plan: by their years, or as drafts of one year."""
    if upper.year == lower.year or upper.year is None or lower.year is None:
        return Wording("前一稿"), Wording("后一稿")
    return _OF_YEAR.filled(year=upper.year), _OF_YEAR.filled(year=lower.year)


def _same_issuer(upper: Masthead, lower: Masthead) -> bool:
    """Compare issuers; where one is not stated, the place tells the government of a city, a district or a township."""
    if upper.issuer and lower.issuer:
        return normalise(upper.issuer) == normalise(lower.issuer)
    return upper.level in _GOVERNMENTS and upper.place is not None and upper.place == lower.place


def lasting(masthead: Masthead) -> str:
    """Return what all issues and drafts of a plan have in their title."""
    return _OF_AN_ISSUE.sub("", normalise(masthead.title or masthead.notice_title or ""))
