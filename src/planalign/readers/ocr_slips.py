"""What recognition often gets wrong: slips with one reading are put right, figures that may be misread are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDE = {"(": "（", ")": "）", ",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HAN = r"[\u3400-\u9fff〇》〉”’）〕】、。，；：]"
_AFTER_HAN = re.compile(rf"(?<={_HAN})[(),;:?!]")
_BEFORE_HAN = re.compile(r"[()](?=[\u3400-\u9fff〇《〈“‘（〔【])")
# A dash where only 一 can number: —、 and （—）.
_DASH_LABEL = re.compile(r"^[—–-](?=、)|(?<=^[（(])[—–-](?=[）)])|(?<=^第)[—–-](?=[章节条])")

_PER_MILLE = re.compile(r"\d\s*(?:‰|%[oO0]|[oO0]/[oO0]{2})")
# Rates below one percent are mostly given in ‰.
_SMALL = re.compile(r"(?<!\d)0\.\d+%")
_LETTER = re.compile(r"\d[lIoO|](?![A-Za-z])|(?<![A-Za-z])[lIoO|]\d")
_RATIO = re.compile(r"\d\s*[:∶：](?:\s*\d|$)|^\s*[:∶：]\s*\d")
_MIXED_YEAR = re.compile(
    r"(?=[一二三四五六七八九零〇○OoQ0-9]*[○OoQ0-9])[一二三四五六七八九][一二三四五六七八九零〇○OoQ0-9]{3}年"
)
_FIGURE = re.compile(r"[\d%‰]")
# Figures are seldom read with less than this confidence, whole lines hardly ever.
_SURE_FIGURE = 0.9
_SURE_LINE = 0.9


def repaired(text: str) -> str:
    """Return a line with slips put right that have one reading only; its length stays."""
    text = _DASH_LABEL.sub("一", text)
    # A mark made wide may be what its neighbour is told by.
    for pattern in (_AFTER_HAN, _BEFORE_HAN, _AFTER_HAN):
        text = pattern.sub(lambda match: _WIDE[match.group()], text)
    return _paired(text)


def _paired(text: str) -> str:
    """Make the partner of a wide bracket wide."""
    chars = list(text)
    opened: list[int] = []
    for index, char in enumerate(chars):
        if char in "(（":
            opened.append(index)
        elif char in ")）" and opened:
            start = opened.pop()
            if "（" in (chars[start]) or char == "）":
                chars[start], chars[index] = "（", "）"
    return "".join(chars)


def doubts(text: str, scores: Sequence[float]) -> Iterator[str]:
    """Give the reasons to look at a line again, in the words of a report."""
    if _PER_MILLE.search(text) or _SMALL.search(text):
        yield english("‰ and % are easily mistaken for each other")
    if _LETTER.search(text):
        yield english("a letter stands among figures")
    if _RATIO.search(text):
        yield english("a ratio may be misread")
    if _MIXED_YEAR.search(text):
        yield english("a year is written in mixed characters")
    if any(score < _SURE_FIGURE and _FIGURE.match(char) for char, score in zip(text, scores, strict=True)):
        yield english("a figure was hard to read")
    if scores and sum(scores) / len(scores) < _SURE_LINE:
        yield english("the line was hard to read")
