"""`planalign compare`: what became of each clause of the parent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    AsOfOption,
    ComparisonFormat,
    ContactOption,
    FailOn,
    LangOption,
    OutputOption,
    QuietOption,
    WaiversOption,
)
from planalign.cli.language import chosen, said, told
from planalign.cli.look import terminal_look
from planalign.cli.output import check_targets, emit, target_format, tell, write_whole
from planalign.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from planalign.config import Settings
    from planalign.model.comparison import Comparison
    from planalign.model.waiver import Waiver
    from planalign.report.look import Look

HELP = said(
    "比对上下级两份工作计划：哪些任务和条款未承接、部分承接，哪些是自选动作。",
    "Compare two plans: which tasks and clauses of the parent are dropped or partly carried, which tasks are local.",
)


def compare(
    parent: Annotated[Path, typer.Argument(metavar="PARENT", help=said("上级文件", "the upper-level plan"))],
    child: Annotated[Path, typer.Argument(metavar="CHILD", help=said("下级文件", "the lower-level plan"))],
    form: Annotated[
        ComparisonFormat, typer.Option("--format", "-f", help=said("标准输出的格式", "format of standard output"))
    ] = ComparisonFormat.TABLE,
    output: OutputOption = None,
    lang: LangOption = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on",
            help=said("有该级别及以上的问题时退出码为 1", "exit 1 where there are findings of this severity or worse"),
        ),
    ] = FailOn.NEVER,
    requirements: Annotated[
        bool, typer.Option("--requirements", help=said("工作要求也计入承接率", "count 工作要求 too"))
    ] = False,
    waivers: WaiversOption = None,
    as_of: AsOfOption = None,
    contact: ContactOption = False,
    quiet: QuietOption = False,
) -> None:
    """Compare two files, print the result and write the files asked for."""
    from planalign.config import Settings

    targets = output or []
    check_targets(targets, [parent, child, *filter(None, [waivers])])
    day = as_of.date() if as_of else None
    settings = Settings(lang=chosen(lang), requirements=requirements, contact=contact, as_of=day)
    accepted = _waivers(waivers, settings)
    comparison = _compare(parent, child, settings, accepted, quiet=quiet)
    look = terminal_look(lang)
    emit(_rendered(comparison, form, look))
    _write(comparison, targets, look, quiet=quiet)
    raise typer.Exit(ExitCode.INCOMPLETE if _tell_unread(comparison) else _exit_code(comparison, fail_on))


def _waivers(path: Path | None, settings: Settings) -> tuple[Waiver, ...]:
    """Read the waivers before the documents, so that a slip in the call shows at once."""
    if path is None:
        return ()
    from planalign.assess.rules import RULES
    from planalign.store.waivers import read_waivers

    waivers = read_waivers(path, RULES)
    if settings.as_of is None:
        raise UsageError("--waivers needs the day to judge them by", hint="add --as-of YYYY-MM-DD")
    return waivers


def _compare(parent: Path, child: Path, settings: Settings, waivers: tuple[Waiver, ...], *, quiet: bool) -> Comparison:
    """Read both files before failing, so that one call tells about both."""
    from planalign.cli.loading import load_all
    from planalign.pipeline import compare as compare_plans

    upper, lower = load_all([parent, child], settings, quiet=quiet)
    return compare_plans(upper, lower, settings, waivers)


def _tell_unread(comparison: Comparison) -> bool:
    """Tell what was not read of either document; the report is printed all the same."""
    from planalign.cli.loading import unread_part

    problems = [problem for plan in (comparison.parent, comparison.child) if (problem := unread_part(plan))]
    for problem in problems:
        tell(told(problem))
    return bool(problems)


def _rendered(comparison: Comparison, form: str, look: Look) -> str:
    from planalign.report.formats import comparison_report

    return comparison_report(form)(comparison, look)


def _write(comparison: Comparison, targets: list[Path], look: Look, *, quiet: bool) -> None:
    for target in targets:
        write_whole(target, _rendered(comparison, target_format(target), look))
        if not quiet:
            tell(said(f"已写入 {target}", f"wrote {target}"))


def _exit_code(comparison: Comparison, fail_on: FailOn) -> ExitCode:
    from planalign.model.comparison import Severity

    counts = comparison.summary.findings
    bad = {
        FailOn.ERROR: counts[Severity.ERROR],
        FailOn.WARNING: counts[Severity.ERROR] + counts[Severity.WARNING],
        FailOn.NEVER: 0,
    }
    return ExitCode.POLICY_NOT_MET if bad[fail_on] else ExitCode.OK
