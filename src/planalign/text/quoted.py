"""Parts of a text that are not its own words: titles in 《》 and what stands in quotation marks."""

from __future__ import annotations

from planalign.text.pattern import compiled

_QUOTED = compiled(r"《(?:[^《》]|《[^《》]*》)*》|“[^“”]*”|‘[^‘’]*’|〈[^〈〉]*〉")


def without_quotes(text: str) -> str:
    """Return normalised text in which every quoted character is a blank, so that places stay the same."""
    if not any(mark in text for mark in "《“‘〈"):
        return text
    return _QUOTED.sub(lambda found: found[0][0] + "\x00" * (len(found[0]) - 2) + found[0][-1], text)
