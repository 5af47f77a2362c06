"""Why a part of a document was set aside, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import SkipKind
from planalign.model.chinese import chinese
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.model.block import Skipped

_BY_KIND = {
    SkipKind.UNREAD: "这一部分未读取",
    SkipKind.UNCLEAR: "这一部分读取结果可能有误",
    SkipKind.UNPLACED: "这一部分无法归入任务或附表",
    SkipKind.NO_TASK: "这一部分不是任务",
}
"""What to say in Chinese of a reason that has no translation."""


def skip_reason(part: Skipped) -> Wording:
    """Return the reason as the reader gave it, and in Chinese."""
    return Wording(chinese(part.reason) or _BY_KIND[part.kind], part.reason)
