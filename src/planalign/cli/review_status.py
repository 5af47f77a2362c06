"""`planalign review status`: how far people have got."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planalign.cli.choices import DecisionsOption, LangOption
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit
from planalign.cli.review_inputs import ReportsArgument, decisions_home, reviewed

HELP = said("复核进度：已处理、需重看（文字有变动）和未处理的各有多少，哪些要求复核的问题还没有复核。")


class StatusFormat(StrEnum):
    """How the status is printed."""

    TABLE = "table"
    JSON = "json"


def status(
    report: ReportsArgument,
    decisions: DecisionsOption = None,
    form: Annotated[StatusFormat, typer.Option("--format", "-f", help=said("标准输出的格式"))] = StatusFormat.TABLE,
    lang: LangOption = None,
) -> None:
    """Print the status of each report under the decisions of one store."""
    from planalign.assess.review_status import report_status
    from planalign.cli.ledger import ledger_of
    from planalign.model.review_status import ReviewStatus
    from planalign.pipeline.redeciding import redecided
    from planalign.report.review_listing import json_text, table_text

    reports = [comparison for _, comparison in reviewed(report, lang)]
    store = decisions_home(decisions, report[0], reports[0])
    ledger = ledger_of(store)
    found = ReviewStatus(
        schema="planalign/review-status/1",
        store=store.as_posix() if store.exists() else "",
        broken=tuple(broken.line for broken in ledger.broken),
        reports=tuple(report_status(redecided(each, ledger.decisions), ledger.decisions) for each in reports),
    )
    emit(json_text(found) if form is StatusFormat.JSON else table_text(found, terminal_look(lang)))
