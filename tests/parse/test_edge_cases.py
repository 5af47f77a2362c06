"""The table of edge cases in docs/parsing.md names cases that exist, and all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
PAGE = TESTS.parent / "docs" / "parsing.md"
CASES = {path.stem for path in (TESTS / "parse" / "cases").glob("*.txt")}
ROW = re.compile(r"^\| (T?\d+|) \| [^|]+ \| (`[^|]+`) \|$", re.MULTILINE)
ROWS = {number: re.findall(r"`([^`]+)`", shown) for number, shown in ROW.findall(PAGE.read_text(encoding="utf-8"))}


def test_every_edge_case_is_shown() -> None:
    """The 40 edge cases and the 11 traps have a row each."""
    assert {str(number) for number in range(1, 41)} | {f"T{number}" for number in range(1, 12)} == set(ROWS) - {""}


def test_every_case_file_is_named() -> None:
    """No case file stands outside the table."""
    assert set() == CASES - {name for names in ROWS.values() for name in names}


@pytest.mark.parametrize("name", sorted({name for names in ROWS.values() for name in names}))
def test_what_the_table_names_exists(name: str) -> None:
    """A name is a case file, a test module, or a test in one."""
    path, _, function = name.partition("::")
    if not path.endswith(".py"):
        assert name in CASES
    else:
        assert f"def {function}" in (TESTS / path).read_text(encoding="utf-8")
