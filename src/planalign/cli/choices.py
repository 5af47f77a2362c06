"""Choices of options; the formats mirror the registries of the reports, which a test compares."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planalign.cli.language import said
from planalign.model.wording import Lang


class ComparisonFormat(StrEnum):
    """How a comparison is printed."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


class PlanFormat(StrEnum):
    """How parsed documents are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


class EvaluationFormat(StrEnum):
    """How an evaluation is printed."""

    TABLE = "table"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang", help=said("报告语言；默认按系统语言", "language of the report; by default that of the locale")
    ),
]
ContactOption = Annotated[
    bool,
    typer.Option(
        "--contact", help=said("保留联系人和电话（默认略去）", "keep contact lines (names, telephone numbers)")
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help=said("不在标准错误输出说明文字", "no sentences on standard error"))
]
WaiversOption = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        metavar="FILE",
        help=said("豁免文件（planalign-waivers.toml）", "accepted gaps (planalign-waivers.toml)"),
    ),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        formats=["%Y-%m-%d"],
        help=said("按这一天判断豁免是否有效", "the day by which waivers are judged"),
    ),
]
OutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="NAME.EXT",
        help=said("另存为文件，可重复；按扩展名定格式：.json .md", "also write a file, may be repeated: .json .md"),
    ),
]
