"""Why a document took no part, in the language of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.sentence import sentence_in
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.plan_head import Unread
    from planalign.model.wording import Lang


def unread_reason(unread: Unread, lang: Lang) -> str:
    """Return the reason in one line; in English where it is known in no other."""
    return one_line(sentence_in(lang, unread.reason) or unread.reason)
