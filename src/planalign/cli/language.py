"""Which language to speak: the one of the locale, unless told otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planalign.model.wording import Lang, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planalign.errors import PlanalignError

_NEUTRAL = ("C", "POSIX")


def locale_lang(environment: Mapping[str, str]) -> Lang:
    """Return Chinese where the locale is Chinese, neutral or unset, else English."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    language = locale.split(".")[0]
    return Lang.ZH if not language or language in _NEUTRAL or language.startswith("zh") else Lang.EN


def chosen(lang: Lang | None) -> Lang:
    """Return the language asked for, or the one of the locale."""
    return lang or locale_lang(os.environ)


def told(error: PlanalignError) -> str:
    """Return an error in the language of the locale; in English where there is no Chinese for it."""
    if locale_lang(os.environ) is not Lang.ZH:
        return str(error)
    from planalign.model.chinese import chinese

    what, hint = chinese(error.what) or error.what, chinese(error.hint) or error.hint
    return f"{error.where}: {what}{_bracketed(hint)}" if error.where else f"{what}{_bracketed(hint)}"


def _bracketed(hint: str) -> str:
    return f"（{hint}）" if hint else ""


def said(zh: str, en: str) -> str:
    """Return a text in the language of the locale."""
    return Wording(zh, en).of(locale_lang(os.environ))
