"""`planalign checklist`: who does what by when, from one plan or from a comparison."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    ChecklistFormat,
    ConfigOption,
    ContactOption,
    IsolatedOption,
    LangOption,
    LibreOfficeOption,
    OcrOption,
    QuietOption,
    VerboseOption,
)
from planalign.cli.deliver import deliver, require_formats, tell_unread
from planalign.cli.in_force import Wishes, asked_for
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import check_targets, tell
from planalign.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Container

    from planalign.config import Settings
    from planalign.model.checklist import Checklist
    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan
    from planalign.report.look import Look

HELP = said("任务分解表：每项任务的措施、目标、时限、牵头单位、责任单位和上级依据，正文和附表都列；可只列一个单位的。")
ParentOption = Annotated[
    Path | None,
    typer.Option("--parent", metavar="FILE", help=said("上级文件，用于列出上级依据")),
]
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="NAME",
        help=said("只列一个单位牵头、负责或配合的，如“区应急管理局”；简称、全称均可"),
    ),
]
DutiesOption = Annotated[bool, typer.Option("--requirements", help=said("工作要求也列出"))]
ChecklistOutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="NAME.EXT|KIND:NAME",
        help=said("另存为文件，可重复；按扩展名定格式（.xlsx .md .csv .json）"),
    ),
]
_MOST_NAMES, _NEAR_NAMES = 12, 3


def checklist(
    plan: Annotated[
        Path,
        typer.Argument(
            metavar="PLAN|REPORT",
            help=said("工作计划，或者 compare 写出的 .json 文件"),
        ),
    ],
    parent: ParentOption = None,
    unit: UnitOption = None,
    form: Annotated[
        ChecklistFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))
    ] = ChecklistFormat.TABLE,
    output: ChecklistOutputOption = None,
    requirements: DutiesOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Break a plan down, print the list and write the files asked for."""
    from planalign.pipeline.checklists import checklist as break_down

    wishes = Wishes(
        place=plan, config=config, isolated=isolated, lang=lang, requirements=requirements, contact=contact,
        ocr=ocr, libreoffice=libreoffice,
    )  # fmt: skip
    targets = output or []
    require_formats(targets, _formats())
    check_targets(targets, [path for path in (plan, parent, config) if path])
    settings = asked_for(wishes, quiet=quiet)
    lower, found = _read(plan, parent, settings, quiet=quiet)
    made = break_down(lower, found, settings, unit)
    look = terminal_look(lang)
    deliver(form, targets, partial(_rendered, made, look), quiet=quiet)
    unknown = made.unit is not None and not made.named and not _told_and_meant(made, made.unit)
    unread = tell_unread([found.parent, lower] if found else [lower])
    raise typer.Exit(ExitCode.INCOMPLETE if unread else ExitCode.USAGE if unknown else ExitCode.OK)


def _formats() -> Container[str]:
    from planalign.report.formats import CHECKLIST_FILES, CHECKLIST_FORMATS

    return {*CHECKLIST_FORMATS, *CHECKLIST_FILES}


def _read(plan: Path, parent: Path | None, settings: Settings, *, quiet: bool) -> tuple[Plan, Comparison | None]:
    """Return the plan, and its comparison with the parent where one is given or the file is a report of one.

    Raises ReadError, NotAPlanError, and UsageError for a report of another kind.
    """
    if plan.suffix.lower() == ".json" and parent is None:
        from planalign.store.reports import read_comparison

        found = read_comparison(plan)
        return found.child, found
    from planalign.cli.loading import load_all
    from planalign.pipeline.comparing import compare

    *upper, lower = load_all([*filter(None, [parent]), plan], settings, quiet=quiet)
    return lower, compare(upper[0], lower, settings) if upper else None


def _rendered(made: Checklist, look: Look, form: str) -> str | bytes:
    from planalign.report.formats import checklist_report

    return checklist_report(form)(made, look)


def _told_and_meant(made: Checklist, unit: str) -> bool:
    """Tell that the plan does not name a unit, with names that come near or stand there; return whether it means it.

    A township is meant by 各镇街; whether an office is meant by 有关部门 nobody knows, and its name may be misspelt.
    """
    from difflib import get_close_matches

    from planalign.assess.unit_names import UnitNames

    meant = bool(made.duties) and UnitNames(unit, made.plan.masthead.place).of_town
    near = "、".join(get_close_matches(unit, made.units, n=_NEAR_NAMES))
    names = "、".join(made.units[:_MOST_NAMES])
    if near:
        tell(said("文件的责任单位中没有“{unit}”；名称相近的有：{names}", unit=unit, names=near))
    elif meant:
        tell(said("文件的责任单位中没有“{unit}”，所列都是统称涉及", unit=unit))
    elif names:
        tell(said("文件的责任单位中没有“{unit}”；文件中的单位有：{names} 等", unit=unit, names=names))
    else:
        tell(said("{file} 没有写明任何责任单位", file=made.plan.source.file))
    return meant
