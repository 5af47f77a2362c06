"""Sentences that records and errors hold in English: errors, hints, reasons of `Skipped`.

A record goes into a file and comes back as plain text, so a sentence is recognised by its words when it is told in
another language: the catalogue has templates, and what stands in their places is carried over.
"""

from __future__ import annotations

import re
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from planalign.model.wording import Lang, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = Wording("；")


def english(template: str, **values: object) -> str:
    """Return an English sentence with its places filled; only what stands in this call comes into the catalogue."""
    return template.format(**values) if values else template


def sentence_in(lang: Lang, sentence: str) -> str | None:
    """Return a sentence in a language; of several, in lines or joined by semicolons, one by one.

    Nothing where one joined by semicolons is unknown.
    """
    if lang is Lang.EN:
        return sentence
    if "\n" in sentence:
        return _BETWEEN.of(lang).join(_whole(lang, line) or line for line in sentence.split("\n"))
    found = _whole(lang, sentence)
    if found is not None or "; " not in sentence:
        return found
    parts = [_whole(lang, part) for part in sentence.split("; ")]
    return _BETWEEN.of(lang).join(part for part in parts if part) if all(parts) else None


def _whole(lang: Lang, sentence: str) -> str | None:
    from planalign.model.catalogue import sentences

    if sentence in sentences(lang):
        return sentences(lang)[sentence]
    for pattern, translation in _patterns(lang):
        match = pattern.fullmatch(sentence)
        if match and not any(_is_untold(lang, value) for value in match.groups()):
            values = match.groupdict().items()
            return translation.format(**{name: sentence_in(lang, value) or value for name, value in values})
    return None


def _is_untold(lang: Lang, value: str) -> bool:
    """Say whether a place was filled with sentences beyond its own that have no translation."""
    return "; " in value and sentence_in(lang, value) is None


@cache
def _patterns(lang: Lang) -> list[tuple[re.Pattern[str], str]]:
    """Return the sentences with places that change, the most literal first: one that begins with a place takes all."""
    from planalign.model.catalogue import sentences

    open_ones = sorted(
        (template for template in sentences(lang) if "{" in template),
        key=lambda text: (text.startswith("{"), -len(_literal(text)), text),
    )
    return [(re.compile("".join(_pieces(text)), re.DOTALL), sentences(lang)[text]) for text in open_ones]


def _pieces(template: str) -> Iterator[str]:
    """Yield the parts of a pattern: words as they are, and a group for each place."""
    for words, name, _, _ in Formatter().parse(template):
        yield re.escape(words)
        if name is not None:
            yield f"(?P<{name}>.+?)"


def _literal(template: str) -> str:
    """Return a template with its places as short as can be, so that long names do not make it a long sentence."""
    return "".join(words + ("" if name is None else "{}") for words, name, _, _ in Formatter().parse(template))
