"""Choices of options; the formats mirror the registries of the reports, which a test compares."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planalign.cli.language import said
from planalign.cli.steps import tell_steps
from planalign.model.policy import FailOn
from planalign.model.sentence import english
from planalign.model.wording import Lang


class ComparisonFormat(StrEnum):
    """How a comparison or a check is printed."""

    TABLE = "table"
    JSON = "json"
    MD = "md"
    CSV = "csv"
    FINDINGS_MD = "findings.md"
    SARIF = "sarif"
    SARIF_WAIVED = "sarif-waived"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    SUMMARY = "summary"


class ChainFormat(StrEnum):
    """How several comparisons are printed."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


class ChecklistFormat(StrEnum):
    """How a checklist is printed."""

    TABLE = "table"
    JSON = "json"
    MD = "md"
    CSV = "csv"


class PlanFormat(StrEnum):
    """How parsed documents are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    XLSX = "xlsx"


class EvaluationFormat(StrEnum):
    """How an evaluation is printed."""

    TABLE = "table"
    JSON = "json"


LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", help=said("报告语言；默认按系统语言")),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help=said("有该级别及以上的问题时退出码为 1"),
    ),
]
RequirementsOption = Annotated[bool, typer.Option("--requirements", help=said("工作要求也计入承接率"))]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help=said("设置文件；默认从下级文件所在文件夹向上查找 planalign.toml"),
    ),
]
IsolatedOption = Annotated[
    bool,
    typer.Option(
        "--isolated",
        help=said("不查找设置、豁免、基线和复核决定文件"),
    ),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=said("基线文件（planalign-baseline.json）"),
    ),
]
SamePlanOption = Annotated[
    bool | None,
    typer.Option(
        "--same-plan/--other-plan",
        help=said("两份文件是（不是）同一计划的不同年度或前后稿；默认自动判断"),
    ),
]
ContactOption = Annotated[
    bool,
    typer.Option("--contact", help=said("保留联系人和电话（默认略去）")),
]
OcrOption = Annotated[
    bool,
    typer.Option(
        "--ocr/--no-ocr",
        help=said("扫描页是否做文字识别；默认已安装 planalign[ocr] 时识别"),
    ),
]
LibreOfficeOption = Annotated[
    bool,
    typer.Option(
        "--libreoffice",
        help=said("允许用已安装的 LibreOffice 转换 RTF 和 Word 6/95 文件"),
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=said("不在标准错误输出说明文字"))]
VerboseOption = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        callback=tell_steps,
        help=said("在标准错误输出读了什么、采用的设置、各步用时"),
    ),
]
"""Takes effect by its callback; no command needs its value."""
WaiversOption = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        metavar="FILE",
        help=said("豁免文件（planalign-waivers.toml）"),
    ),
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help=said("人工复核的决定；默认从下级文件所在文件夹向上查找 planalign-decisions.jsonl"),
    ),
]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(english("{value} is no day such as 2025-06-01.", value=repr(written))) from None


AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        parser=_day,
        help=said("按这一天判断豁免是否有效"),
    ),
]
SeveralOutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="NAME.EXT",
        help=said("另存为文件，可重复；按扩展名定格式（.json .md）"),
    ),
]
"""For commands on more than two plans."""
OutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="NAME.EXT|KIND:NAME",
        help=said(
            "另存为文件，可重复；按扩展名定格式（.html .xlsx .docx .json .md .csv .sarif，.xml 为 JUnit），"
            "也可用“格式:文件名”，如 links.csv:文件名、gitlab:文件名"
        ),
    ),
]
