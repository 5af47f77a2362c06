"""Columns and colours of the terminal, as the commands take them from the environment."""

from __future__ import annotations

import io
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from planalign.assess.rules import RULES
from planalign.cli import app

if TYPE_CHECKING:
    from tests.cli.runner import Run


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 160])
def test_width(columns: int, lang: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line of the catalogue and of its entries is longer than the terminal is wide."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for call in (("rules",), *(("rules", code) for code in RULES)):
        lines = run(*call, "--lang", lang).out.splitlines()
        assert [] == [line for line in lines if _columns(line) > columns]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("no_colour", "term", "coloured"), [("", "xterm", True), ("1", "xterm", False), ("", "dumb", False)]
)
def test_colour(no_colour: str, term: str, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colours, unless NO_COLOR is set or it has none."""
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", term)
    app.run(["rules"])
    assert coloured == ("\x1b[" in screen.getvalue())


def test_no_colour_in_a_pipe(run: Run) -> None:
    """What is no terminal gets none."""
    assert "\x1b[" not in run("rules").out
