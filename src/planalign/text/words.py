"""Word segmentation: the commonest words of jieba's dictionary plus our domain words, cut as jieba cuts.

The likeliest way through a text is the one with the largest product of word frequencies (jieba's accurate mode without
its Hidden-Markov guesses, so that the same text gives the same words everywhere). jieba's dictionary is read, jieba is
not imported: importing it takes a tenth of a cold comparison, loading the whole dictionary more than a second, and its
cache is unmarshalled from the shared temporary folder, where anybody may have planted it. A test holds the cuts against
jieba's own.
"""

from __future__ import annotations

import hashlib
import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.text.word_cache import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.text.word_cache import Kept

MIN_FREQUENCY = 100
"""Words of jieba's dictionary that are rarer than this are left out (36,145 of 349,046 stay)."""
DOMAIN_FREQUENCY = 2_000
"""Frequency given to our domain words, high enough to keep them whole."""
RUNS = 8_192
"""How many runs are kept cut."""
LOOKED_UP = 100_000
"""How many words are kept looked up; those of the next documents begin anew."""
FORM = 2
"""Raised whenever a word list is written in another form."""
SEGMENTER = f"jieba/min{MIN_FREQUENCY}"
"""Name of the segmenter, part of every record."""

_PREFIX = 0.0
"""Stands in the table for what only begins a word; the logarithm of a chance is below zero."""
# A word of the dictionary ends where a space, its frequency and another space follow; searching for the common
# words' frequencies only is three times as fast as reading every line.
_FREQUENCY = re.compile(rb" (\d{%d,}) " % len(str(MIN_FREQUENCY)))
# A run that is cut by the word table, or a character between runs.
_PIECE = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)|\r\n|.", re.DOTALL)


def words(text: str) -> list[str]:
    """Cut text into words; joined, they give the text again."""
    pieces = (_cut(found[1]) if found[1] else (found[0],) for found in _PIECE.finditer(text))
    return list(chain.from_iterable(pieces))


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
    digest = hashlib.sha256(_word_list().sha256.encode())
    for name in ("frequencies.tsv", "light_words.txt", "near_words.txt", "synonyms.txt"):
        digest.update(_data(name).encode())
    return digest.hexdigest()


@lru_cache(maxsize=RUNS)
def _cut(run: str) -> tuple[str, ...]:
    """Return the words of a run; the aligner asks for a clause first and then for each of its commitments."""
    return tuple(_along_likeliest(run))


def _along_likeliest(run: str) -> Iterator[str]:
    """Cut a run along its likeliest way; single Latin letters and digits that follow each other stay together."""
    ends = _likeliest(run)
    start, held = 0, ""
    while start < len(run):
        word = run[start : ends[start]]
        start += len(word)
        if len(word) == 1 and word.isascii() and word.isalnum():
            held += word
            continue
        if held:
            yield held
            held = ""
        yield word
    if held:
        yield held


def _likeliest(run: str) -> list[int]:
    """Return for each place where the word ends that the likeliest way from there to the end of the run begins with.

    Of two ways that are as likely, the one with the longer word is taken.
    """
    table = _chances()
    size = len(run)
    chances = [0.0] * (size + 1)
    ends = [0] * size
    for start in range(size - 1, -1, -1):
        best, best_end = -math.inf, start + 1
        for end in range(start + 1, size + 1):
            chance = table[run[start:end]]
            if chance is None:
                break
            if chance != _PREFIX and chance + chances[end] >= best:
                best, best_end = chance + chances[end], end
        chances[start] = best if best > -math.inf else chances[start + 1] - table.total
        ends[start] = best_end
    return ends


class Chances(dict[str, float | None]):
    """The logarithm of every word's chance, looked up when it is first asked for: a plan uses a tenth of the words.

    `_PREFIX` for what only begins a word, None for what does not even do that.
    """

    def __init__(self, word_list: str) -> None:
        """Take a word list as `_build` writes it."""
        super().__init__()
        total, *lines = word_list.split("\n")
        self.total = math.log(int(total))
        self._lines = {line[1]: line for line in lines}

    def __missing__(self, word: str) -> float | None:
        """Look a word up in the line of its first character."""
        line = self._lines.get(word[0], "")
        start = line.find(f"\t{word} ")
        chance = None if start < 0 else self._chance(line[start + len(word) + 2 : line.index("\t", start + 1)])
        if len(self) >= LOOKED_UP:
            self.clear()
        self[word] = chance
        return chance

    def _chance(self, frequency: str) -> float:
        return _PREFIX if frequency == "0" else math.log(int(frequency)) - self.total


@cache
def _chances() -> Chances:
    return Chances(_word_list().text)


@cache
def _word_list() -> Kept:
    """Return the word list in the form of `_build`."""
    dictionary = _jieba_dictionary()
    status = dictionary.stat()
    own = hashlib.sha256(_data("domain_words.txt").encode()).hexdigest()
    key = f"{FORM} {dictionary} {status.st_size} {status.st_mtime_ns} {MIN_FREQUENCY} {DOMAIN_FREQUENCY} {own}"
    return kept(key, lambda: _build(dictionary.read_bytes()))


def _build(dictionary: bytes) -> str:
    """Return the sum of all frequencies, and below it one line for each first character.

    A line holds a tab, a word, a space and its frequency for every word that begins so, and a tab at its end; the
    frequency of what only begins a word is 0.
    """
    frequencies = {
        dictionary[dictionary.rfind(b"\n", 0, found.start()) + 1 : found.start()].decode(): int(found[1])
        for found in _FREQUENCY.finditer(dictionary)
    }
    frequencies |= dict.fromkeys(domain_words(), DOMAIN_FREQUENCY)
    beginnings = {word[:length] for word in frequencies for length in range(1, len(word))}
    frequencies |= dict.fromkeys(beginnings - frequencies.keys(), 0)
    lines: dict[str, str] = {}
    for word in sorted(frequencies):
        lines[word[0]] = f"{lines.get(word[0], '')}\t{word} {frequencies[word]}"
    return "\n".join([str(sum(frequencies.values())), *(f"{line}\t" for line in lines.values())])


def _jieba_dictionary() -> Path:
    """Return where the dictionary lies that jieba ships, without importing jieba."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba, whose dictionary planalign cuts words by, is not installed", name="jieba")
    return Path(spec.origin).with_name("dict.txt")


def _data(name: str) -> str:
    return files("planalign.text").joinpath("data", name).read_text(encoding="utf-8")
