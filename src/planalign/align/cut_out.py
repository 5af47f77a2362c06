"""Parts that were cut out of a sentence which the lower plan otherwise copies."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 8
"""So many characters before and behind a cut are compared."""
LEAST = 4
"""A part of fewer characters stands in too many sentences to tell one."""
MOST = 4
"""So many parts are cut out together at most: who leaves out more writes a sentence of his own."""
REWORDED = 1 / 3
"""What holds this share of a part's pairs of characters, beside what is copied, says it in other words."""
STOP = "|"
"""Stands where copied parts were; no letter."""


def cut_out(parts: Sequence[str], texts: Sequence[str]) -> set[int]:
    """Return which parts of a sentence are left out where a text goes on with what stands around them.

    Both in letters alone: of 甲，乙，丙 the second one is cut out by a text in which 丙 follows upon 甲, the first by
    one that begins with 乙.
    """
    count = len(parts)
    runs = ((start, end) for start in range(count) for end in range(start + 1, min(start + MOST, count) + 1))
    return {place for start, end in runs if _is_cut(parts, start, end, texts) for place in range(start, end)}


def _is_cut(parts: Sequence[str], start: int, end: int, texts: Sequence[str]) -> bool:
    before, behind = parts[max(0, start - 1) : start], parts[end : end + 1]
    ends = (*before, *behind)
    if not ends or min(map(len, ends)) < LEAST:
        return False
    seam = "".join((*(part[-REACH:] for part in before), *(part[:REACH] for part in behind)))
    gone, kept = "".join(parts[start:end]), (*parts[:start], *parts[end:])
    return any(_joins(text, seam, before, behind) and not is_reworded(gone, kept, text) for text in texts)


def _joins(text: str, seam: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Say whether a text has a seam where it should: at its beginning or end if nothing stood on that side."""
    if not before:
        return text.startswith(seam)
    return seam in text if behind else text.endswith(seam)


def is_reworded(gone: str, kept: Sequence[str], text: str) -> bool:
    """Say whether a text says in other words, at another place, what was taken from its place: 乙，甲 for 甲，乙."""
    for part in filter(None, kept):
        text = text.replace(part, STOP)
    asked = set(pairwise(gone))
    return len(asked & set(pairwise(text))) >= REWORDED * len(asked)
