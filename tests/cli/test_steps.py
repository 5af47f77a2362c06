"""`--verbose` tells what was read and how long it took; without it and with `--quiet` nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.plans import CITY, DISTRICT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

COMMANDS = ("parse", "compare", "check", "chain", "matrix", "checklist")


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Return a parent and a child."""
    made = [tmp_path / "city.txt", tmp_path / "district.txt"]
    for path, text in zip(made, (CITY, DISTRICT), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, made))


def _arguments(command: str, paths: list[str]) -> list[str]:
    files = paths[1:] if command in {"parse", "check", "checklist"} else paths
    return [command, *files, *([] if command == "parse" else ["--isolated"])]


@pytest.mark.parametrize("command", COMMANDS)
def test_steps(command: str, run: Run, paths: list[str]) -> None:
    """Each file is told with its size, kind and counts, and the time of reading it; the report is the same."""
    arguments = _arguments(command, paths)
    loud, plain = run(*arguments, "-v"), run(*arguments)
    size = len(DISTRICT.encode())
    assert f"，{size} 字节" in loud.err
    assert "txt plan，sha256 " in loud.err
    assert "，条款 " in loud.err
    assert " 秒" in loud.err
    assert (plain.out, "") == (loud.out, plain.err)


def test_settings(run: Run, paths: list[str], tmp_path: Path) -> None:
    """The settings file in force is told, or that there is none."""
    assert "没有设置文件" in run("compare", *paths, "--isolated", "--verbose").err
    (tmp_path / "planalign.toml").write_text("[scope]\nrequirements = true\n", encoding="utf-8")
    told = run("compare", *paths, "--verbose").err
    assert "planalign.toml" in told
    assert "没有设置文件" not in told


def test_reports(run: Run, paths: list[str], tmp_path: Path) -> None:
    """The time of each report is told, in the language asked for."""
    told = run("compare", *paths, "-v", "-q", "--isolated", "--lang", "en", "-o", str(tmp_path / "a.md")).err
    for words in ("reading ", "comparing: ", "making table: ", "making md: "):
        assert words in told


@pytest.mark.parametrize("command", COMMANDS)
def test_quiet(command: str, run: Run, paths: list[str]) -> None:
    """--quiet leaves standard error empty."""
    assert "" == run(*_arguments(command, paths), "-q").err
