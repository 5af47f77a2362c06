"""`planalign explain`: why a link or a verdict was given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planalign.cli.choices import LangOption
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit

HELP = said("说明一条判定的由来：各项要求的概率、最接近的下级条款、次优；指标两边的数值和配对的理由。")


def explain(
    report: Annotated[
        Path,
        typer.Argument(metavar="REPORT", help=said("compare 写出的 .json 文件")),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=said("问题、对应关系、上级条款或任务的编号"),
        ),
    ],
    lang: LangOption = None,
) -> None:
    """Print the evidence behind one id of a report."""
    from planalign.report.explain import render
    from planalign.store.reports import read_comparison

    emit(render(read_comparison(report), name, terminal_look(lang)))
