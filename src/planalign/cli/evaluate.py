"""`planalign evaluate`: how good the alignment is, against expert gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planalign.cli.choices import EvaluationFormat, LangOption
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit

HELP = said(
    "对照人工标注评价比对结果，并与两种简单方法比较。",
    "Score the comparison against expert gold, beside two simple baselines.",
)


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help=said("人工标注文件", "gold files"))],
    corpora: Annotated[
        Path | None,
        typer.Option("--corpora", metavar="DIR", help=said("文件所在文件夹", "folder of the documents")),
    ] = None,
    parent: Annotated[
        Path | None,
        typer.Option(
            "--parent", metavar="FILE", help=said("改用这个上级文件", "this parent in place of the one named")
        ),
    ] = None,
    child: Annotated[
        Path | None,
        typer.Option("--child", metavar="FILE", help=said("改用这个下级文件", "this child in place of the one named")),
    ] = None,
    form: Annotated[
        EvaluationFormat, typer.Option("--format", "-f", help=said("输出格式", "format of standard output"))
    ] = EvaluationFormat.TABLE,
    lang: LangOption = None,
) -> None:
    """Evaluate the gold files and print the scores."""
    from planalign.config import Settings
    from planalign.evaluate import evaluate_files, render_table

    evaluation = evaluate_files(gold, corpora, Settings(), parent=parent, child=child)
    if form is EvaluationFormat.JSON:
        emit(evaluation.model_dump_json(indent=2) + "\n")
    else:
        look = terminal_look(lang)
        emit(render_table(evaluation, look.width, look.lang))
