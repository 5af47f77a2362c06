"""`planalign explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.test_pipeline import LOWER, UPPER

if TYPE_CHECKING:
    from tests.cli.runner import Run


@pytest.fixture
def report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a report of two plans in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("city.txt").write_text(UPPER, encoding="utf-8")
    Path("district.txt").write_text(LOWER, encoding="utf-8")
    assert 0 == run("compare", "city.txt", "district.txt", "-o", "report.json", "--quiet").code
    return "report.json"


def test_round_trip(run: Run, report: str) -> None:
    """A written report is read again and explains its own findings."""
    result = run("explain", report, "PA101-t3")
    assert (0, "") == (result.code, result.err)
    assert "判定    未承接" in result.out
    assert "事项    缺" in result.out


def test_unknown_id(run: Run, report: str) -> None:
    """An id that is not there is a usage error."""
    result = run("explain", report, "t99")
    assert (2, "") == (result.code, result.out)
    assert "报告中没有 't99'" in result.err


@pytest.mark.parametrize("name", ["city.txt", "none.json"])
def test_no_report(run: Run, report: str, name: str) -> None:
    """Another file, or none, is a usage error that says how to write a report."""
    assert report
    assert 2 == run("explain", name, "t1").code
