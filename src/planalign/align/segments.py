"""Where the words around a fact begin and end: between stops, inside brackets, up to the 、 that joins another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.facts import Span

STOPS = "，。；：！？,;"
_BRACKETS = ("（", "）"), ("(", ")")


def segment_start(text: str, place: int, stops: str = STOPS) -> int:
    """Return where the words between stops begin that stand before a place."""
    return max(text.rfind(stop, 0, place) for stop in stops) + 1


def segment_end(text: str, place: int, stops: str = STOPS) -> int:
    """Return where the words between stops end that stand behind a place."""
    return min([found for stop in stops if (found := text.find(stop, place)) >= 0], default=len(text))


def segment(text: str, fact: Span) -> tuple[int, int]:
    """Return the span between stops around a fact; a bracket is a stop for what stands inside it."""
    first = segment_start(text, fact.start)
    last = segment_end(text, fact.end)
    for opening, closing in _BRACKETS:
        opened, closed = text.rfind(opening, first, fact.start), text.find(closing, fact.end, last)
        if opened >= 0 and text.find(closing, opened, fact.start) < 0:
            first = opened + 1
            last = closed if closed >= 0 else last
    return first, last


def joint(text: str, start: int, end: int) -> int:
    """Return where the last 、 or 和 stands between two numbers; -1 where there is none."""
    return max(text.rfind(sign, start, end) for sign in "、和及")


def joined(text: str, start: int, end: int) -> int:
    """Return where the 、 or 和 stands that leads straight to the next deadline; -1 where none does."""
    place = joint(text, start, end)
    return place if place > start and not text[place + 1 : end].strip() else -1
