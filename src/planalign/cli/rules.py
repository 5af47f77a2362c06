"""`planalign rules`: the rule catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from planalign.cli.choices import LangOption
from planalign.cli.language import said
from planalign.cli.look import terminal_look
from planalign.cli.output import emit
from planalign.errors import UsageError
from planalign.model.sentence import english

HELP = said("列出规则；给出编号时说明含义、例子和处理办法。")


def rules(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help=said("规则编号，如 PA101"))] = None,
    lang: LangOption = None,
) -> None:
    """Print the catalogue or one rule."""
    from planalign.assess.rules import RULES
    from planalign.report.rules_terminal import render, render_one

    look = terminal_look(lang)
    if code is None:
        emit(render(RULES.values(), look))
        return
    rule = RULES.get(code.upper())
    if rule is None:
        raise UsageError(
            english("there is no rule {rule!r}", rule=code), hint=english("known: {names}", names=" ".join(RULES))
        )
    emit(render_one(rule, look))
