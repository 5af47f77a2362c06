"""Automatic numbers, counted as Word counts them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planalign.readers.docx_numerals import format_number
from planalign.readers.docx_xml import W, find, number, switch, value

if TYPE_CHECKING:
    from planalign.readers.docx_styles import Style
    from planalign.readers.markup import Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Level (from 1) after which the count begins anew; 0 never; None after any higher level."""
    legal: bool = False
    paragraph_style: str = ""


@dataclass(slots=True)
class _List:
    """A numbering instance (w:num): levels of its abstract numbering with its own overrides."""

    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the automatic numbers of a document; paragraphs come in reading order."""

    def __init__(self, root: Element | None) -> None:
        """Read the root of numbering.xml."""
        nodes = [] if root is None else root.findall(W + "abstractNum")
        abstracts = {node.get(W + "abstractNumId", ""): node for node in nodes}
        links = {value(node, "styleLink"): key for key, node in abstracts.items()}
        levels = {key: _levels(abstracts[_linked(key, node, links)]) for key, node in abstracts.items()}
        nums = [] if root is None else root.findall(W + "num")
        self._lists = {node.get(W + "numId", ""): _list(node, levels) for node in nums}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, properties: Element | None, style: Style) -> str:
        """Return the number of the next paragraph, or nothing; the count goes on."""
        numbers = find(properties, "numPr")
        entry = self._lists.get(value(numbers, "numId") or style.num_id or "0")
        if entry is None:
            return ""
        stated = value(numbers, "ilvl")
        level = number(stated) if stated else _style_level(entry, style)
        if not 0 <= level < _LEVELS:
            return ""
        return self._show(entry, level, self._advance(entry, level))

    def _advance(self, entry: _List, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(entry.abstract, {})
        if level in entry.overrides:
            # A startOverride works once, when its list first reaches the level.
            counts[level] = entry.overrides.pop(level)
        else:
            counts[level] = counts[level] + 1 if level in counts else _level(entry, level).start
        for deeper in range(level + 1, _LEVELS):
            restart = _level(entry, deeper).restart
            if restart is None or level < restart:
                counts.pop(deeper, None)
        return counts

    def _show(self, entry: _List, level: int, counts: dict[int, int]) -> str:
        own = _level(entry, level)
        if own.style == "bullet":
            return ""

        def number_at(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = _level(entry, place)
            return format_number(counts.get(place, other.start), "decimal" if own.legal else other.style)

        return _PLACE.sub(number_at, own.text)


def _level(entry: _List, level: int) -> Level:
    return entry.levels.get(level, Level())


def _style_level(entry: _List, style: Style) -> int:
    """Return the level of a paragraph numbered by its style: the level tied to it, else the one it states."""
    for level, definition in entry.levels.items():
        if style.numbered_by and definition.paragraph_style == style.numbered_by:
            return level
    return number(style.level)


def _linked(key: str, node: Element, links: dict[str | None, str]) -> str:
    """Return the abstract numbering that holds the levels: a numStyleLink points to the one with that styleLink."""
    link = value(node, "numStyleLink")
    return links.get(link, key) if link else key


def _levels(abstract: Element) -> dict[int, Level]:
    return {number(node.get(W + "ilvl")): _read_level(node) for node in abstract.findall(W + "lvl")}


def _list(node: Element, levels: dict[str, dict[int, Level]]) -> _List:
    abstract = value(node, "abstractNumId") or ""
    entry = _List(abstract, dict(levels.get(abstract, {})))
    for override in node.findall(W + "lvlOverride"):
        level = number(override.get(W + "ilvl"))
        definition, start = find(override, "lvl"), value(override, "startOverride")
        if definition is not None:
            entry.levels[level] = _read_level(definition)
        if start is not None:
            entry.overrides[level] = number(start, 1)
    return entry


def _read_level(node: Element) -> Level:
    # A custom format stands in mc:Choice before the ordinary one in mc:Fallback: the last one is understood.
    styles = [each.get(W + "val", "") for each in node.iter(W + "numFmt")]
    restart = value(node, "lvlRestart")
    return Level(
        start=number(value(node, "start"), 0),
        style=styles[-1] if styles else "decimal",
        text=value(node, "lvlText") or "",
        restart=None if restart is None else number(restart),
        legal=bool(switch(node, "isLgl")),
        paragraph_style=value(node, "pStyle") or "",
    )
