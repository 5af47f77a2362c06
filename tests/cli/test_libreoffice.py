"""`--libreoffice`: a file is converted only where that was asked for, and the message says how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

RTF = b"{\\rtf1\\ansi\\pard one\\par}"


@pytest.fixture
def rtf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Path of an RTF file, on a machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "plan.rtf"
    path.write_bytes(RTF)
    return str(path)


@pytest.mark.parametrize("command", ["parse", "compare", "check", "chain", "matrix"])
def test_asked_for(command: str, rtf: str, run: Run) -> None:
    """Without the option the message names it; with it the message names the package that is missing."""
    paths = (rtf,) if command in {"parse", "check"} else (rtf, rtf)
    refused = run(command, *paths, "--lang", "en")
    missing = run(command, *paths, "--lang", "en", "--libreoffice")
    assert (3, 3) == (refused.code, missing.code)
    assert "--libreoffice" in refused.err
    assert "libreoffice-writer-nogui" in missing.err


def test_chinese(rtf: str, run: Run) -> None:
    """Both messages exist in Chinese."""
    assert "这是 RTF 文档（可允许用 LibreOffice 转换" in run("parse", rtf, "--lang", "zh").err
    assert "且未安装 LibreOffice（请安装" in run("parse", rtf, "--lang", "zh", "--libreoffice").err
