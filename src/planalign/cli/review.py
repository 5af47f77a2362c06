"""`planalign review`: a person goes through what was found; alone it opens the pages, and it has sub-commands."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import DecisionsOption, LangOption
from planalign.cli.help_page import SpokenGroup
from planalign.cli.language import chosen, said
from planalign.cli.output import tell
from planalign.cli.review_gold import HELP as GOLD_HELP
from planalign.cli.review_gold import gold
from planalign.cli.review_inputs import ReportsArgument, ReviewerOption, decisions_home, require_extra, reviewed
from planalign.cli.review_sheet import EXPORT_HELP, IMPORT_HELP, export_sheet, import_sheet
from planalign.cli.review_status import HELP as STATUS_HELP
from planalign.cli.review_status import status

if TYPE_CHECKING:
    from planalign.review.desk import Desk

HELP = said("人工复核：在本机网页上逐条认可、更正或驳回比对结果；review 报告.json 即可打开。")
OPEN_HELP = said("打开复核网页（可省略 open）；--tui 在终端中复核。")
DEFAULT = "open"


class _OpensByDefault(SpokenGroup):
    """A group whose first word may be a report: then it opens it."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override] # typer's own context
        """Put the default command in front of what names none."""
        known = {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, args if not args or args[0] in known else [DEFAULT, *args])


app = typer.Typer(cls=_OpensByDefault, help=HELP, rich_markup_mode=None, no_args_is_help=True)


@app.command(DEFAULT, help=OPEN_HELP)
def open_pages(
    report: ReportsArgument,
    decisions: DecisionsOption = None,
    reviewer: ReviewerOption = "",
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help=said("端口；默认任选空闲的")),
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help=said("是否自动打开浏览器"))] = True,
    tui: Annotated[bool, typer.Option("--tui", help=said("在终端中复核"))] = False,
    lang: LangOption = None,
) -> None:
    """Show the queue of one or several reports until Ctrl-C."""
    if not tui:
        require_extra("starlette", "uvicorn")
    from planalign.review.desk import Desk

    reports = reviewed(report, lang)
    desk = Desk(reports, decisions_home(decisions, report[0], reports[0][1]), chosen(lang), reviewer)
    if tui:
        from planalign.cli.review_terminal import review_in_terminal

        review_in_terminal(desk)
    else:
        _serve(desk, port, browser=browser)


app.command("export", help=EXPORT_HELP)(export_sheet)
app.command("import", help=IMPORT_HELP)(import_sheet)
app.command("status", help=STATUS_HELP)(status)
app.command("gold", help=GOLD_HELP)(gold)


def _serve(desk: Desk, port: int, *, browser: bool) -> None:
    from planalign.review.server import serve

    def opened(address: str) -> None:
        tell(said("决定写入 {store}", store=desk.store))
        tell(said("请在浏览器中打开下面的地址（按 Ctrl-C 结束）"))
        tell(address)
        if browser and _has_screen():
            _open_browser(address)

    serve(desk, port, opened)
    tell(said("已结束，决定均已保存"))


def _has_screen() -> bool:
    """Say whether a browser can have a window; without one, a browser of the terminal would take it over."""
    return sys.platform in {"darwin", "win32"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _open_browser(address: str) -> None:
    import webbrowser

    # The address is printed already: who has no browser can open it elsewhere.
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(address)
