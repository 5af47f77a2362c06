"""Makes document text safe to show: no control characters, no hidden marks, one line."""

from __future__ import annotations

import re

# C0 and C1 controls, bidirectional marks, zero-width marks, lone surrogates, what no XML may hold.
UNSAFE = "\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
"""Characters that no report may hold, as they stand in the brackets of a pattern."""
_UNSAFE = re.compile(f"[{UNSAFE}\u00ad]")
_SPACE = re.compile(r"\s+")
_NO_BLANK = re.compile(r"[^\S \u3000]")


def inert(text: str) -> str:
    """Return a text without control characters, a space for each tab and line end; its runs of spaces stay."""
    return _NO_BLANK.sub(" ", _UNSAFE.sub("", text))


def cleaned(text: str) -> str:
    """Return a part of a line without control characters, its runs of spaces and line ends as single spaces."""
    return _SPACE.sub(" ", _UNSAFE.sub("", text))


def one_line(text: str) -> str:
    """Return text as one line without control characters and outer spaces."""
    return cleaned(text).strip()


def clipped(text: str, length: int) -> str:
    """Return one safe line of at most so many characters; what is cut is marked by an ellipsis."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1] + "…"
