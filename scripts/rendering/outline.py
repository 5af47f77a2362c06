"""Labels and headings of a line, as a typist sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMERAL = "[一二三四五六七八九十百]+"
PATTERNS = (
    (1, re.compile(rf"({NUMERAL})、")),
    (2, re.compile(rf"[（(]({NUMERAL})[）)]\s?")),
    (3, re.compile(r"(\d{1,2})[.．](?!\d)\s?")),
    (4, re.compile(r"[（(](\d{1,2})[）)]")),
)
DIGITS = "〇一二三四五六七八九"
QUOTED = re.compile(r"“[^”]*”|《[^》]*》|（[^）]*）|\([^)]*\)")


@dataclass(frozen=True)
class Label:
    """A number at the start of a line: depth 1–4, value, printed form and its pattern for Word (%n is the number)."""

    depth: int
    value: int
    text: str
    pattern: str
    chinese: bool


def label(line: str) -> Label | None:
    """Return the label that a line starts with, if any."""
    for depth, pattern in PATTERNS:
        if match := pattern.match(line):
            number = match.group(1)
            shape = match.group().replace(number, "%")
            return Label(depth, value(number), match.group(), shape, depth <= 2)
    return None


def value(number: str) -> int:
    """Return the value of a numeral up to 99, Arabic or Chinese."""
    if number.isdigit():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (DIGITS.index(tens or "一") * 10 if ten else 0) + (DIGITS.index(ones) if ones else 0)


def run_in(text: str) -> tuple[str, str]:
    """Split a line into its run-in heading (up to the first 。 outside quotes) and the rest."""
    masked = QUOTED.sub(lambda match: "＿" * len(match.group()), text)
    stop = masked.find("。") + 1
    return (text[:stop], text[stop:]) if 0 < stop <= 45 else ("", text)
