"""`planalign matrix`: one parent against all its children."""

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
from planalign.errors import ExitCode, NotAPlanError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.model.matrix import Matrix
    from planalign.report.look import Look

HELP = said("一份上级文件对照它的所有下级文件：每项任务由谁承接、谁没有承接。")


def matrix(
    parent: Annotated[Path, typer.Argument(metavar="PARENT", help=said("上级文件"))],
    children: Annotated[list[Path], typer.Argument(metavar="CHILD...", help=said("各下级文件"))],
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
    """Compare the parent with each child; a child that cannot be read is left out and told."""
    from planalign.pipeline.several import matrix as compare_all
    from planalign.report.formats import MATRIX_FORMATS

    targets = output or []
    require_formats(targets, MATRIX_FORMATS)
    check_targets(targets, [parent, *children, *filter(None, [config, decisions])])
    wishes = Wishes(
        place=children[0], config=config, isolated=isolated, lang=lang, requirements=requirements, contact=contact,
        ocr=ocr, libreoffice=libreoffice, decisions=decisions,
    )  # fmt: skip
    settings, said_before = decided_by(wishes, quiet=quiet)
    gathered = gather([parent, *children], settings, quiet=quiet)
    upper, *rest = gathered.plans
    lower = [plan for plan in rest if plan]
    if upper is None or not lower:
        raise NotAPlanError(english("the parent or all children are missing, so there is nothing to compare"))
    with comparing(quiet=quiet):
        record = compare_all(upper, lower, settings, gathered.unread, said_before)
    look = terminal_look(lang)
    deliver(form, targets, lambda name: _rendered(record, name, look), quiet=quiet)
    raise typer.Exit(ExitCode.INCOMPLETE if tell_unread([upper, *lower]) or gathered.unread else ExitCode.OK)


def _rendered(record: Matrix, form: str, look: Look) -> str:
    from planalign.report.formats import matrix_report

    return matrix_report(form)(record, look)
