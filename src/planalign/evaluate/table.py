"""The evaluation as text: one table for each pair and one for the total."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from planalign.evaluate.drift_table import drift_lines
from planalign.evaluate.record import F1, Mean, Share, SystemName
from planalign.model.wording import Lang, Wording
from planalign.report.scrub import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from planalign.evaluate.record import Evaluation, PairEvaluation, Scores, System

Value = F1 | Mean | Share | float | None

WORDS: dict[str, Wording] = {
    SystemName.PLANALIGN: Wording("planalign"),
    SystemName.TITLE_RATIO: Wording("基线：标题相似"),
    SystemName.TFIDF: Wording("基线：TF-IDF"),
    "measure": Wording("指标", "measure"),
    "primary": Wording("主承接任务 F1"),
    "links": Wording("全部承接关系 F1"),
    "relations": Wording("关系类型正确率"),
    "covered": Wording("条款“已承接” F1"),
    "partial": Wording("条款“部分承接” F1"),
    "dropped": Wording("条款“未承接” F1"),
    "macro": Wording("条款状态宏平均 F1"),
    "evidence": Wording("首条依据正确率"),
    "best_dropped": Wording("“未承接” F1（单独选阈值）"),
    "total": Wording("合计（{pairs} 组，计数合并）"),
    "size": Wording("任务 {tasks} 项，条款 {clauses} 条"),
    "not_found": Wording("；其中未找到任务 {tasks} 项，条款 {clauses} 条"),
    "note": Wording("方括号为 95% 自助法区间（{rounds} 次，种子 {seed}）；括号内依次为正确、多报、漏报数。"),
    "flattered": Wording("基线的阈值就在同一份标注上选取，所以基线得分偏高。"),
}


def render_table(evaluation: Evaluation, width: int = 100, lang: Lang = Lang.ZH) -> str:
    """Return the tables as plain text, `width` columns wide."""
    from rich.console import Console, Group
    from rich.text import Text

    parts = [part for pair in evaluation.pairs for part in _pair(pair, lang)]
    if len(evaluation.pairs) > 1:
        heading = _word("total", lang).format(pairs=len(evaluation.pairs))
        parts += _section(heading, evaluation.total, lang)
    parts.append(Text(_word("note", lang).format(rounds=evaluation.rounds, seed=evaluation.seed)))
    parts.append(Text(_word("flattered", lang)))
    page = StringIO()
    Console(file=page, width=width, color_system=None).print(Group(*parts))
    return page.getvalue()


def _pair(pair: PairEvaluation, lang: Lang) -> list[RenderableType]:
    """Return the table of a pair and, where the gold lists drift, what became of it."""
    from rich.text import Text

    lines = [*drift_lines(pair.drift, lang), ""] if pair.drift else []
    return [*_section(_heading(pair), pair.systems, lang), *map(Text, lines)]


def _heading(pair: PairEvaluation) -> str:
    return inert(f"{pair.pair}  {pair.child.title} → {pair.parent.title}")


def _section(heading: str, systems: Sequence[System], lang: Lang) -> list[RenderableType]:
    """Return heading, size and table; the text of documents goes in as Text, since rich reads brackets as markup."""
    from rich.text import Text

    return [Text(heading), Text(_size(systems[0].scores, lang)), _table(systems, lang), Text()]


def _size(scores: Scores, lang: Lang) -> str:
    tasks, clauses = scores.tasks, scores.clauses
    size = _word("size", lang).format(tasks=tasks.tasks, clauses=clauses.clauses if clauses else 0)
    lost = len(tasks.not_found), clauses.not_found if clauses else 0
    missing = _word("not_found", lang).format(tasks=lost[0], clauses=lost[1])
    return f"{size}{missing}" if any(lost) else size


def _table(systems: Sequence[System], lang: Lang) -> Table:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column(_word("measure", lang), overflow="fold")
    for system in systems:
        table.add_column(_word(system.name, lang), overflow="fold")
    columns = [_values(system) for system in systems]
    for row in columns[0]:
        # Counts of ours only: the others are in the record, and three columns of them do not fit on a screen.
        cells = [_cell(column[row], counts=number == 0) for number, column in enumerate(columns)]
        if any(cells):
            table.add_row(_word(row, lang), *(Text(cell) for cell in cells))
    return table


def _values(system: System) -> dict[str, Value]:
    tasks, clauses = system.scores.tasks, system.scores.clauses
    values: dict[str, Value] = {"primary": tasks.primary, "links": tasks.links, "relations": tasks.relations}
    if system.name is not SystemName.PLANALIGN:
        # The baselines know no relation.
        values["relations"] = None
    if clauses:
        values.update((str(status), f1) for status, f1 in clauses.by_status.items())
        values.update(macro=clauses.macro, evidence=clauses.evidence, best_dropped=system.best_dropped)
    return values


def _cell(value: Value, *, counts: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, Share):
        share = "" if value.value is None else f"{value.value:.3f}"
        return f"{share} ({value.right}/{value.total})" if share and counts else share
    interval = f"{value.value:.3f} [{value.interval.low:.2f}–{value.interval.high:.2f}]"
    return f"{interval} ({value.right}/{value.extra}/{value.missed})" if counts and isinstance(value, F1) else interval


def _word(key: str, lang: Lang) -> str:
    return WORDS[key].of(lang)
