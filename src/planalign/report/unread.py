"""Why a document took no part, in the language of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.chinese import chinese
from planalign.model.wording import Wording
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.plan_head import Unread
    from planalign.model.wording import Lang


def unread_reason(unread: Unread, lang: Lang) -> str:
    """Return the reason in one line; in English where there is no Chinese for it."""
    return one_line(Wording(chinese(unread.reason) or unread.reason, unread.reason).of(lang))
