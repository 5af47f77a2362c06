"""Why a part of a document was set aside, in the language of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.block import SkipKind
from planalign.model.sentence import sentence_in
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.model.block import Skipped
    from planalign.model.wording import Lang

_BY_KIND = {
    SkipKind.UNREAD: Wording("这一部分未读取"),
    SkipKind.UNCLEAR: Wording("这一部分读取结果可能有误"),
    SkipKind.UNPLACED: Wording("这一部分无法归入任务或附表"),
    SkipKind.NO_TASK: Wording("这一部分不是任务"),
}
"""What to say of a reason that has no translation."""


class Reason(NamedTuple):
    """The reason as a reader or the parser gave it."""

    part: Skipped
    """What was set aside."""

    def of(self, lang: Lang) -> str:
        """Return the reason in one language."""
        return sentence_in(lang, self.part.reason) or _BY_KIND[self.part.kind].of(lang)


def skip_reason(part: Skipped) -> Reason:
    """Return why a part was set aside."""
    return Reason(part)
