"""Help pages in the language to speak, down to the words that Typer writes itself.

Typer asks gettext for some of its words, and has others in English only; for these its classes are extended.
"""

from __future__ import annotations

import os
from gettext import bindtextdomain, textdomain
from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

from planalign.cli.language import chosen, said

if TYPE_CHECKING:
    import typer
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperOption


class SpokenCommand(TyperCommand):
    """A command with a help page in the language to speak."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that prints the page."""
        return _explained(super().get_help_option(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the line that shows the call."""
        _write_usage(self, ctx, formatter)


class SpokenGroup(TyperGroup):
    """A command with sub-commands, and a help page in the language to speak."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that prints the page."""
        return _explained(super().get_help_option(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the line that shows the call."""
        _write_usage(self, ctx, formatter)


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = said("显示本说明")
    return option


def _write_usage(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    # The first line of the page: what follows is in our words too.
    _lend_words()
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), said("用法："))


def _lend_words() -> None:
    """Let gettext, which Typer asks for headings such as "Options", find them in our catalogue."""
    from planalign.model.catalogue import FOLDER, SENTENCES

    os.environ["LANGUAGE"] = chosen()
    bindtextdomain(SENTENCES, FOLDER)
    textdomain(SENTENCES)


def spoken(app: typer.Typer) -> typer.Typer:
    """Give an application and all its commands help pages in the language to speak."""
    app.info.cls = app.info.cls or SpokenGroup
    for command in app.registered_commands:
        command.cls = SpokenCommand if command.cls is TyperCommand else command.cls
    for group in app.registered_groups:
        if group.typer_instance:
            spoken(group.typer_instance)
    return app
