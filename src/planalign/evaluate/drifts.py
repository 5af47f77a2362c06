"""Drift against gold: how much of what each annotator lists is found, and what is reported beyond."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.evaluate.matching import grams, is_same_clause
from planalign.evaluate.record import DriftRecall, DriftScores, Share
from planalign.model.comparison import DriftKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.evaluate.gold import Gold, GoldDrift
    from planalign.evaluate.matching import Matches
    from planalign.model.comparison import Comparison, Drift

SCORED = (DriftKind.SAME, DriftKind.STRICTER, DriftKind.LOOSER, DriftKind.MISSING)
"""The kinds that are scored."""

# Anything that may be a number, a deadline or a frequency; wider than what the parser knows, so as not to flatter it.
_VALUE = re.compile(r"[0-9一二两三四五六七八九十百千半]|每|定期|[年季月周日汛]|覆盖|清零")


def score_drift(gold: Gold, matches: Matches, comparison: Comparison) -> DriftScores | None:
    """Score the drift of a comparison; none where the gold lists none.

    An item is found where a drift of its kind has its parent clause: the values are each annotator's own words.
    """
    if not gold.drift:
        return None
    found = {(drift.parent_clause, drift.drift) for drift in comparison.drift}
    return DriftScores(
        annotators=tuple(_recall(name, items, matches, found) for name, items in gold.drift.items()),
        reported=len(comparison.drift),
        beyond=_beyond(gold, matches, comparison),
    )


def is_scored(item: GoldDrift) -> bool:
    """Say whether an item counts: one of the scored kinds, of a parent clause, with a value of some kind."""
    values = f"{item.parent_value or ''}{item.child_value or ''}"
    return bool(item.parent) and item.drift in SCORED and _VALUE.search(values) is not None


def _recall(
    name: str, items: Sequence[GoldDrift], matches: Matches, found: set[tuple[str | None, DriftKind]]
) -> DriftRecall:
    scored = [item for item in items if is_scored(item)]
    hits = [_keys(item, matches) & found for item in scored]
    return DriftRecall(
        annotator=name,
        recall=_share(hits),
        by_kind={
            kind: _share([hit for item, hit in zip(scored, hits, strict=True) if item.drift is kind]) for kind in SCORED
        },
        missed=tuple(
            f"{item.parent} {item.drift}: {item.matter}" for item, hit in zip(scored, hits, strict=True) if not hit
        ),
    )


def _keys(item: GoldDrift, matches: Matches) -> set[tuple[str | None, DriftKind]]:
    return {(clause, item.drift) for clause in matches.clauses.get(item.parent or "", ())}


def _share(hits: Sequence[object]) -> Share:
    right = sum(map(bool, hits))
    return Share(value=right / len(hits) if hits else None, right=right, total=len(hits))


def _beyond(gold: Gold, matches: Matches, comparison: Comparison) -> tuple[Drift, ...]:
    """Return the drifts that no annotator lists, by parent clause and kind; what is new by child clause."""
    items = [item for listed in gold.drift.values() for item in listed]
    known = {key for item in items for key in _keys(item, matches)}
    fresh = _child_clauses(gold, comparison, {item.child for item in items if item.drift is DriftKind.NEW})
    return tuple(
        drift
        for drift in comparison.drift
        if (
            drift.child_clause not in fresh
            if drift.drift is DriftKind.NEW
            else (drift.parent_clause, drift.drift) not in known
        )
    )


def _child_clauses(gold: Gold, comparison: Comparison, wanted: Iterable[str | None]) -> set[str]:
    texts = [grams(gold.child_clause_texts[key]) for key in wanted if key and key in gold.child_clause_texts]
    clauses = (clause for task in comparison.child.tasks for clause in task.clauses)
    return {clause.id for clause in clauses if any(is_same_clause(text, grams(clause.text)) for text in texts)}
