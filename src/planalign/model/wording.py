"""Words for people: Chinese in the code, other languages from the catalogues; almost free of imports, to start fast."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Lang(StrEnum):
    """Language of messages and reports."""

    ZH = "zh"
    EN = "en"


class Wording(NamedTuple):
    """One text, which the catalogues have in the other languages."""

    zh: str
    """The text in Chinese; a template where it has values."""
    context: str = ""
    """What tells it from the same Chinese that reads otherwise elsewhere."""
    values: Mapping[str, object] | None = None
    """What its places are filled with; words among them are told in the language asked for."""

    def of(self, lang: Lang) -> str:
        """Return the text in one language."""
        text = self.zh
        # The catalogue keeps its own head under the empty text.
        if lang is not Lang.ZH and text:
            from planalign.model.catalogue import translated

            text = translated(text, self.context, lang)
        if self.values is None:
            return text
        return text.format(**{name: _told(value, lang) for name, value in self.values.items()})

    def filled(self, **values: object) -> Wording:
        """Return the text with its places filled."""
        return self._replace(values=values)


class Listed(NamedTuple):
    """A list, with the sign between its members that each language uses."""

    members: tuple[str | Wording, ...]
    """Words as they stand in a document, or our own."""
    sign: Wording
    """What stands between them."""

    def of(self, lang: Lang) -> str:
        """Return the list in one language."""
        return self.sign.of(lang).join(str(_told(member, lang)) for member in self.members)


class Plural(NamedTuple):
    """One text with a number, for which other languages have a singular and a plural."""

    zh: str
    """Template in Chinese with {number}."""
    context: str = ""
    """What tells it from the same Chinese that reads otherwise elsewhere."""

    def of(self, number: int, lang: Lang) -> str:
        """Return the text with the number in one language."""
        if lang is Lang.ZH:
            return self.zh.format(number=number)
        from planalign.model.catalogue import plural

        return plural(self.zh, self.context, number, lang).format(number=number)


def joined(members: Iterable[str | Wording], sign: Wording) -> Listed:
    """Return a list of words."""
    return Listed(tuple(members), sign)


def _told(value: object, lang: Lang) -> object:
    return value.of(lang) if isinstance(value, Wording | Listed) else value
