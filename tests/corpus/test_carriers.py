"""One plan gives the same records whatever file carries it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from planalign.model.plan import Plan

FOLDER = Path(__file__).resolve().parents[2] / "corpora" / "jiangcheng"
TABLES = {".doc", ".docx", ".html", ".odt", ".ofd", ".pdf"}
PLANS = (
    "city-2024",
    "city-2025",
    "linjiang-district-2025",
    "wangshan-district-2025",
    "linjiang-bureau-2024",
    "qingdu-town-2025",
    "shiqiao-street-2025",
    "fenglin-township-2025",
)


def _carriers(name: str) -> list[Path]:
    return sorted(FOLDER.glob(f"{name}.*"))


@cache
def _plan(path: Path) -> Plan:
    return load(path)


def _tasks(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(task.number, task.title, tuple(clause.text for clause in task.clauses)) for task in plan.tasks]


def _rows(plan: Plan) -> list[tuple[str, str]]:
    return [(row.name, row.target) for annex in plan.annexes for row in annex.rows]


@pytest.mark.parametrize("name", PLANS)
def test_same_tasks(name: str) -> None:
    """Every carrier gives the same numbers, titles and clauses."""
    first, *others = [_tasks(_plan(path)) for path in _carriers(name)]

    assert others, "a plan is committed in two formats"
    assert first
    assert others == [first for _ in others]


@pytest.mark.parametrize("name", ["linjiang-district-2025", "wangshan-district-2025"])
def test_same_annexes(name: str) -> None:
    """Every carrier that holds tables gives the same names and targets, filled down."""
    first, *others = [_rows(_plan(path)) for path in _carriers(name) if path.suffix in TABLES]

    assert first
    assert others == [first for _ in others]
