"""Options that the commands of a corpus share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planalign.cli.language import said


class CorpusFormat(StrEnum):
    """How a corpus is shown."""

    TABLE = "table"
    JSON = "json"


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class EngineChoice(StrEnum):
    """Where the work is done; mirrors the engines, which a test compares."""

    LOCAL = "local"
    SERIAL = "serial"
    RAY = "ray"


FolderArgument = Annotated[Path, typer.Argument(metavar="FOLDER", help=said("文件所在的文件夹"))]
StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FOLDER",
        help=said("存放结果的文件夹；默认为其中的 .planalign"),
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, help=said("同时工作的子进程数；默认等于处理器数")),
]
EngineOption = Annotated[
    EngineChoice,
    typer.Option(
        "--engine",
        help=said(
            "local 由受监护的子进程处理；serial 在本进程内逐份处理，不隔离，用于查错；"
            "ray 交给 RAY_ADDRESS 指定的集群或本机的 Ray"
        ),
    ),
]
ShardOption = Annotated[
    str | None,
    typer.Option(
        "--shard",
        metavar="I/N",
        help=said("只做 N 份中的第 I 份，各份共用一个结果文件夹；先各运行一遍读取，再各运行一遍比对"),
    ),
]
AgainOption = Annotated[
    bool,
    typer.Option("--again", help=said("重试上次失败或未读全的文件")),
]
FormOption = Annotated[CorpusFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))]
EverythingOption = Annotated[bool, typer.Option("--all", help=said("全部逐条列出"))]
