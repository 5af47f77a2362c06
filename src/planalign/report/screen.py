"""Styled lines of a fixed width; the only place of the reports that knows rich."""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from planalign.report.folding import fold, width
from planalign.report.scrub import inert

if TYPE_CHECKING:
    from planalign.report.look import Look

_GAP = 3


class Screen:
    """Collects lines that never exceed the width and move no cursor; turns them into text with or without colour."""

    def __init__(self, look: Look) -> None:
        """Begin an empty screen."""
        self._look = look
        self._lines: list[Text] = []

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """Add a paragraph, broken to the width."""
        for part in fold(inert(text), self._look.width - indent):
            self._lines.append(Text(" " * indent + part, style=style))

    def rule(self, title: str, style: str = "bold") -> None:
        """Add a heading with a rule behind it, after an empty line."""
        title = inert(title)
        self.line()
        rest = self._look.width - width(title) - 4
        self._lines.append(Text(f"─ {title} {'─' * max(0, rest)}", style=style, overflow="fold"))

    def labelled(self, label: str, text: str, style: str = "", indent: int = 0) -> None:
        """Add a paragraph with a label in front of its first line."""
        column = indent + max(7, width(label)) + 1
        for number, part in enumerate(fold(inert(text), self._look.width - column)):
            head = label if number == 0 else ""
            pad = " " * (column - indent - width(head))
            self._lines.append(Text.assemble(" " * indent, (head, "dim"), pad, (part, style)))

    def side_by_side(self, left: str, right: str, indent: int = 0) -> None:
        """Add two texts beside each other."""
        columns = (self._look.width - indent - _GAP) // 2
        for one, other in zip_longest(fold(inert(left), columns), fold(inert(right), columns), fillvalue=""):
            pad = " " * (columns - width(one))
            bar = " │ " if other else " │"
            self._lines.append(Text.assemble(" " * indent, one, pad, (bar, "dim"), other))

    def row(self, text: str, style: str = "") -> None:
        """Add one line as it is; whoever calls has fitted it to the width."""
        self._lines.append(Text(inert(text), style=style))

    def render(self) -> str:
        """Return all lines."""
        target = io.StringIO()
        console = Console(
            file=target,
            width=self._look.width,
            force_terminal=self._look.colour,
            color_system="standard" if self._look.colour else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )
        for text in self._lines:
            console.print(text, soft_wrap=True)
        return target.getvalue()
