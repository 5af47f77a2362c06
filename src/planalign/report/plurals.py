"""Numbers with the thing that is counted."""

from __future__ import annotations

from planalign.model.wording import Lang, Plural

_NOUNS = {
    "clause": Plural("{number}", "clause"),
    "error": Plural("{number}", "error"),
    "note": Plural("{number}", "note"),
    "part": Plural("{number}", "part"),
    "row": Plural("{number}", "row"),
    "table": Plural("{number}", "table"),
    "warning": Plural("{number}", "warning"),
    "whole task": Plural("{number}", "whole task"),
}


def counted(number: int, noun: str, lang: Lang) -> str:
    """Return the bare number in Chinese, where the sentence names what is counted; elsewhere with its noun."""
    return _NOUNS[noun].of(number, lang)
