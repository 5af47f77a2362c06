"""The `planalign` command: its sub-commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.exceptions import TyperException

import planalign
from planalign.cli.help_page import spoken
from planalign.cli.language import chosen, hear, said, told
from planalign.cli.output import emit, tell
from planalign.cli.signals import end_at_once, end_in_order
from planalign.cli.streams import open_streams, silence, speaking
from planalign.errors import ExitCode, PlanalignError, ReadError, UsageError
from planalign.model.sentence import english
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = (
    "compare", "check", "chain", "matrix", "checklist", "config", "baseline", "explain", "review", "parse", "corpus",
    "evaluate", "rules", "schema",
)  # fmt: skip
"""In the order of the help. The module of each has its HELP, and a function of its name or an `app` of sub-commands."""


_SHORT = (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM)


@cache
def app_of(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """Return the application with some of its commands: a call needs the options and modules of one."""
    app = typer.Typer(
        help=said("planalign：下级工作计划有没有承接上级工作计划。"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_top)
    for name in names:
        module = import_module(f"planalign.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name, help=module.HELP)
        else:
            app.command(name, help=module.HELP)(getattr(module, name))
    return spoken(app)


def _print_version(asked: bool) -> None:
    if asked:
        emit(f"planalign {planalign.__version__}\n")
        raise typer.Exit


def _top(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help=said("显示版本")),
    ] = False,
) -> None:
    """Options before any sub-command."""


def main(work: Callable[[Sequence[str]], int] | None = None) -> NoReturn:
    """Run the command line, or other work with its arguments, and end the process with the exit code."""
    open_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without some character shows a question mark in its place.
        sys.stdout.reconfigure(errors="replace")
    end_in_order()
    code = (work or run)(sys.argv[1:])
    end_at_once()
    # Python would look through everything for cycles twice before it ends.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; errors become messages on standard error."""
    hear(arguments)
    try:
        return _call(arguments)
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


def _call(arguments: Sequence[str]) -> int:
    app = app_of(tuple(arguments[:1])) if arguments and arguments[0] in COMMANDS else app_of()
    try:
        code = int(app(list(arguments), prog_name="planalign", standalone_mode=False) or 0)
    except SystemExit as end:
        # Typer meets a closed pipe itself and says 1, which means findings.
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        raise
    # Help texts are still in the buffer: a full disk shows here.
    emit("")
    return code


def _usage(error: TyperException) -> int:
    """Show what Typer says of a wrong call; in another language where that is asked for and the sentence is known."""
    translated = _translated(error) if chosen() is not Lang.EN else None
    show = getattr(error, "show", None)
    if translated:
        tell(translated)
    elif show is not None:
        with speaking():
            show()
    else:
        tell(error.format_message())
    return ExitCode.USAGE


def _translated(error: TyperException) -> str | None:
    from planalign.model.sentence import sentence_in

    message = error.format_message()
    # A call without a command is answered by the whole help.
    sentence = None if "\n" in message else sentence_in(chosen(), message)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "planalign"
    return said("{sentence}（{command} -h 显示用法）", sentence=sentence, command=command) if sentence else None


def _pipe_closed() -> int:
    """End quietly where the reader of our output went away; 141 is what a shell says of SIGPIPE."""
    silence(sys.stdout)
    return 141


def _disk_full(error: OSError) -> int:
    """Say that a help text had no room where it was to go; reports say so themselves."""
    silence(sys.stdout)
    tell(told(UsageError(english("the output cannot be written: {why}", why=error.strerror))))
    return ExitCode.USAGE


def _short_of(error: OSError) -> int:
    """Say that the system gives this process too little to read anything with."""
    what = english("the system gives no more open files, processes or memory: {why}", why=error.strerror)
    tell(told(ReadError(what, hint=english("see ulimit -a, or end other programs"))))
    return ExitCode.INCOMPLETE


def _internal(error: Exception) -> int:
    """Say in one line what went wrong inside; PLANALIGN_DEBUG=1 shows where."""
    if isinstance(error, typer.Abort) and isinstance(error.__cause__, EOFError):
        error = error.__cause__  # Typer takes every end of a file for a person who answers no more
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return _disk_full(error)
    if isinstance(error, OSError) and error.errno in _SHORT:
        return _short_of(error)
    if os.environ.get("PLANALIGN_DEBUG"):
        import traceback

        with speaking():
            traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}"
    tell(said("程序内部错误：{what}（设置 PLANALIGN_DEBUG=1 可查看详情，请反馈）", what=what))
    return ExitCode.INTERNAL
