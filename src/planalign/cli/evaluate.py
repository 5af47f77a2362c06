"""`planalign evaluate`: how good the alignment is, against expert gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planalign.cli.choices import EvaluationFormat, LangOption
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit
from planalign.cli.progress import Progress
from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.model.wording import Lang

HELP = said("对照人工标注评价比对结果，并与两种简单方法比较；--mutations 改用已知改动检验。")


GoldArgument = Annotated[list[Path], typer.Argument(metavar="GOLD...", help=said("人工标注文件"))]
CorporaOption = Annotated[
    Path | None,
    typer.Option("--corpora", metavar="DIR", help=said("文件所在文件夹")),
]
ParentOption = Annotated[
    Path | None,
    typer.Option("--parent", metavar="FILE", help=said("改用这个上级文件")),
]
ChildOption = Annotated[
    Path | None,
    typer.Option("--child", metavar="FILE", help=said("改用这个下级文件")),
]
FormatOption = Annotated[EvaluationFormat, typer.Option("--format", "-f", help=said("输出格式", "standard output"))]
MutationsOption = Annotated[
    bool,
    typer.Option(
        "--mutations",
        help=said("所给文件是计划：按已知改动生成下级文件，检验能否发现"),
    ),
]


def evaluate(
    gold: GoldArgument,
    corpora: CorporaOption = None,
    parent: ParentOption = None,
    child: ChildOption = None,
    form: FormatOption = EvaluationFormat.TABLE,
    mutations: MutationsOption = False,
    lang: LangOption = None,
) -> None:
    """Evaluate the gold files and print the scores."""
    from planalign.config import Settings
    from planalign.evaluate import evaluate_files, render_table

    if mutations:
        _refuse(corpora, parent, child)
        _evaluate_mutations(gold, form, lang)
        return
    evaluation = evaluate_files(gold, corpora, Settings(), parent=parent, child=child)
    if form is EvaluationFormat.JSON:
        emit(evaluation.model_dump_json(indent=2) + "\n")
    else:
        look = terminal_look(lang)
        emit(render_table(evaluation, look.width, look.lang))


def _refuse(*options: Path | None) -> None:
    if any(options):
        raise UsageError(
            english("--mutations takes plans only"), hint=english("leave out --corpora, --parent and --child")
        )


def _evaluate_mutations(files: list[Path], form: EvaluationFormat, lang: Lang | None) -> None:
    """Make altered children of the plans, compare them and print what was found."""
    from planalign.cli.loading import load_all
    from planalign.config import Settings
    from planalign.evaluate.mutation_run import cases, run_mutations
    from planalign.evaluate.mutation_table import render_mutations

    plans = load_all(files, Settings(), quiet=False)
    with Progress(said("生成并比较"), len(cases(plans))) as progress:
        report = run_mutations(plans, Settings(), step=progress.advance)
    if form is EvaluationFormat.JSON:
        emit(report.model_dump_json(indent=2) + "\n")
    else:
        look = terminal_look(lang)
        emit(render_mutations(report, look.width, look.lang))
