"""What the words of a report mean, and what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import DriftKind, Status
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.drift import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.wording import Lang

_STATUSES = {
    Status.COVERED: Wording("条款要求的各项内容，下级都写到了；全市改全区等层级用语变化和少量改写不算差异。"),
    Status.PARTIAL: Wording("条款要求的内容，下级写到了一部分；缺少的内容单列。"),
    Status.DROPPED: Wording("下级没有写到条款要求的任何一项内容。"),
    Status.NOT_APPLICABLE: Wording(
        "条款只涉及上级自身（立法、其他地方的工程等），或者只是号召，没有具体事项；不计入承接率。"
    ),
}
_DRIFTS = {
    DriftKind.SAME: Wording("数值、时限、频次相同。"),
    DriftKind.STRICTER: Wording("下级的要求高于上级（层层加码）。"),
    DriftKind.LOOSER: Wording("下级的要求低于上级。"),
    DriftKind.MISSING: Wording("上级有数值，下级没有。"),
    DriftKind.NEW: Wording("下级有数值，上级没有。"),
    DriftKind.NOT_COMPARABLE: Wording("同一事项，数值不能直接比较，例如全市总数分解到各区县而份额未知。"),
}
_TERMS = (
    (
        Wording("承接率"),
        Wording("已承接的条款数 ÷ 应承接的条款数（不适用和工作要求不计，部分承接不算已承接）。分母为零时不给出比率。"),
    ),
    (
        Wording("待人工判定"),
        Wording("自动判断把握不大的条款，请优先复核；状态栏给出的是可能性最大的判断。"),
    ),
    (
        Wording("自选动作", "plural"),
        Wording("下级任务中找不到上级依据的任务。"),
    ),
    (
        Wording("任务状态", "column"),
        Wording("由所属条款的状态得出。"),
    ),
    (
        Wording("位置"),
        Wording("原文件中的页、段、行或表格行，便于回查。"),
    ),
)


def definitions(lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the words in their order, each with what it means."""
    for name, note in _TERMS:
        yield name.of(lang), note.of(lang)
    for status, note in _STATUSES.items():
        yield labels.STATUS[status].of(lang), note.of(lang)
    for kind, note in _DRIFTS.items():
        yield KINDS[kind].of(lang), note.of(lang)
