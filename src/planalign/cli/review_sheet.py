"""`planalign review export` and `import`: the queue as a workbook, for offices without the pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import DecisionsOption, LangOption
from planalign.cli.language import chosen, said, told
from planalign.cli.output import check_targets, tell, write_whole
from planalign.cli.review_inputs import ReportsArgument, decisions_home, require_extra, reviewed
from planalign.errors import ExitCode, UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.review.taking import Taken
    from planalign.store.decisions import Ledger

EXPORT_HELP = said("导出待复核工作簿（.xlsx）：在其中填写决定、理由和复核人。")
IMPORT_HELP = said("读回填好的工作簿：只读填写的栏；文字已变化的行逐行退回并说明原因。")
OutOption = Annotated[Path, typer.Option("-o", "--output", metavar="NAME.xlsx", help=said("工作簿文件名"))]
BookArgument = Annotated[Path, typer.Argument(metavar="NAME.xlsx", help=said("填好的工作簿"))]


def export_sheet(
    report: ReportsArgument, output: OutOption, decisions: DecisionsOption = None, lang: LangOption = None
) -> None:
    """Write the review sheet of one report under the decisions so far."""
    from planalign.cli.ledger import ledger_of
    from planalign.pipeline.redeciding import redecided
    from planalign.report.review_sheet import review_tables
    from planalign.report.sheets import workbook

    if output.suffix.lower() != ".xlsx":
        raise UsageError(english("the workbook ends in .xlsx"), where=str(output))
    check_targets([output], report)
    reports = reviewed(report, lang)
    if len(reports) > 1:
        raise UsageError(english("a workbook holds one report"), hint=english("export one after the other"))
    comparison = reports[0][1]
    ledger = ledger_of(decisions_home(decisions, report[0], comparison))
    tables = review_tables(redecided(comparison, ledger.decisions), chosen(lang))
    write_whole(output, workbook(tables))
    tell(said("已写入 {output}", output=output))


def import_sheet(
    book: BookArgument, report: ReportsArgument, decisions: DecisionsOption = None, lang: LangOption = None
) -> None:
    """Add the decisions of a filled-in workbook to the decisions file."""
    require_extra("python_calamine")
    from planalign.assess.deciding import outweighing
    from planalign.cli.ledger import ledger_of
    from planalign.config import Settings
    from planalign.review.filled_sheet import read_guarded
    from planalign.review.taking import Taker
    from planalign.store.decisions import append

    rows = read_guarded(book, Settings())
    if not rows:
        tell(said("工作簿中没有填写任何决定"))
    reports = [comparison for _, comparison in reviewed(report, lang)]
    home = decisions_home(decisions, report[0], reports[0])
    ledger = ledger_of(home)
    now = dt.datetime.now(dt.UTC).astimezone()
    taken = Taker(_standing(reports, ledger), ledger.decisions, now).take(rows)
    if taken.decisions:
        append(home, [line for made in taken.decisions for line in outweighing(made, ledger.decisions)])
    _tell(taken, home)
    raise typer.Exit(ExitCode.INCOMPLETE if taken.refusals else ExitCode.OK)


def _standing(reports: list[Comparison], ledger: Ledger) -> list[Comparison]:
    """Return each report as it stands now, then as the program proposes it: a sheet may be as old as that."""
    from planalign.pipeline.redeciding import redecided

    return [redecided(report, decisions) for decisions in (ledger.decisions, ()) for report in reports]


def _tell(taken: Taken, home: Path) -> None:
    for refusal in taken.refusals:
        reason = told(refusal.reason)
        tell(said("第 {row} 行（{id}）未采用：{reason}", row=refusal.row, id=refusal.id, reason=reason))
    count, known, refused = len(taken.decisions), taken.known, len(taken.refusals)
    tell(
        said(
            "采用 {count} 行，写入 {home}；此前已有 {known} 行；未采用 {refused} 行",
            count=count,
            home=home,
            known=known,
            refused=refused,
        )
    )
