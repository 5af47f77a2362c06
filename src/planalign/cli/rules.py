"""`planalign rules`: the rule catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import LangOption
from planalign.cli.language import chosen, said
from planalign.cli.output import emit
from planalign.errors import UsageError

if TYPE_CHECKING:
    from planalign.assess.rule import Rule
    from planalign.model.wording import Lang

HELP = said(
    "列出规则；给出编号时说明含义、例子和处理办法。", "List the rules, or explain one: meaning, example, how to fix."
)


def rules(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help=said("规则编号，如 PA101", "a rule code such as PA101"))
    ] = None,
    lang: LangOption = None,
) -> None:
    """Print the catalogue or one rule."""
    from planalign.assess.rules import RULES

    if code is None:
        emit("".join(_short(rule, chosen(lang)) for rule in RULES.values()))
        return
    rule = RULES.get(code.upper())
    if rule is None:
        raise UsageError(f"there is no rule {code!r}", hint=f"known: {' '.join(RULES)}")
    emit(_long(rule, chosen(lang)))


def _short(rule: Rule, lang: Lang) -> str:
    from planalign.report.labels import SEVERITY

    return f"{rule.code}  {SEVERITY[rule.severity].of(lang)}  {rule.title.of(lang)}\n"


def _long(rule: Rule, lang: Lang) -> str:
    from planalign.model.wording import Wording
    from planalign.report.punctuation import colon

    parts = (
        (Wording("含义", "Meaning"), rule.explanation),
        (Wording("例子", "Example"), rule.example),
        (Wording("处理", "How to fix"), rule.fix),
    )
    lines = "".join(f"{name.of(lang)}{colon(lang)}{text.of(lang)}\n" for name, text in parts)
    return f"{_short(rule, lang)}{lines}"
