"""The `planalign` command: its sub-commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.exceptions import TyperException

import planalign
from planalign.cli import compare, evaluate, explain, parse, rules, schema
from planalign.cli.language import said, told
from planalign.cli.output import tell
from planalign.errors import ExitCode, PlanalignError

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(
    help=said(
        "planalign：下级工作计划有没有承接上级工作计划。",
        "planalign: does a lower-level work plan carry out the upper one?",
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("compare", help=compare.HELP)(compare.compare)
app.command("explain", help=explain.HELP)(explain.explain)
app.command("parse", help=parse.HELP)(parse.parse)
app.command("evaluate", help=evaluate.HELP)(evaluate.evaluate)
app.command("rules", help=rules.HELP)(rules.rules)
app.command("schema", help=schema.HELP)(schema.schema)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"planalign {planalign.__version__}\n")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help=said("显示版本", "show the version")),
    ] = False,
) -> None:
    """Options before any sub-command."""


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without some character shows a question mark in its place.
        sys.stdout.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; errors become messages on standard error."""
    try:
        return int(app(list(arguments), prog_name="planalign", standalone_mode=False) or 0)
    except PlanalignError as error:
        tell(told(error))
        return error.exit_code
    except TyperException as error:
        return _usage(error)
    except BrokenPipeError:
        return _pipe_closed()
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last resort: a message, not a traceback
        return _internal(error)


def _usage(error: TyperException) -> int:
    show = getattr(error, "show", None)
    if show is not None:
        show()
    else:
        tell(error.format_message())
    return ExitCode.USAGE


def _pipe_closed() -> int:
    """End quietly where the reader of our output went away; 141 is what a shell says of SIGPIPE."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _internal(error: Exception) -> int:
    """Say in one line what went wrong inside; PLANALIGN_DEBUG=1 shows where."""
    if os.environ.get("PLANALIGN_DEBUG"):
        import traceback

        traceback.print_exception(error)
    tell(f"internal error: {type(error).__name__}: {error} (set PLANALIGN_DEBUG=1 for the traceback and report it)")
    return ExitCode.INTERNAL
