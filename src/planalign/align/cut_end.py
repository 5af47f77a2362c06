"""The end of an action that was cut off: 开展渗透测试和应急演练 becomes 开展渗透测试 in the lower plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.align.commitments import Commitment, Part
from planalign.align.cut_out import REACH, is_reworded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LEAST_KEPT = 6
"""With fewer characters before the cut the sentence may be another one."""
_JOINT = re.compile(r"以及|[和与及、]")
_STOPS = frozenset("，。；！：")


def cut_end(action: Commitment, neutral: Callable[[str], str], texts: Sequence[str]) -> Commitment | None:
    """Return the end of an action, from 和 or 、 on, before which a text stops and which none of them says.

    `texts` are neutral; the end comes as a member of a list.
    """
    for joint in _JOINT.finditer(action.text):
        kept, gone = neutral(action.text[: joint.start()]), action.text[joint.end() :]
        is_off = len(kept) >= LEAST_KEPT and any(_stops_behind(kept[-REACH:], text) for text in texts)
        if is_off and not is_reworded(neutral(gone), (), "".join(texts)):
            return Commitment(gone, action.start + joint.end(), action.end, Part.ITEM)
    return None


def _stops_behind(words: str, text: str) -> bool:
    """Say whether a text holds words with which a part of it ends."""
    return any(not behind or behind[0] in _STOPS for behind in text.split(words)[1:])
