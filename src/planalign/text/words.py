"""Word segmentation: jieba on the commonest words of its own dictionary plus our domain words.

jieba's full dictionary costs more than a second at every start, and its cache is unmarshalled from the shared
temporary folder, where anybody may have planted it. So the private tokenizer here fills its word table itself:
words of at least `MIN_FREQUENCY` occurrences, kept between runs in a private folder. Hidden-Markov guesses are off, so
that the same text gives the same words everywhere. The only module that imports jieba.
"""

from __future__ import annotations

import hashlib
import logging
import re
import sys
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from planalign.text.word_cache import kept

if TYPE_CHECKING:
    from types import ModuleType

    import jieba

MIN_FREQUENCY = 100
"""Words of jieba's dictionary that are rarer than this are left out (36,145 of 349,046 stay)."""
DOMAIN_FREQUENCY = 2_000
"""Frequency given to our domain words, high enough to keep them whole."""
SEGMENTER = f"jieba/min{MIN_FREQUENCY}"
"""Name of the segmenter, part of every record."""

# A word of the dictionary ends where a space, its frequency and another space follow; searching for the common
# words' frequencies only is three times as fast as reading every line.
_FREQUENCY = re.compile(rb" (\d{%d,}) " % len(str(MIN_FREQUENCY)))


def words(text: str) -> list[str]:
    """Cut text into words; joined, they give the text again."""
    return _tokenizer().lcut(text, HMM=False)  # type: ignore[no-any-return]


@cache
def domain_words() -> frozenset[str]:
    """Return the words that policy texts use as one and a general dictionary lacks."""
    return frozenset(data_lines("domain_words.txt"))


@cache
def light_words() -> frozenset[str]:
    """Return the words that say little about what a commitment is about."""
    return frozenset(data_lines("light_words.txt"))


def data_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a word list that ships with the package, comments left out."""
    return tuple(line for line in _data(name).splitlines() if line and not line.startswith("#"))


@cache
def dictionaries_hash() -> str:
    """Hash over everything that decides how words are cut and weighed, in hex."""
    digest = hashlib.sha256()
    for name in ("domain_words.txt", "frequencies.tsv", "light_words.txt", "synonyms.txt"):
        digest.update(_data(name).encode())
    digest.update(_jieba_dictionary())
    return digest.hexdigest()


def _table_key() -> str:
    """Return what decides the word table; hashing the dictionary twice would cost a twentieth of a comparison."""
    return f"{dictionaries_hash()}-{MIN_FREQUENCY}-{DOMAIN_FREQUENCY}"


@cache
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = _import_jieba().Tokenizer()
    tokenizer.FREQ = kept(_table_key(), _word_table)
    tokenizer.total = sum(tokenizer.FREQ.values())
    tokenizer.initialized = True
    return tokenizer


def _word_table() -> dict[str, int]:
    """Return the frequencies of words, and zero for their mere prefixes, as jieba wants them."""
    dictionary = _jieba_dictionary()
    entries = [(dictionary.rfind(b"\n", 0, found.start()) + 1, found) for found in _FREQUENCY.finditer(dictionary)]
    common = b"\n".join(dictionary[start : found.start()] for start, found in entries).decode().split("\n")
    table = dict(zip(common, (int(found[1]) for _, found in entries), strict=True))
    table |= dict.fromkeys(domain_words(), DOMAIN_FREQUENCY)
    prefixes = {word[:length] for word in table for length in range(1, len(word))}
    return dict.fromkeys(prefixes, 0) | table


@cache
def _jieba_dictionary() -> bytes:
    return files(_import_jieba()).joinpath("dict.txt").read_bytes()


def _import_jieba() -> ModuleType:
    """Import jieba without pkg_resources, which it would load only to open its dictionary."""
    blocked = "pkg_resources" not in sys.modules
    if blocked:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if blocked:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.WARNING)
    module: ModuleType = jieba
    return module


def _data(name: str) -> str:
    return files("planalign.text").joinpath("data", name).read_text(encoding="utf-8")
