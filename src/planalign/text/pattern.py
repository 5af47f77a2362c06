"""Patterns over Chinese text that cost little at the start of the program."""

from __future__ import annotations

import re
from typing import cast

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


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern in which 一-龥 at the start of a set stands for any Chinese character."""
    return cast("re.Pattern[str]", _Unused(pattern, flags))


def _cheap(match: re.Match[str]) -> str:
    return f"(?:{_LETTER}|[{match[1]}])" if match[1] else _LETTER
