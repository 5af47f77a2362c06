"""`planalign review gold`: what people confirmed, as gold for `evaluate` and as training data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import DecisionsOption, LangOption
from planalign.cli.language import said
from planalign.cli.output import emit, tell, write_whole
from planalign.cli.review_inputs import ReportsArgument, decisions_home, reviewed
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison

HELP = said("把已确认的复核决定导出为评测答案（gold）和训练数据。")


def gold(
    report: ReportsArgument,
    decisions: DecisionsOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER",
            help=said("写入这个文件夹：每份报告一个子文件夹，含 gold.json 和 pairs.jsonl；默认把 gold.json 输出到屏幕"),
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Export the confirmed links, clauses and targets of each report."""
    from planalign.cli.ledger import ledger_of
    from planalign.evaluate.decided_gold import decided_gold, gold_text
    from planalign.pipeline.redeciding import redecided

    reports = [comparison for _, comparison in reviewed(report, lang)]
    ledger = ledger_of(decisions_home(decisions, report[0], reports[0]))
    decided = [redecided(comparison, ledger.decisions) for comparison in reports]
    if output:
        for comparison in decided:
            _write(output, comparison)
    elif len(decided) > 1:
        raise UsageError(english("several reports need a folder to write to"), hint=english("-o FOLDER"))
    else:
        emit(gold_text(decided_gold(decided[0])))


def _write(output: Path, comparison: Comparison) -> None:
    from planalign.evaluate.decided_gold import decided_gold, gold_text, training_pairs

    answers = decided_gold(comparison)
    folder = output / answers.pair.replace("→", "_")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(english("the folder cannot be made: {why}", why=error.strerror), where=str(folder)) from error
    write_whole(folder / "gold.json", gold_text(answers))
    write_whole(folder / "pairs.jsonl", training_pairs(comparison))
    tasks, clauses = len(answers.child_tasks), len(answers.parent_clauses)
    tell(said("已写入 {folder}：任务 {tasks} 项，条款 {clauses} 条", folder=folder, tasks=tasks, clauses=clauses))
