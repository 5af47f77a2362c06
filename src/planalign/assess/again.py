"""Finds what a person saw in another issue, draft or carrier of the plan: by its words, never by its number."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.facets import words
from planalign.model.review import Facet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planalign.assess.views import Views
    from planalign.model.decision import Seen, SeenDocument

LEAST_LIKENESS = 0.6
"""Share of their pairs of characters that two texts have in common if one is the other after small changes."""


class Found(NamedTuple):
    """Where something stands now, and what changed of it."""

    id: str
    """Its present id."""
    changed: tuple[Facet, ...] = ()
    """The facets that are no longer as they were."""


class Again:
    """Finds tasks and passages of one plan again."""

    def __init__(self, views: Views) -> None:
        """Keep the plan."""
        self.views = views

    def is_about(self, document: SeenDocument) -> bool:
        """Whether a person saw this plan, or another issue or draft of it.

        One of the same place with the very same words is the same plan under a corrected title.
        """
        now = self.views
        return document.name == now.document.name or (
            bool(now.place) and document.name.startswith(now.place) and self.is_unchanged(document)
        )

    def is_unchanged(self, document: SeenDocument) -> bool:
        """Whether every word is as it was."""
        return document.fingerprint == self.views.document.fingerprint

    def task(self, seen: Seen) -> Found | None:
        """Return where a task stands now; None where it is gone."""
        return self._tasks.find(seen)

    def passage(self, seen: Seen) -> Found | None:
        """Return where a clause or an annex row stands now; None where it is gone."""
        return self._passages.find(seen)

    @cached_property
    def _tasks(self) -> _Shelf:
        return _Shelf(self.views.tasks)

    @cached_property
    def _passages(self) -> _Shelf:
        return _Shelf(self.views.passages)


class _Shelf:
    """Things of one kind, by what they say."""

    def __init__(self, things: Mapping[str, Seen]) -> None:
        self._things = things
        self._by_text: dict[str, list[Seen]] = defaultdict(list)
        for thing in things.values():
            self._by_text[thing.fingerprints[Facet.TEXT]].append(thing)

    def find(self, seen: Seen) -> Found | None:
        same = self._by_text.get(seen.fingerprints[Facet.TEXT])
        best = max(same, key=lambda thing: _sameness(seen, thing)) if same else self._nearest(seen)
        return Found(best.id, changed(seen, best)) if best else None

    def _nearest(self, seen: Seen) -> Seen | None:
        """Return what is most alike, where it is enough alike to be the same thing after small changes."""
        wanted = _pairs(seen.text)
        best, likeness = None, LEAST_LIKENESS
        for thing_id, pairs in self._pairs.items():
            total = len(wanted) + len(pairs)
            alike = 2 * len(wanted & pairs) / total if total else 0.0
            if alike > likeness:
                best, likeness = self._things[thing_id], alike
        return best

    @cached_property
    def _pairs(self) -> dict[str, frozenset[str]]:
        return {thing_id: _pairs(thing.text) for thing_id, thing in self._things.items()}


def changed(seen: Seen, now: Seen) -> tuple[Facet, ...]:
    """Return the facets that a person saw and that are not as they were."""
    return tuple(facet for facet, value in seen.fingerprints.items() if now.fingerprints.get(facet) != value)


def differing(before: Seen | None, now: Seen | None) -> tuple[Facet, ...]:
    """Return the facets that changed; the text where there was nothing before, or is nothing now."""
    if before is None or now is None:
        return () if before is now else (Facet.TEXT,)
    return changed(before, now)


def _sameness(seen: Seen, thing: Seen) -> tuple[int, bool, bool, bool]:
    """Return how well a thing of the same words fits: by its other facets, its heading, its place in all or there."""
    own, other = seen.id.rpartition("."), thing.id.rpartition(".")
    alike = words(seen.heading) == words(thing.heading)
    return -len(changed(seen, thing)), alike, seen.id == thing.id, own[2] == other[2]


def _pairs(text: str) -> frozenset[str]:
    flat = words(text)
    return frozenset(flat[place : place + 2] for place in range(len(flat) - 1))
