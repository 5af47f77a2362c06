"""`planalign compare`: what became of each clause of the parent."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    AsOfOption,
    ComparisonFormat,
    ConfigOption,
    ContactOption,
    DecisionsOption,
    FailOnOption,
    IsolatedOption,
    LangOption,
    LibreOfficeOption,
    OcrOption,
    OutputOption,
    QuietOption,
    RequirementsOption,
    SamePlanOption,
    VerboseOption,
    WaiversOption,
)
from planalign.cli.deliver import deliver, require_formats, tell_unread
from planalign.cli.in_force import Accepted, Wishes, decided_by, read_accepted
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import check_targets
from planalign.cli.steps import step
from planalign.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Container

    from planalign.config import Settings
    from planalign.model.comparison import Comparison
    from planalign.model.policy import FailOn
    from planalign.report.look import Look

HELP = said("比对上下级两份工作计划：哪些任务和条款未承接、部分承接，哪些是自选动作。")


def compare(
    parent: Annotated[Path, typer.Argument(metavar="PARENT", help=said("上级文件"))],
    child: Annotated[Path, typer.Argument(metavar="CHILD", help=said("下级文件"))],
    form: Annotated[
        ComparisonFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))
    ] = ComparisonFormat.TABLE,
    output: OutputOption = None,
    lang: LangOption = None,
    fail_on: FailOnOption = None,
    requirements: RequirementsOption = False,
    same_plan: SamePlanOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    waivers: WaiversOption = None,
    decisions: DecisionsOption = None,
    as_of: AsOfOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Compare two files, print the result and write the files asked for."""
    wishes = Wishes(
        place=child, config=config, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements,
        contact=contact, ocr=ocr, libreoffice=libreoffice, same_plan=same_plan, decisions=decisions,
    )  # fmt: skip
    targets = output or []
    require_formats(targets, _formats())
    check_targets(targets, [path for path in (parent, child, config, waivers, decisions) if path])
    settings, said_before = decided_by(wishes, quiet=quiet)
    # Whoever compares wants to see every gap: waivers take part only where they are named.
    accepted = read_accepted(waivers, settings) if waivers else ()
    comparison = _compare(parent, child, settings, Accepted(accepted, decisions=said_before), quiet=quiet)
    look = terminal_look(lang)
    deliver(form, targets, partial(_rendered, comparison, look), beside=partial(_beside, comparison), quiet=quiet)
    unread = tell_unread([comparison.parent, comparison.child])
    raise typer.Exit(ExitCode.INCOMPLETE if unread else _exit_code(comparison, fail_on))


def _compare(parent: Path, child: Path, settings: Settings, kept: Accepted, *, quiet: bool) -> Comparison:
    """Read both files before failing, so that one call tells about both."""
    from planalign.cli.loading import load_all, ready_to_compare

    upper, lower = load_all([parent, child], settings, quiet=quiet, meanwhile=ready_to_compare)
    from planalign.pipeline.comparing import compare as compare_plans

    with step(said("比对")):
        return compare_plans(upper, lower, settings, kept.waivers, decisions=kept.decisions)


def _beside(comparison: Comparison, form: str) -> dict[str, str]:
    from planalign.report.formats import companions

    return companions(form, comparison)


def _formats() -> Container[str]:
    from planalign.report.formats import COMPARISON_FILES, COMPARISON_FORMATS

    return {*COMPARISON_FORMATS, *COMPARISON_FILES}


def _rendered(comparison: Comparison, look: Look, form: str) -> str | bytes:
    from planalign.report.formats import comparison_report

    return comparison_report(form)(comparison, look)


def _exit_code(comparison: Comparison, fail_on: FailOn | None) -> ExitCode:
    """Return 1 only where the options ask for it: a comparison is no gate."""
    if fail_on is None:
        return ExitCode.OK
    from planalign.assess.gate import failing

    return ExitCode.POLICY_NOT_MET if failing(comparison.summary.findings, fail_on) else ExitCode.OK
