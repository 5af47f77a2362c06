"""What became of targets, for reports: one sentence of counts, and a table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.model.comparison import DriftKind
from planalign.model.facts import Aspect
from planalign.model.wording import Wording
from planalign.report.escaping import escaped
from planalign.report.markdown_table import row, table
from planalign.report.punctuation import bracketed, commas

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison, Drift
    from planalign.model.wording import Lang

KINDS: dict[DriftKind, Wording] = {
    DriftKind.SAME: Wording("一致"),
    DriftKind.STRICTER: Wording("更严"),
    DriftKind.LOOSER: Wording("放宽"),
    DriftKind.MISSING: Wording("未写"),
    DriftKind.NEW: Wording("新增"),
    DriftKind.NOT_COMPARABLE: Wording("无法直接比较"),
}
ASPECTS: dict[Aspect, Wording] = {
    Aspect.NUMBER: Wording("数字"),
    Aspect.DEADLINE: Wording("时限"),
    Aspect.FREQUENCY: Wording("频次"),
    Aspect.LISTING: Wording("清单"),
    Aspect.VERB: Wording("动词"),
}
_COUNTS = Wording("数字、时限、频次、清单和动词共 {count} 项：{kinds}。")
_HEAD = Wording("事项|类别|{upper}|{lower}|变化")
LEVEL_CHANGE = Wording("属层级变化")
"""Said of a drift that the change of level asks for."""


def drift_sentence(comparison: Comparison, lang: Lang) -> str:
    """Return how many drifts there are of each kind; empty where there are none."""
    counts = Counter(drift.drift for drift in comparison.drift)
    if not counts:
        return ""
    kinds = commas([f"{KINDS[kind].of(lang)} {counts[kind]}" for kind in DriftKind if counts[kind]], lang)
    return _COUNTS.of(lang).format(count=len(comparison.drift), kinds=kinds)


def drift_table(comparison: Comparison, sides: tuple[Wording, Wording], lang: Lang) -> str:
    """Return all drifts as a Markdown table, in the order of the parent."""
    head = _HEAD.of(lang).format(upper=sides[0].of(lang), lower=sides[1].of(lang))
    return table(head.split("|"), [_row(drift, lang) for drift in comparison.drift])


def _row(drift: Drift, lang: Lang) -> str:
    change = KINDS[drift.drift].of(lang) + (bracketed(LEVEL_CHANGE.of(lang), lang) if drift.level_change else "")
    values = [escaped(value) if value else "—" for value in (drift.parent_value, drift.child_value)]
    return row([escaped(drift.matter), ASPECTS[drift.aspect].of(lang), *values, change])
