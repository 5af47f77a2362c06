"""`planalign check`: whether a plan may be issued, and what to fix before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    AsOfOption,
    BaselineOption,
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
from planalign.cli.in_force import Wishes, judged_by
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import check_targets
from planalign.cli.steps import step
from planalign.errors import ExitCode

if TYPE_CHECKING:
    from planalign.cli.in_force import Accepted
    from planalign.config import Settings
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look

HELP = said("印发前检查一份工作计划：列出需要处理的问题，按 planalign.toml 的要求给出通过与否（退出码 0 或 1）。")

ParentOption = Annotated[
    Path | None,
    typer.Option("--parent", metavar="FILE", help=said("上级文件；没有时只检查文件本身")),
]

AllOption = Annotated[bool, typer.Option("--all", help=said("全部逐条列出"))]


def check(
    child: Annotated[Path, typer.Argument(metavar="CHILD", help=said("要检查的文件"))],
    parent: ParentOption = None,
    form: Annotated[
        ComparisonFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))
    ] = ComparisonFormat.TABLE,
    output: OutputOption = None,
    everything: AllOption = False,
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
    decisions: DecisionsOption = None,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    same_plan: SamePlanOption = None,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Check one plan, print what to fix and write the files asked for."""
    wishes = Wishes(
        place=child, config=config, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements,
        contact=contact, ocr=ocr, libreoffice=libreoffice, same_plan=same_plan, fail_on=fail_on,
        waivers=waivers, baseline=baseline, decisions=decisions,
    )  # fmt: skip
    targets = output or []
    require_formats(targets, _formats(parent))
    check_targets(targets, [path for path in (child, parent, config, waivers, baseline, decisions) if path])
    settings, kept = judged_by(wishes, quiet=quiet)
    record = checked(child, parent, settings, kept, quiet=quiet)
    look = terminal_look(lang, everything=everything)
    deliver(form, targets, partial(_rendered, record, look), beside=partial(_beside, record), quiet=quiet)
    raise typer.Exit(_exit_code(record))


def checked(child: Path, parent: Path | None, settings: Settings, kept: Accepted, *, quiet: bool) -> Check | Comparison:
    """Read both files before failing, so that one call tells about both, and judge the child.

    Raises ReadError and NotAPlanError.
    """
    from planalign.cli.loading import load_all, ready_to_compare

    paths = [path for path in (parent, child) if path]
    plans = load_all(paths, settings, quiet=quiet, meanwhile=ready_to_compare if parent else None)
    from planalign.pipeline.comparing import check as check_plan

    upper = plans[0] if parent else None
    with step(said("检查")):
        return check_plan(plans[-1], upper, settings, kept.waivers, kept.baseline, kept.decisions)


def _beside(record: Check | Comparison, form: str) -> dict[str, str]:
    from planalign.report.formats import companions

    return companions(form, record)


def _formats(parent: Path | None) -> frozenset[str]:
    """Return the formats of a check; with a parent the record is a comparison, and its reports serve too."""
    from planalign.report.formats import CHECK_FORMATS, COMPARISON_FILES, COMPARISON_FORMATS

    return frozenset(CHECK_FORMATS) | (frozenset({*COMPARISON_FORMATS, *COMPARISON_FILES}) if parent else frozenset())


def _rendered(record: Check | Comparison, look: Look, form: str) -> str | bytes:
    """Return a report; what no check has is that of the comparison, which only a check with a parent asks for."""
    from planalign.model.comparison import Comparison
    from planalign.report.formats import CHECK_FORMATS, check_report, comparison_report

    if isinstance(record, Comparison) and form not in CHECK_FORMATS:
        return comparison_report(form)(record, look)
    return check_report(form)(record, look)


def _exit_code(record: Check | Comparison) -> ExitCode:
    """Return 3 where something was not read, else what the policy says."""
    from planalign.report.check_items import documents

    if tell_unread(plan for _, plan in documents(record)):
        return ExitCode.INCOMPLETE
    return ExitCode.OK if record.gate is None or record.gate.passed else ExitCode.POLICY_NOT_MET
