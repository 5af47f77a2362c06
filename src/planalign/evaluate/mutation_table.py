"""The mutation benchmark as text: one line a change."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from planalign.evaluate.mutations import MutationKind
from planalign.model.wording import Lang, Wording

if TYPE_CHECKING:
    from planalign.evaluate.mutation_record import MutationCounts, MutationReport

KINDS: dict[MutationKind, Wording] = {
    MutationKind.DROP_TASK: Wording("删去任务"),
    MutationKind.DROP_CLAUSE: Wording("删去条款"),
    MutationKind.DROP_COMMITMENT: Wording("删去一项举措"),
    MutationKind.NARROW_LIST: Wording("缩短列举"),
    MutationKind.CHANGE_NUMBER: Wording("改动数字"),
    MutationKind.SWAP_OBJECT: Wording("换掉对象"),
    MutationKind.PARAPHRASE: Wording("换词改写"),
    MutationKind.REORDER: Wording("调整顺序"),
    MutationKind.MERGE: Wording("合并任务"),
    MutationKind.SPLIT: Wording("拆分任务"),
}
COLUMNS = (
    Wording("改动"),
    Wording("改动条款"),
    Wording("判断正确"),
    Wording("有提示"),
    Wording("整项任务"),
    Wording("未改条款"),
    Wording("误报", "measure"),
)
_HEAD = Wording("{plans} 份计划，{children} 份生成的下级文件，种子 {seed}")
_NOTE = Wording(
    "“判断正确”指状态符合所做改动；“有提示”指状态不是“已承接”，或有指标变化、提示事项。改动数字仍算已承接或部分承接。"
)


def render_mutations(report: MutationReport, width: int = 100, lang: Lang = Lang.ZH) -> str:
    """Return the table as plain text, `width` columns wide."""
    from rich.box import SIMPLE
    from rich.console import Console, Group
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False)
    for number, column in enumerate(COLUMNS):
        table.add_column(column.of(lang), overflow="fold", justify="right" if number else "left")
    for kind, counts in report.total.items():
        table.add_row(KINDS[kind].of(lang), *mutation_cells(counts))
    head = _HEAD.of(lang).format(plans=len(report.plans), children=len(report.children), seed=report.seed)
    page = StringIO()
    Console(file=page, width=width, color_system=None).print(Group(Text(head), table, Text(_NOTE.of(lang))))
    return page.getvalue()


def mutation_cells(counts: MutationCounts) -> tuple[str, ...]:
    """Return the cells of one row after its name."""
    return (
        str(counts.touched),
        percent(counts.right, counts.touched),
        percent(counts.noticed, counts.touched),
        f"{counts.lost_tasks_found}/{counts.lost_tasks}" if counts.lost_tasks else "",
        str(counts.untouched),
        percent(counts.false_alarms, counts.untouched),
    )


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal; 0 % and 100 % only where exactly true, empty where there is nothing to share."""
    if not whole:
        return ""
    if part in {0, whole}:
        return f"{100 * part // whole} %"
    return f"{min(99.9, max(0.1, 100 * part / whole)):.1f} %"
