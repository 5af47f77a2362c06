"""`planalign corpus`: many documents, their parents, a resumable run over all of them, and questions to the results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    AsOfOption,
    ContactOption,
    IsolatedOption,
    LangOption,
    LibreOfficeOption,
    OcrOption,
    QuietOption,
    RequirementsOption,
    VerboseOption,
)
from planalign.cli.corpus_options import (
    AgainOption,
    AnswerFormat,
    CorpusFormat,
    EngineChoice,
    EngineOption,
    EverythingOption,
    FolderArgument,
    FormOption,
    ShardOption,
    StoreOption,
    WorkersOption,
)
from planalign.cli.corpus_run import Asked, begun, built_now, check_page, json_text
from planalign.cli.deliver import deliver
from planalign.cli.in_force import Wishes
from planalign.cli.language import chosen, said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit, tell, write_whole
from planalign.errors import ExitCode, UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.corpus.manifest import Manifest

HELP = said("处理一个文件夹中的全部工作计划：识别上下级、逐对比对、汇总、检查。")
INIT_HELP = said("读取文件，推断层级、地区、年度、领域和上级文件，写出 corpus.toml 供确认。")
BUILD_HELP = said("比对每份文件与其上级，结果存为表格；只做新增和改动的部分，中断后可续。")
CHECK_HELP = said("检查全部文件是否符合 planalign.toml 的要求（退出码 0、1；未读全或上级不明为 3）。")
REPORT_HELP = said("写出总览网页：上下级关系、各区县各部分的承接情况、最大的缺口、与上次相比的变化。")
QUERY_HELP = said("用 SQL 查询结果（DuckDB，只读），或用 --ready 选现成的问题。")

app = typer.Typer(help=HELP, rich_markup_mode=None, no_args_is_help=True)


@app.command("init", help=INIT_HELP)
def init(
    folder: FolderArgument,
    confirm: Annotated[
        bool,
        typer.Option("--confirm", help=said("把推断的结果全部写入 corpus.toml")),
    ] = False,
    form: FormOption = CorpusFormat.TABLE,
    everything: EverythingOption = False,
    store: StoreOption = None,
    workers: WorkersOption = None,
    engine: EngineOption = EngineChoice.LOCAL,
    again: AgainOption = False,
    isolated: IsolatedOption = False,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Print what belongs to what; corpus.toml is written only where there is none."""
    from planalign.cli.corpus_run import surveyed_now
    from planalign.corpus.listing import survey_text

    wishes = Wishes(place=folder, isolated=isolated, lang=lang, contact=contact, ocr=ocr, libreoffice=libreoffice)
    found = surveyed_now(begun(wishes, Asked(store, workers, engine, again=again, quiet=quiet)))
    look = terminal_look(lang, everything=everything)
    emit(json_text(found) if form is CorpusFormat.JSON else survey_text(found, look))
    _write_draft(folder, found, confirm=confirm, lang=lang, quiet=quiet)
    raise typer.Exit(ExitCode.INCOMPLETE if found.problems or found.incomplete else ExitCode.OK)


def _write_draft(folder: Path, found: Manifest, *, confirm: bool, lang: LangOption, quiet: bool) -> None:
    from planalign.corpus.corpus_file import NAME
    from planalign.corpus.draft_file import draft

    target = folder / NAME
    if target.exists():
        if confirm:
            raise UsageError(
                english("the file is there already"), where=str(target), hint=english("remove it first, or edit it")
            )
        return
    write_whole(target, draft(found, chosen(lang), confirm=confirm))
    if not quiet:
        tell(said("已写入 {target}", target=target))


@app.command("build", help=BUILD_HELP)
def build(
    folder: FolderArgument,
    form: FormOption = CorpusFormat.TABLE,
    store: StoreOption = None,
    workers: WorkersOption = None,
    engine: EngineOption = EngineChoice.LOCAL,
    shard: ShardOption = None,
    again: AgainOption = False,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Bring the results up to date and print what came of it."""
    from planalign.corpus.listing import build_text
    from planalign.corpus.results import digest
    from planalign.corpus.standing import standing

    wishes = Wishes(
        place=folder, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements, contact=contact, ocr=ocr,
        libreoffice=libreoffice,
    )  # fmt: skip
    job = begun(wishes, Asked(store, workers, engine, shard, again=again, quiet=quiet))
    found = built_now(job)
    rows = digest(found)
    emit(json_text(found, rows) if form is CorpusFormat.JSON else build_text(found, rows, terminal_look(lang)))
    code = standing(found, job.corpus.terms_of, folder).code
    raise typer.Exit(ExitCode.INCOMPLETE if code is ExitCode.INCOMPLETE or found.waiting else ExitCode.OK)


@app.command("check", help=CHECK_HELP)
def check(
    folder: FolderArgument,
    form: FormOption = CorpusFormat.TABLE,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="NAME.EXT",
            help=said("另存为文件，可重复：.html .json .sarif .xml（JUnit）；默认为 [report] 所列的文件"),
        ),
    ] = None,
    everything: EverythingOption = False,
    store: StoreOption = None,
    workers: WorkersOption = None,
    engine: EngineOption = EngineChoice.LOCAL,
    again: AgainOption = False,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Bring the results up to date and say whether all of them pass."""
    from planalign.cli.corpus_run import check_text, checked, require_check_formats
    from planalign.cli.corpus_setup import wanted

    wishes = Wishes(
        place=folder, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements, contact=contact, ocr=ocr,
        libreoffice=libreoffice,
    )  # fmt: skip
    targets = wanted(wishes, output or [])
    require_check_formats(targets)
    found = checked(begun(wishes, Asked(store, workers, engine, again=again, quiet=quiet)))
    look = terminal_look(lang, everything=everything)
    deliver(form, targets, lambda name: check_text(name, found, look), quiet=quiet)
    raise typer.Exit(found.stands.code)


@app.command("report", help=REPORT_HELP)
def report(
    folder: FolderArgument,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="NAME.html", help=said("写出的文件"))],
    store: StoreOption = None,
    workers: WorkersOption = None,
    engine: EngineOption = EngineChoice.LOCAL,
    again: AgainOption = False,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    lang: LangOption = None,
    contact: ContactOption = False,
    ocr: OcrOption = True,
    libreoffice: LibreOfficeOption = False,
    quiet: QuietOption = False,
    _verbose: VerboseOption = False,
) -> None:
    """Bring the results up to date and write the overview."""
    from planalign.cli.corpus_run import checked, overview_page

    wishes = Wishes(
        place=folder, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements, contact=contact, ocr=ocr,
        libreoffice=libreoffice,
    )  # fmt: skip
    check_page(output)
    found = checked(begun(wishes, Asked(store, workers, engine, again=again, quiet=quiet)))
    write_whole(output, overview_page(found, chosen(lang)))
    if not quiet:
        tell(said("已写入 {output}", output=output))
    raise typer.Exit(ExitCode.INCOMPLETE if found.stands.code is ExitCode.INCOMPLETE else ExitCode.OK)


@app.command("query", help=QUERY_HELP)
def query(
    folder: FolderArgument,
    question: Annotated[str | None, typer.Argument(metavar="[SQL]", help=said("一条 SELECT 语句"))] = None,
    ready: Annotated[
        str | None,
        typer.Option("--ready", metavar="NAME", help=said("现成的问题；list 列出全部")),
    ] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))] = AnswerFormat.TABLE,
    store: StoreOption = None,
    lang: LangOption = None,
) -> None:
    """Print the answer to a question; the documents are not looked at."""
    from planalign.cli.corpus_query import answered

    emit(answered(folder, question, ready, form, store, terminal_look(lang)))
