"""Which language to speak: the one of the locale, unless told otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planalign.model.wording import Lang, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def said(zh: str, en: str) -> str:
    """Return a text in the language of the locale."""
    return Wording(zh, en).of(locale_lang(os.environ))
