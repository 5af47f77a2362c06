"""The progress bar stays out of the way."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from tests.hand_made import CITY, DISTRICT

from planalign.cli import progress
from planalign.cli.progress import Progress
from planalign.pipeline.several import matrix

if TYPE_CHECKING:
    import pytest


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience: float, *, quiet: bool = False) -> bool:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with Progress("读取文件", 2, quiet=quiet) as bar:
        bar.advance()
        bar.advance()
    return bool(stream.getvalue())


def test_slow_work_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that takes longer than the patience shows a bar on a terminal."""
    assert _shown(_Terminal(), monkeypatch, 0.0)


def test_pages_inside_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """One long scan moves the bar too."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with Progress("读取文件", 1) as bar:
        bar.within(1, 4)

    assert "25%" in stream.getvalue()


def test_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of several comparisons moves the bar."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with progress.comparing(quiet=False):
        matrix(CITY, [DISTRICT, DISTRICT])

    assert "比对" in stream.getvalue()


def test_quick_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quick work shows none."""
    assert not _shown(_Terminal(), monkeypatch, 60.0)


def test_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log file never gets one."""
    assert not _shown(io.StringIO(), monkeypatch, 0.0)


def test_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """--quiet means none."""
    assert not _shown(_Terminal(), monkeypatch, 0.0, quiet=True)
