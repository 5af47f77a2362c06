"""`planalign chain`: at which level a task of the top plan was lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    ChainFormat,
    ConfigOption,
    ContactOption,
    DecisionsOption,
    IsolatedOption,
    LangOption,
    LibreOfficeOption,
    OcrOption,
    QuietOption,
    RequirementsOption,
    SeveralOutputOption,
    VerboseOption,
)
from planalign.cli.deliver import deliver, require_formats, tell_unread
from planalign.cli.gathering import gather
from planalign.cli.in_force import Wishes, decided_by
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import check_targets
from planalign.cli.progress import comparing
from planalign.errors import ExitCode, NotAPlanError, UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.model.chain import Chain
    from planalign.report.look import Look

HELP = said("自上而下比对一串工作计划（市、区、镇）：每项上级任务在哪一级丢失或变化。")
LEAST = 2
"""So many plans make a chain."""


def chain(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="TOP ... BOTTOM", help=said("自上而下的文件")),
    ],
    form: Annotated[ChainFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))] = ChainFormat.TABLE,
    output: SeveralOutputOption = None,
    requirements: RequirementsOption = False,
    config: ConfigOption = None,
    decisions: DecisionsOption = None,
    isolated: IsolatedOption = False,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Compare neighbours and end to end; a plan that cannot be read is left out and told."""
    from planalign.pipeline.several import chain as compare_chain
    from planalign.report.formats import CHAIN_FORMATS

    if len(plans) < LEAST:
        raise UsageError(
            english("a chain has two plans at least"), hint=english("planalign chain CITY DISTRICT TOWNSHIP")
        )
    targets = output or []
    require_formats(targets, CHAIN_FORMATS)
    check_targets(targets, [*plans, *filter(None, [config, decisions])])
    wishes = Wishes(
        place=plans[-1], config=config, isolated=isolated, lang=lang, requirements=requirements, contact=contact,
        ocr=ocr, libreoffice=libreoffice, decisions=decisions,
    )  # fmt: skip
    settings, said_before = decided_by(wishes, quiet=quiet)
    gathered = gather(plans, settings, quiet=quiet)
    found = [plan for plan in gathered.plans if plan]
    if len(found) < LEAST:
        raise NotAPlanError(english("fewer than two plans are left, so there is nothing to compare"))
    with comparing(quiet=quiet):
        record = compare_chain(found, settings, gathered.unread, said_before)
    look = terminal_look(lang)
    deliver(form, targets, lambda name: _rendered(record, name, look), quiet=quiet)
    raise typer.Exit(ExitCode.INCOMPLETE if tell_unread(found) or gathered.unread else ExitCode.OK)


def _rendered(record: Chain, form: str, look: Look) -> str:
    from planalign.report.formats import chain_report

    return chain_report(form)(record, look)
