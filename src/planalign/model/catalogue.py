"""The catalogues of GNU gettext that hold the texts in other languages; imported when a language first needs one."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, translation
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.wording import Lang

FOLDER = Path(__file__).resolve().parent.parent / "locale"
TEXTS = "planalign"
"""Name of the catalogues of texts that are Chinese in the code."""
SENTENCES = "sentences"
"""Name of the catalogues of sentences that are English in the code: errors, hints, reasons."""


class _Catalogue(GNUTranslations):
    # Nothing public of gettext lists the messages of a catalogue.
    _catalog: dict[str, str]

    def messages(self) -> dict[str, str]:
        """Return all messages, with a head that describes the catalogue under the empty one."""
        return self._catalog


def translated(text: str, context: str, lang: Lang) -> str:
    """Return the translation of a Chinese text; the text itself where there is none."""
    catalogue = _opened(TEXTS, lang)
    return catalogue.pgettext(context, text) if context else catalogue.gettext(text)


def plural(text: str, context: str, number: int, lang: Lang) -> str:
    """Return the translation of a Chinese text in the form that goes with the number."""
    catalogue = _opened(TEXTS, lang)
    if context:
        return catalogue.npgettext(context, text, text, number)
    return catalogue.ngettext(text, text, number)


@cache
def sentences(lang: Lang) -> dict[str, str]:
    """Return the translations of English sentences by the sentences."""
    return {english: told for english, told in _opened(SENTENCES, lang).messages().items() if english}


@cache
def _opened(name: str, lang: Lang) -> _Catalogue:
    return translation(name, FOLDER, [lang], class_=_Catalogue)
