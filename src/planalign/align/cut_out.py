"""Parts that were cut out of a sentence which the lower plan otherwise copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 8
"""So many characters before and behind a cut are compared."""
LEAST = 4
"""A part of fewer characters stands in too many sentences to tell one."""
MOST = 4
"""So many parts are cut out together at most: who leaves out more writes a sentence of his own."""


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
    if not before:
        return any(text.startswith(seam) for text in texts)
    return any(seam in text if behind else text.endswith(seam) for text in texts)
