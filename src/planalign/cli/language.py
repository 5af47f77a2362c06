"""Which language to speak: the one asked for by `--lang`, else that of the locale."""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING

from planalign.model.wording import Lang, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.errors import PlanalignError

_NEUTRAL = ("C", "POSIX")


def locale_lang(environment: Mapping[str, str]) -> Lang:
    """Return Chinese where the locale is Chinese, neutral or unset, else English."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    language = locale.split(".")[0]
    return Lang.ZH if not language or language in _NEUTRAL or language.startswith("zh") else Lang.EN


def asked(arguments: Sequence[str]) -> Lang | None:
    """Return the language that the arguments ask for; found before they are parsed, so that errors speak it too."""
    found = None
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[number + 1 :]), "")
            found = Lang(value) if value in tuple(Lang) else found
    return found


_ASKED: ContextVar[Lang | None] = ContextVar("asked")


def hear(arguments: Sequence[str]) -> None:
    """Speak the language that the arguments ask for from now on."""
    _ASKED.set(asked(arguments))


def chosen(lang: Lang | None = None) -> Lang:
    """Return the language of an option, else the one that the arguments ask for, else that of the locale."""
    # The help texts are made on import, before `run` hears its arguments.
    return lang or _ASKED.get(asked(sys.argv[1:])) or locale_lang(os.environ)


def told(error: PlanalignError) -> str:
    """Return an error in the language to speak; in English where it is known in no other."""
    lang = chosen()
    if lang is Lang.EN:
        return str(error).replace("\n", "; ")
    from planalign.model.sentence import sentence_in

    what, hint = (sentence_in(lang, sentence) or sentence for sentence in (error.what, error.hint))
    bracket = said("（{hint}）", hint=hint) if hint else ""
    return f"{error.where}: {what}{bracket}" if error.where else f"{what}{bracket}"


def said(zh: str, context: str = "", /, **values: object) -> str:
    """Return a text in the language to speak, with its places filled where there are values."""
    return Wording(zh, context, values or None).of(chosen())
