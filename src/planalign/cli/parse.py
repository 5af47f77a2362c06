"""`planalign parse`: the records of documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    ContactOption,
    LangOption,
    LibreOfficeOption,
    OcrOption,
    PlanFormat,
    QuietOption,
    VerboseOption,
)
from planalign.cli.deliver import require_formats
from planalign.cli.files import expand
from planalign.cli.in_force import Wishes, asked_for
from planalign.cli.language import said, told
from planalign.cli.look import terminal_look
from planalign.cli.output import check_targets, target_file, tell
from planalign.errors import ExitCode, NotAPlanError, PlanalignError, ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.cli.debug_layout import LayoutFolder
    from planalign.config import Settings
    from planalign.guarded import Reading
    from planalign.model.plan import Plan

HELP = said("解析文件或文件夹：文号、标题、任务、条款、附表。")
PlanOutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="NAME.EXT|KIND:NAME",
        help=said("另存为文件，可重复；按扩展名定格式（.json .jsonl .md .xlsx），也可用“格式:文件名”，如 jsonl:文件名"),
    ),
]
LimitsOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help=said("设置文件；这里只用其中的 [limits]，且不自动查找"),
    ),
]
LayoutOption = Annotated[
    Path | None,
    typer.Option(
        "--debug-layout",
        metavar="DIR",
        help=said("在该文件夹中为每个文件写出各段落、各表格被识别成了什么（PDF、OFD、图片为标注页面，其他格式为文本）"),
    ),
]


def parse(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...", help=said("文件或文件夹"))],
    form: Annotated[PlanFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))] = PlanFormat.TABLE,
    output: PlanOutputOption = None,
    debug_layout: LayoutOption = None,
    config: LimitsOption = None,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Parse all files; one that cannot be read never stops the rest."""
    from planalign.cli.loading import read_each
    from planalign.cli.plan_outputs import PlanOutputs
    from planalign.report.formats import PLAN_FORMATS

    targets = output or []
    require_formats(targets, PLAN_FORMATS)
    check_targets(targets, [*paths, config] if config else paths)
    files = list(expand(paths, map(target_file, targets)))
    wishes = Wishes(
        place=paths[0], config=config, isolated=True, lang=lang, contact=contact, ocr=ocr, libreoffice=libreoffice
    )
    settings = asked_for(wishes, quiet=quiet)
    several = len(paths) > 1 or os.path.isdir(paths[0])  # noqa: PTH112 - a closed folder is one too
    failed = 0
    outputs = PlanOutputs(form, targets, terminal_look(lang), several=several, quiet=quiet)
    with outputs, _reading(settings, debug_layout, files) as reading:
        for result in read_each(files, reading.plan, quiet=quiet):
            failed += _told(result)
            if not isinstance(result, PlanalignError):
                outputs.take(result)
        outputs.finish()
    if failed and len(files) > 1 and not quiet:
        tell(said("共 {count} 个文件，{failed} 个有问题", count=len(files), failed=failed))
    raise typer.Exit(ExitCode.INCOMPLETE if failed else ExitCode.OK)


def _reading(
    settings: Settings, debug_layout: Path | None, files: Sequence[Path | ReadError]
) -> Reading | LayoutFolder:
    """Return what reads a file: with a file beside it that shows what its parts were taken for, where asked for."""
    if debug_layout is not None:
        from planalign.cli.debug_layout import LayoutFolder

        return LayoutFolder(debug_layout, settings, [file for file in files if not isinstance(file, ReadError)])
    from planalign.guarded import PLAN, Reading

    return Reading(PLAN, settings)


def _told(result: Plan | PlanalignError) -> bool:
    """Tell what is wrong with a document, and whether anything is."""
    problem = result if isinstance(result, PlanalignError) else _problem(result)
    if problem is not None:
        tell(told(problem))
    return problem is not None


def _problem(plan: Plan) -> PlanalignError | None:
    """Say so where a part was not read, or where no task was found; a document of another kind is an answer."""
    from planalign.cli.loading import unread_part

    unread = unread_part(plan)
    if unread:
        return unread
    if plan.tasks or plan.kind == "other":
        return None
    return NotAPlanError(
        english("no task was found"), where=plan.source.file, hint=english("look at what was not understood")
    )
