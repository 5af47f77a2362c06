"""Word segmentation: jieba on the commonest words of its own dictionary plus our domain words.

jieba's full dictionary costs more than a second at every start, and its cache is unmarshalled from the shared
temporary folder, where anybody may have planted it. So the private tokenizer here fills its word table itself:
words of at least `MIN_FREQUENCY` occurrences, in a tenth of the time and without any cache. Hidden-Markov guesses are off,
so that the same text gives the same words everywhere. The only module that imports jieba.
"""

from __future__ import annotations

import hashlib
import logging
import re
import sys
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jieba

MIN_FREQUENCY = 100
"""Words of jieba's dictionary that are rarer than this are left out (36,145 of 349,046 stay)."""
DOMAIN_FREQUENCY = 2_000
"""Frequency given to our domain words, high enough to keep them whole."""
SEGMENTER = f"jieba/min{MIN_FREQUENCY}"
"""Name of the segmenter, part of every record."""

_ENTRY = re.compile(rf"^(\S+) (\d{{{len(str(MIN_FREQUENCY))},}}) ", re.MULTILINE)


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


def dictionaries_hash() -> str:
    """Hash over everything that decides how words are cut and weighed, in hex."""
    digest = hashlib.sha256()
    for name in ("domain_words.txt", "frequencies.tsv", "light_words.txt", "synonyms.txt"):
        digest.update(_data(name).encode())
    digest.update(_jieba_dictionary().encode())
    return digest.hexdigest()


@cache
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = _import_jieba().Tokenizer()
    tokenizer.FREQ, tokenizer.total = _word_table()
    tokenizer.initialized = True
    return tokenizer


def _word_table() -> tuple[dict[str, int], int]:
    """Frequencies of words, zero for their mere prefixes, and their sum, as jieba wants them."""
    table = {word: int(count) for word, count in _ENTRY.findall(_jieba_dictionary())}
    table.update(dict.fromkeys(domain_words(), DOMAIN_FREQUENCY))
    total = sum(table.values())
    for word in list(table):
        for length in range(1, len(word)):
            table.setdefault(word[:length], 0)
    return table, total


@cache
def _jieba_dictionary() -> str:
    return files(_import_jieba()).joinpath("dict.txt").read_text(encoding="utf-8")


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
    return jieba


def _data(name: str) -> str:
    return files("planalign.text").joinpath("data", name).read_text(encoding="utf-8")
