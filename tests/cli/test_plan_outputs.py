"""Where parsed documents go."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.hand_made import CITY, DISTRICT

from planalign.cli.plan_outputs import PlanOutputs
from planalign.errors import UsageError
from planalign.report.look import Look

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def _outputs(*targets: Path, form: str = "jsonl", several: bool = True) -> PlanOutputs:
    return PlanOutputs(form, targets, Look(), several=several, quiet=True)


def test_lines_leave_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line is printed as soon as its document is read; its file is there at the end."""
    target = tmp_path / "all.jsonl"
    with _outputs(target) as outputs:
        outputs.take(CITY)
        first = capsys.readouterr().out
        assert 1 == first.count("\n")
        assert not target.exists()
        outputs.take(DISTRICT)
        outputs.finish()
    assert first + capsys.readouterr().out == target.read_text("utf-8")


def _fail(outputs: PlanOutputs) -> None:
    with outputs:
        outputs.take(CITY)
        raise RuntimeError


def test_failure_leaves_nothing(tmp_path: Path) -> None:
    """Where something fails no file of lines is left, whole or half."""
    with pytest.raises(RuntimeError):
        _fail(_outputs(tmp_path / "all.jsonl"))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(("several", "expected"), [(True, ["a.json", "a.md", "a.xlsx"]), (False, [])])
def test_nothing_read(tmp_path: Path, *, several: bool, expected: list[str]) -> None:
    """Of several documents none of which was read there are empty reports, of a single one there is none."""
    with _outputs(*(tmp_path / f"a.{form}" for form in ("json", "md", "xlsx")), several=several) as outputs:
        outputs.finish()
    assert expected == sorted(path.name for path in tmp_path.iterdir())


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_workbook_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook is not poured into a terminal."""
    monkeypatch.setattr(sys, "stdout", _Terminal())
    with pytest.raises(UsageError, match="terminal"):
        _outputs(form="xlsx")


def test_workbook_into_a_pipe(tmp_path: Path, run: Run) -> None:
    """A pipe takes a workbook byte by byte."""
    path, book = tmp_path / "plan.txt", tmp_path / "plan.xlsx"
    path.write_text(
        "2025年工作要点\n一、重点任务\n（一）修订预案。更新清单。\n（二）开展演练。每年一次。", encoding="utf-8"
    )
    command = [sys.executable, "-m", "planalign", "parse", str(path), "-f", "xlsx"]
    piped = subprocess.run(command, capture_output=True, check=True).stdout
    assert 0 == run("parse", str(path), "-o", str(book)).code
    assert book.read_bytes() == piped
