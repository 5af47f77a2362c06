"""Quotes and brackets: which characters stand inside them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate

from planalign.text.pattern import compiled

_OPEN = "“‘「『《〈（(〔［[【〖｛{"
_CLOSE = "”’」』》〉）)〕］]】〗｝}"
# Brackets that sentences run on in; 〔 and [ stand around years.
_SENTENCE_OPEN = "“‘《（("
_CLOSING = frozenset(_CLOSE)
_MARK = compiled(f"[{re.escape(_OPEN + _CLOSE)}]")
_PARTNER = dict(zip(_CLOSE, _OPEN, strict=True))
_ALIKE = {"(": "（", "[": "〔", "［": "〔", "{": "｛"}
# A bracket that is not closed within this many characters was left open by mistake.
_REACH = 120
_LONG_REACH = 600


def depths(text: str) -> list[int]:
    """Return for every character how many quotes and brackets it stands in; marks themselves count as inside."""
    if _CLOSING.isdisjoint(text):
        return [0] * len(text)
    change = [0] * (len(text) + 1)
    for start, end in spans(text):
        change[start] += 1
        change[end] -= 1
    return list(accumulate(change[:-1]))


def spans(text: str) -> list[tuple[int, int]]:
    """Return every closed quote or bracket as (start, end after it), outer and inner ones; strays are left out."""
    if _CLOSING.isdisjoint(text):
        return []
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    found = []
    for mark in _MARK.finditer(text):
        char, partner = mark[0], _PARTNER.get(mark[0])
        if partner is None:
            stack.append((_kind(char), mark.start()))
            waiting[_kind(char)] += 1
        elif waiting[_kind(partner)]:
            found.append((_close(stack, waiting, _kind(partner)), mark.end()))
    return sorted(span for span in found if span[1] - span[0] <= _reach(text[span[0]]))


def _close(stack: list[tuple[str, int]], waiting: Counter[str], partner: str) -> int:
    """Take the partner off the stack, with the strays above it, and return where it stands."""
    while True:
        kind, start = stack.pop()
        waiting[kind] -= 1
        if kind == partner:
            return start


def is_open(text: str) -> bool:
    """Say whether a quote or bracket is still open near the end of text."""
    closed = spans(text)
    starts = {start for start, _ in closed}
    return any(
        char in _SENTENCE_OPEN and index not in starts and len(text) - index <= _reach(char)
        for index, char in enumerate(text)
    )


def _kind(char: str) -> str:
    return _ALIKE.get(char, char)


def _reach(char: str) -> int:
    return _REACH if char == "‘" else _LONG_REACH
