"""Facts that overlap: each character of a text belongs to one fact of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planalign.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Found = TypeVar("Found", bound=Span)


def apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """Sort by place, and keep of those that overlap the one that begins first, the longest of these."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
