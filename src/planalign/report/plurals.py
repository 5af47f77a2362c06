"""Numbers with the thing that is counted."""

from __future__ import annotations

from planalign.model.wording import Lang


def counted(number: int, noun: str, lang: Lang) -> str:
    """Return the bare number in Chinese; in English with its noun, in the plural unless it is one."""
    if lang is Lang.ZH:
        return str(number)
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
