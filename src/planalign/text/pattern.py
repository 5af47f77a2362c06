"""Patterns over Chinese text that cost little at the start of the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SET = re.compile(r"\[一-龥([^\]]*)\]")
# The same letters and some more; re expands a range sign by sign, 1 ms each.
_LETTER = r"[^\W\dA-Za-z_]"


class _Unused:
    """A pattern that is compiled when it is first used: most documents need a part of them only."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile, and keep the method asked for, so that the next call finds it at once."""
        compiled = re.compile(_SET.sub(_cheap, self._source), self._flags)
        method: object = getattr(compiled, name)
        setattr(self, name, method)
        return method


def holds_any(text: str, words: Sequence[str]) -> bool:
    """Say whether a text holds one of the words: cheaper than a pattern that is nothing but these words."""
    # A plain loop is faster than any(…), and this runs for every text.
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


class Signed:
    """A pattern that is asked, and so compiled, only where a text holds one of the signs that all its matches hold."""

    def __init__(self, source: str, flags: int, signs: Sequence[str]) -> None:
        """Take what `compiled` takes."""
        self.source = _SET.sub(_cheap, source)
        self.signs = signs
        self._pattern = cast("re.Pattern[str]", _Unused(source, flags))

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """Match at the start of a text, or of a part of it."""
        return self._pattern.match(text, *span) if holds_any(text, self.signs) else None

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        """Match the whole of it."""
        return self._pattern.fullmatch(text, *span) if holds_any(text, self.signs) else None

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """Find the first match."""
        return self._pattern.search(text, *span) if holds_any(text, self.signs) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Find all matches, in order."""
        return self._pattern.finditer(text, *span) if holds_any(text, self.signs) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace all matches."""
        return self._pattern.sub(new, text) if holds_any(text, self.signs) else text


def compiled(pattern: str, flags: int = 0, signs: Sequence[str] = ()) -> re.Pattern[str]:
    """Return a pattern in which 一-龥 at the start of a set stands for any Chinese character.

    `signs`: strings (or the characters of one) of which every match holds at least one; texts without them, which are
    most, are told apart without the pattern. A pattern with signs has match, fullmatch, search, finditer and sub.
    """
    return cast("re.Pattern[str]", Signed(pattern, flags, signs) if signs else _Unused(pattern, flags))


def _cheap(match: re.Match[str]) -> str:
    return f"(?:{_LETTER}|[{match[1]}])" if match[1] else _LETTER
