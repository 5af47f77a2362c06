"""Short names of places for the columns of a table: 江城市临江区清渡镇 is 清渡镇 where that tells it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

_AROUND = (
    compiled(r".{2,7}?(?:省|自治区)"),
    compiled(r".{1,7}?(?:市|自治州|州(?![市区县])|盟)"),
    compiled(r".{1,8}?(?:新区|区|县(?!市)|旗(?![区县]))"),
)
"""Province, city and district at the beginning of a name; the 州 of 云州市 and the 旗 of 红旗区 end none."""
LEAST = 2
"""What is left of a name has so many characters."""


def short_names(names: Sequence[str]) -> list[str]:
    """Return the last part of each name; the whole names, numbered, where two would be equal."""
    short = [_last(name) for name in names]
    return short if len(set(short)) == len(short) else [f"{place}.{name}" for place, name in enumerate(names, start=1)]


def _last(name: str) -> str:
    """Return the name of a place without those of the places around it."""
    for around in _AROUND:
        found = around.match(name)
        if found and len(name) - found.end() >= LEAST:
            name = name[found.end() :]
    return name
