"""What became of targets, as bars: one for numbers, deadlines, frequencies, lists and verbs each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import DriftKind
from planalign.report.drift import ASPECTS, KINDS

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.model.facts import Aspect
    from planalign.model.wording import Lang

LABEL, WIDTH, ROW = 90, 980, 34
"""Width of the labels and of the drawing; height of a row."""
_TOTAL = 50
"""Width left for the total behind the longest bar."""
ORDER = (
    DriftKind.LOOSER,
    DriftKind.MISSING,
    DriftKind.NOT_COMPARABLE,
    DriftKind.SAME,
    DriftKind.STRICTER,
    DriftKind.NEW,
)
"""From what asks for most to what asks for least."""


class Segment(NamedTuple):
    """The targets of one aspect that changed one way."""

    kind: str
    name: str
    number: int
    x: float
    width: float


class Bar(NamedTuple):
    """One aspect."""

    name: str
    segments: tuple[Segment, ...]
    number: int
    end: float
    """Where its last segment ends."""
    y: int


class DriftBars(NamedTuple):
    """The whole picture."""

    bars: tuple[Bar, ...]
    kinds: tuple[Segment, ...]
    """Every kind that occurs, with its count."""
    height: int


def drift_bars(comparison: Comparison, lang: Lang) -> DriftBars | None:
    """Return the picture; nothing without targets."""
    counted = Counter((drift.aspect, drift.drift) for drift in comparison.drift)
    totals = Counter(drift.aspect for drift in comparison.drift)
    if not totals:
        return None
    unit = (WIDTH - LABEL - _TOTAL) / max(totals.values())
    present = [aspect for aspect in ASPECTS if totals[aspect]]
    bars = tuple(_bar(aspect, number, counted, unit, lang) for number, aspect in enumerate(present))
    kinds = Counter(drift.drift for drift in comparison.drift)
    legend = tuple(Segment(kind.value, KINDS[kind].of(lang), kinds[kind], 0, 0) for kind in ORDER if kinds[kind])
    return DriftBars(bars, legend, ROW * len(bars))


def _bar(aspect: Aspect, number: int, counted: Counter[tuple[Aspect, DriftKind]], unit: float, lang: Lang) -> Bar:
    segments, x = [], float(LABEL)
    for kind in ORDER:
        count = counted[aspect, kind]
        if count:
            segments.append(Segment(kind.value, KINDS[kind].of(lang), count, round(x, 1), round(count * unit, 1)))
            x += count * unit
    total = sum(segment.number for segment in segments)
    return Bar(ASPECTS[aspect].of(lang), tuple(segments), total, round(x, 1), ROW * number)
