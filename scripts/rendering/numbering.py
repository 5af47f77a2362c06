"""Word's automatic numbering: lists that print exactly the labels of the source."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from rendering.outline import Label


class List:
    """One multi-level list; a label that it would print otherwise stays typed."""

    def __init__(self, numbering: Any, labels: list[Label]) -> None:  # noqa: ANN401
        """Take the labels of one body, annex or column and write the list that fits them."""
        self._running = {b.depth for a, b in itertools.pairwise(labels) if a.depth < b.depth and b.value > 1}
        self._patterns: dict[int, Label] = {}
        for found in labels:
            self._patterns.setdefault(found.depth, found)
        self._counts: dict[int, int] = {}
        levels = [_level(depth, first, depth in self._running) for depth, first in sorted(self._patterns.items())]
        self._number = _add(numbering, levels)

    def take(self, found: Label) -> bool:
        """Count a label; True when Word would print it."""
        first = self._patterns[found.depth]
        if first.pattern != found.pattern or self._counts.get(found.depth, 0) + 1 != found.value:
            return False
        self._counts[found.depth] = found.value
        for depth in [d for d in self._counts if d > found.depth and d not in self._running]:
            del self._counts[depth]
        return True

    def mark(self, paragraph: Any, depth: int) -> None:  # noqa: ANN401
        """Make a paragraph an item of the list."""
        mark = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
        mark.get_or_add_ilvl().val = depth - 1
        mark.get_or_add_numId().val = self._number


def _add(numbering: Any, levels: list[Any]) -> int:  # noqa: ANN401
    """Write an abstract list and a list that uses it; returns the number of the list."""
    number = 100 + len(numbering.findall(qn("w:num")))
    abstract = _element("w:abstractNum", _value("w:multiLevelType", "multilevel"), *levels)
    abstract.set(qn("w:abstractNumId"), str(number))
    numbering.insert(0, abstract)
    entry = _element("w:num", _value("w:abstractNumId", number))
    entry.set(qn("w:numId"), str(number))
    numbering.append(entry)
    return number


def _level(depth: int, first: Label, running: bool) -> Any:  # noqa: ANN401
    restart = [_value("w:lvlRestart", 0)] if running else []
    level = _element(
        "w:lvl",
        _value("w:start", 1),
        _value("w:numFmt", "chineseCountingThousand" if first.chinese else "decimal"),
        *restart,
        _value("w:suff", "nothing"),
        _value("w:lvlText", first.pattern.replace("%", f"%{depth}").rstrip()),
        _value("w:lvlJc", "left"),
    )
    level.set(qn("w:ilvl"), str(depth - 1))
    return level


def _element(name: str, *children: Any) -> Any:  # noqa: ANN401
    element = OxmlElement(name)
    for child in children:
        element.append(child)
    return element


def _value(name: str, value: object) -> Any:  # noqa: ANN401
    element = OxmlElement(name)
    element.set(qn("w:val"), str(value))
    return element
