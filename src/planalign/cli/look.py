"""How reports should look on this terminal."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from planalign.cli.language import chosen
from planalign.report.look import Look

if TYPE_CHECKING:
    from planalign.model.wording import Lang

NARROWEST, WIDEST = 60, 160
"""Columns outside these bounds are not used: text would be hard to read."""


def terminal_look(lang: Lang | None, *, everything: bool = False) -> Look:
    """Return width and colour of standard output: no colour into a pipe or with NO_COLOR set."""
    columns = shutil.get_terminal_size(fallback=(100, 24)).columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Look(lang=chosen(lang), width=min(WIDEST, max(NARROWEST, columns)), colour=colour, all=everything)
