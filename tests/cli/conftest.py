"""Runs the command line with a fixed width and a Chinese locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.runner import Result

from planalign.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

DOCUMENT = (
    "2025年全区应急管理工作要点",
    "一、重点任务",
    "（一）修订应急预案。修订区级总体预案，新建取水点20座。",
    "（二）开展演练。每季度开展一次演练。",
    "联系人：江小城；联系电话：0999-7654321。",
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `planalign` and returns code, output and messages."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def call(*arguments: str) -> Result:
        code = app.run(arguments)
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture
def documents(tmp_path: Path) -> tuple[str, str]:
    """Return a parent, and a child in which a blank was left; both name a person to ask."""
    names = []
    for name, number in (("parent", "20座"), ("child", "××座")):
        path = tmp_path / f"{name}.txt"
        path.write_text("\n".join(DOCUMENT).replace("20座", number), encoding="utf-8")
        names.append(str(path))
    return names[0], names[1]
