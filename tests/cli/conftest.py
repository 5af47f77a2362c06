"""Runs the command line with a fixed width and a Chinese locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.runner import Result

from planalign.cli import app

if TYPE_CHECKING:
    from tests.cli.runner import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `planalign` and returns code, output and messages."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def call(*arguments: str) -> Result:
        code = app.run(arguments)
        return Result(code, *capsys.readouterr())

    return call
