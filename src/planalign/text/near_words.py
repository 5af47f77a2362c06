"""Words that come near each other: for what carries a commitment, one form for every word of a group."""

from __future__ import annotations

from functools import cache

from planalign.text.words import data_lines, light_words


@cache
def near_words() -> dict[str, str]:
    """Return for each word of a group in data/near_words.txt the first word of the group.

    A light word (制定) is left out; where it is the first, the others (制订, 出台) weigh as little as it does.
    """
    light = light_words()
    groups = (line.split() for line in data_lines("near_words.txt"))
    return {word: group[0] for group in groups for word in group if word not in light}
