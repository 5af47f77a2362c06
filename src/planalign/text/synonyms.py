"""Abbreviations and synonyms: one form for words that policy texts use for the same thing."""

from __future__ import annotations

import re
from functools import cache

from planalign.text.words import data_lines


def unify(text: str) -> str:
    """Replace every variant by the first word of its line in data/synonyms.txt, the longest variant first."""
    pattern, forms = _table()
    return pattern.sub(lambda found: forms[found[0]], text)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    forms = {word: line.split()[0] for line in data_lines("synonyms.txt") for word in line.split()}
    longest_first = sorted(forms, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))), forms
