"""The typed facts of a clause or cell, besides its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Facts, Span, Verb
from planalign.parse.deadline import find_deadlines
from planalign.parse.frequency import find_frequencies
from planalign.parse.listing import find_listings
from planalign.text.amounts import half_width
from planalign.text.placeholder import find_placeholders
from planalign.text.strength import find_verbs

if TYPE_CHECKING:
    from planalign.model.facts import VerbStrength

_NONE = Facts()


def find_facts(text: str) -> Facts:
    """Return deadlines, frequencies, counted lists, verbs of commitment and placeholders, each with its span."""
    plain = half_width(text)
    found = (
        find_deadlines(text, plain),
        find_frequencies(text, plain),
        find_listings(text, plain),
        tuple(_verb(text, *verb) for verb in find_verbs(text)),
        tuple(Span(text=text[start:end], start=start, end=end) for start, end in find_placeholders(text)),
    )
    if not any(found):
        return _NONE
    deadlines, frequencies, listings, verbs, placeholders = found
    return Facts(
        deadlines=deadlines, frequencies=frequencies, listings=listings, verbs=verbs, placeholders=placeholders
    )


def _verb(text: str, start: int, end: int, strength: VerbStrength) -> Verb:
    return Verb(text=text[start:end], start=start, end=end, strength=strength)
