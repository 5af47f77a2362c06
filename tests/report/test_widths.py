"""Every report for the terminal keeps to its columns, in both languages, with colour and without."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from tests.report.every_format import reports

from planalign.config import Settings
from planalign.model.wording import Lang
from planalign.pipeline.checklists import checklist
from planalign.pipeline.loading import load
from planalign.report.checklist_terminal import render as render_checklist
from planalign.report.look import Look

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.report.every_format import Report

PLANS = ("city-2025.docx", "linjiang-district-2025.docx", "qingdu-town-2025.docx")
TABLES = ("compare", "check", "chain", "matrix", "checklist", "parse", "checklist of a unit")


@pytest.fixture(scope="module")
def tables(jiangcheng: Path) -> Mapping[str, Report]:
    """Return the tables of three of our own plans by command."""
    made = reports([jiangcheng / name for name in PLANS], Settings())
    district = load(jiangcheng / PLANS[1])
    own = checklist(district, unit="区应急管理局")
    found = {name.removesuffix(" table"): report for name, report in made.items() if name.endswith(" table")}
    return {**found, "checklist of a unit": lambda look: render_checklist(own, look)}


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


@pytest.mark.parametrize("name", TABLES)
def test_width(name: str, tables: Mapping[str, Report]) -> None:
    """No line is longer than the terminal is wide."""
    for lang in Lang:
        for width in (80, 160):
            lines = str(tables[name](Look(lang=lang, width=width, all=True))).splitlines()
            assert [] == [line for line in lines if _columns(line) > width]


def test_wide_terminals_are_used(tables: Mapping[str, Report]) -> None:
    """Long texts fill a wide terminal."""
    assert all(max(map(_columns, str(tables[name](Look(width=160))).splitlines())) > 150 for name in TABLES[:3])


@pytest.mark.parametrize("name", TABLES)
def test_colour(name: str, tables: Mapping[str, Report]) -> None:
    """Colour adds nothing but colour."""
    plain, coloured = (str(tables[name](Look(width=80, colour=colour))) for colour in (False, True))
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
