"""The few properties of paragraphs and characters that matter for reading ([MS-DOC] 2.6.1, 2.6.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planalign.readers.doc_properties import modifiers, number
from planalign.readers.word_markup import add

if TYPE_CHECKING:
    from planalign.readers.markup import Element

_JUSTIFICATIONS = ("left", "center", "right", "both")
# Tables inside tables deeper than this are an error in the file.
_DEEPEST = 16
# From here on a paragraph is in no list, or in one without a visible number.
_UNLISTED = 0x0800


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Properties of a paragraph; None is what it does not state."""

    justification: str | None
    level: int | None
    list_use: int | None
    depth: int
    """Tables around the paragraph."""
    ends_cell: bool
    """Whether it ends a cell of a nested table; those of outer tables have a sign of their own."""
    ends_row: bool

    def write(self, properties: Element) -> None:
        """Fill a w:pPr."""
        if self.justification is not None:
            add(properties, "jc", self.justification)
        if self.list_use is not None or self.level is not None:
            numbers = add(properties, "numPr")
            for name, value in (("ilvl", self.level), ("numId", self.list_use)):
                if value is not None:
                    add(numbers, name, value)


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """Properties of a character; None is what it does not state."""

    hidden: bool | None
    deleted: bool
    style: int | None
    special: bool
    """Whether a control character stands for something."""
    symbol: bytes | None
    """Font (2 bytes) and code (2 bytes) of a sign that stands for the character."""
    picture: int | None
    """Where its picture lies in the data stream."""
    embedded: bool
    """Whether it stands for an embedded object."""

    def write(self, properties: Element) -> None:
        """Fill a w:rPr."""
        if self.style is not None:
            add(properties, "rStyle", self.style)
        if self.hidden is not None:
            add(properties, "vanish", int(self.hidden))


@lru_cache(maxsize=4096)
def paragraph_format(grpprl: bytes) -> ParagraphFormat:
    """Return what modifiers say about a paragraph; the last word counts."""
    found = dict(modifiers(grpprl))
    uses = found.get(0x460B)
    code = number(found.get(0x2461, found.get(0x2403, b"\xff")))
    return ParagraphFormat(
        justification=_JUSTIFICATIONS[code] if code < len(_JUSTIFICATIONS) else None,
        level=number(found[0x260A]) if 0x260A in found else None,
        list_use=None if uses is None else number(uses) * (number(uses) < _UNLISTED),
        depth=_depth(found),
        ends_cell=_is_on(found, 0x244B),
        ends_row=_is_on(found, 0x2417) or _is_on(found, 0x244C),
    )


def _depth(found: dict[int, bytes]) -> int:
    if not _is_on(found, 0x2416):
        return 0
    return max(1, min(number(found.get(0x6649, b"\1")), _DEEPEST))


@lru_cache(maxsize=4096)
def character_format(grpprl: bytes) -> CharacterFormat:
    """Return what modifiers say about characters; the last word counts."""
    found = dict(modifiers(grpprl))
    return CharacterFormat(
        hidden=_switch(found.get(0x083C)),
        deleted=_is_on(found, 0x0800),
        style=number(found[0x4A30]) if 0x4A30 in found else None,
        special=_is_on(found, 0x0855),
        symbol=found.get(0x6A09),
        picture=number(found[0x6A03]) if 0x6A03 in found else None,
        embedded=_is_on(found, 0x0856) or _is_on(found, 0x080A),
    )


def _switch(operand: bytes | None) -> bool | None:
    """Return a switch: off, on, as in the style (128) or other than in the style (129), which is hardly ever hidden."""
    value = 0x80 if operand is None else number(operand)
    return None if value == 0x80 else bool(value)


def _is_on(found: dict[int, bytes], code: int) -> bool:
    return bool(number(found.get(code, b"\0")))
