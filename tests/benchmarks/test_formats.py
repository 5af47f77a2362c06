"""The ratios per format are measured over files that exist, with calls that give something."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.bare import CALLS
from benchmarks.formats import CASES, Case

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.call not in {"pdfplumber", "rapidocr"}],
    ids=lambda case: f"{case.what}-{case.call}",
)
def test_bare_calls_read_their_files(case: Case) -> None:
    """A call that gave nothing would make any reader look slow."""
    assert CALLS[case.call](case.file)


@pytest.mark.parametrize("call", ["reader", "whole", "read"])
def test_one_file_is_measured(call: str) -> None:
    """Each process says what one call took, and the most memory that it held."""
    command = [sys.executable, "-m", "benchmarks.one_file", call, str(CASES[0].file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    measured = json.loads(done.stdout)
    assert {"memory", "seconds"} == set(measured)
    assert measured["seconds"] >= 0
    assert measured["memory"] > 2**20
