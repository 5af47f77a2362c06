"""What two issues of one plan say otherwise in numbers, deadlines and frequencies; between them it is no finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import DriftKind
from planalign.report.drift import KINDS
from planalign.report.punctuation import bracketed, colon
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Comparison
    from planalign.model.wording import Lang

_CHANGED = frozenset({DriftKind.STRICTER, DriftKind.LOOSER})


def change_lines(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield one line for each value that has changed; none between a parent and its child."""
    if not comparison.same_plan:
        return
    for drift in comparison.drift:
        if drift.drift in _CHANGED and drift.parent_value and drift.child_value:
            values = f"{one_line(drift.parent_value)} → {one_line(drift.child_value)}"
            yield f"{one_line(drift.matter)}{colon(lang)}{values}{bracketed(KINDS[drift.drift].of(lang), lang)}"
