"""Words for people, in the languages that planalign speaks; free of imports, so that the command line starts fast."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Lang(StrEnum):
    """Language of messages and reports."""

    ZH = "zh"
    EN = "en"


class Wording(NamedTuple):
    """One text in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.en if lang is Lang.EN else self.zh
