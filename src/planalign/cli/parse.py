"""`planalign parse`: the records of documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import ContactOption, LangOption, PlanFormat, QuietOption
from planalign.cli.files import expand
from planalign.cli.language import chosen, said, told
from planalign.cli.look import terminal_look
from planalign.cli.output import emit, tell
from planalign.errors import ExitCode, NotAPlanError, PlanalignError

if TYPE_CHECKING:
    from planalign.model.plan import Plan

HELP = said(
    "解析文件或文件夹：文号、标题、任务、条款、附表。", "Parse files or folders: masthead, tasks, clauses, annexes."
)


def parse(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER...", help=said("文件或文件夹", "files or folders"))
    ],
    form: Annotated[
        PlanFormat, typer.Option("--format", "-f", help=said("输出格式", "format of standard output"))
    ] = PlanFormat.TABLE,
    lang: LangOption = None,
    contact: ContactOption = False,
    quiet: QuietOption = False,
) -> None:
    """Parse all files; one that cannot be read never stops the rest."""
    from planalign.cli.loading import load_each
    from planalign.config import Settings
    from planalign.report.formats import plan_report
    from planalign.report.plan_record import render_list

    render, look = plan_report(form), terminal_look(lang)
    settings = Settings(lang=chosen(lang), contact=contact)
    plans: list[Plan] = []
    failed = False
    for result in load_each(list(expand(paths)), settings, quiet=quiet):
        problem = result if isinstance(result, PlanalignError) else _problem(result)
        if problem is not None:
            failed = True
            tell(told(problem))
        if isinstance(result, PlanalignError):
            continue
        if form is PlanFormat.JSONL:
            emit(render([result], look))
        else:
            plans.append(result)
    if form is PlanFormat.JSON and (len(paths) > 1 or paths[0].is_dir()):
        emit(render_list(plans))
    elif plans:
        emit(render(plans, look))
    raise typer.Exit(ExitCode.INCOMPLETE if failed else ExitCode.OK)


def _problem(plan: Plan) -> PlanalignError | None:
    """Say so where a part was not read, or where no task was found; a document of another kind is an answer."""
    from planalign.cli.loading import unread_part

    unread = unread_part(plan)
    if unread:
        return unread
    if plan.tasks or plan.kind == "other":
        return None
    return NotAPlanError("no task was found", where=plan.source.file, hint="look at what was not understood")
