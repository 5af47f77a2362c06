"""`planalign baseline`: draw a line under existing debt, and see what has changed since."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.check import ParentOption, checked
from planalign.cli.choices import (
    AsOfOption,
    BaselineOption,
    ConfigOption,
    IsolatedOption,
    LangOption,
    QuietOption,
    RequirementsOption,
    SamePlanOption,
    WaiversOption,
)
from planalign.cli.deliver import tell_unread
from planalign.cli.in_force import (
    Accepted,
    Wishes,
    found_files,
    project_file,
    read_accepted,
    read_said,
    settings_in_force,
    settings_path,
    tell_files,
)
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit, tell, write_whole
from planalign.errors import ExitCode, UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.model.baseline import Baseline
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison

HELP = said("存量问题：write 把现有问题记入基线，check 以后只计新问题；diff 显示基线之后的变化。")
WRITE_HELP = said("把现在发现的问题记入基线文件。")
DIFF_HELP = said("对照基线：新增、仍在、已消失的问题。")

ChildArgument = Annotated[Path, typer.Argument(metavar="CHILD", help=said("要检查的文件"))]


class DiffFormat(StrEnum):
    """How a difference is printed."""

    TABLE = "table"
    JSON = "json"


app = typer.Typer(help=HELP, rich_markup_mode=None, no_args_is_help=True)


@app.command("write", help=WRITE_HELP)
def write(
    child: ChildArgument,
    parent: ParentOption = None,
    baseline: BaselineOption = None,
    config: ConfigOption = None,
    waivers: WaiversOption = None,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    same_plan: SamePlanOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write the baseline anew for these documents; the debt of others stays as it is."""
    from planalign.assess.debt import renewed
    from planalign.report.check_items import documents
    from planalign.store.baseline import baseline_text

    wishes = Wishes(
        place=child, config=config, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements,
        same_plan=same_plan, waivers=waivers, baseline=baseline,
    )  # fmt: skip
    record = _found_now(child, parent, wishes, quiet=quiet)
    target = found_files(wishes)["baseline"] or _home(wishes)
    plans = [plan for _, plan in documents(record)]
    upper = plans[0] if parent else None
    write_whole(target, baseline_text(renewed(_read(target), upper, plans[-1], record.findings)))
    if not quiet:
        tell(said("已写入 {target}，本次发现 {count} 项", target=target, count=len(record.findings)))
    raise typer.Exit(ExitCode.INCOMPLETE if tell_unread(plans) else ExitCode.OK)


@app.command("diff", help=DIFF_HELP)
def diff(
    child: ChildArgument,
    parent: ParentOption = None,
    form: Annotated[DiffFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))] = DiffFormat.TABLE,
    baseline: BaselineOption = None,
    config: ConfigOption = None,
    waivers: WaiversOption = None,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    same_plan: SamePlanOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print what is new, what is still there and what is gone; it is no gate, so that a difference is no failure."""
    from planalign.assess.debt import compared
    from planalign.report.check_items import documents
    from planalign.report.debt_listing import json_text, table_text

    wishes = Wishes(
        place=child, config=config, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements,
        same_plan=same_plan, waivers=waivers, baseline=baseline,
    )  # fmt: skip
    target = found_files(wishes)["baseline"]
    if target is None:
        raise UsageError(
            english("there is no baseline"), hint=english("planalign baseline write CHILD --parent PARENT")
        )
    record = _found_now(child, parent, wishes, quiet=quiet)
    plans = [plan for _, plan in documents(record)]
    accepted = [entry.finding for entry in record.waived]
    found = compared(_read(target), plans[0] if parent else None, plans[-1], record.findings, accepted)
    emit(json_text(found) if form is DiffFormat.JSON else table_text(found, terminal_look(lang)))
    raise typer.Exit(ExitCode.INCOMPLETE if tell_unread(plans) else ExitCode.OK)


def _found_now(child: Path, parent: Path | None, wishes: Wishes, *, quiet: bool) -> Check | Comparison:
    """Check without a baseline, so that everything open shows."""
    file = project_file(wishes)
    settings = settings_in_force(wishes, file)
    waivers, decisions = (found_files(wishes)[name] for name in ("waivers", "decisions"))
    kept = Accepted(
        waivers=read_accepted(waivers, settings) if waivers else (),
        files=tuple(path for path in (waivers, decisions) if path),
        decisions=read_said(decisions),
    )
    tell_files(file, kept, quiet=quiet)
    return checked(child, parent, settings, kept, quiet=quiet)


def _read(path: Path) -> Baseline:
    """Return the baseline of a file, an empty one where there is none yet."""
    from planalign.model.baseline import Baseline
    from planalign.store.baseline import read_baseline

    return read_baseline(path) if path.exists() else Baseline(schema="planalign/baseline/1")


def _home(wishes: Wishes) -> Path:
    """Return where a first baseline belongs: beside the settings in force, else beside the child."""
    return (settings_path(wishes) or wishes.place).parent / "planalign-baseline.json"
