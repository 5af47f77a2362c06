"""Brackets, colons and lists as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.wording import Lang

_BRACKETS = Wording("（{text}）")
_COLON = Wording("：")
_COMMA = Wording("，")
_SEMICOLON = Wording("；")


def bracketed(text: object, lang: Lang) -> str:
    """Return text in brackets as they follow a word; nothing for nothing."""
    return _BRACKETS.of(lang).format(text=text) if text != "" else ""


def colon(lang: Lang) -> str:
    """Return the sign between a label and what it labels."""
    return _COLON.of(lang)


def commas(texts: Iterable[str], lang: Lang) -> str:
    """Join the texts that are not empty by commas."""
    return _COMMA.of(lang).join(text for text in texts if text)


def semicolons(texts: Iterable[str], lang: Lang) -> str:
    """Join texts by semicolons."""
    return _SEMICOLON.of(lang).join(texts)
