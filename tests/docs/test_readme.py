"""The commands that README.md and its Chinese twin show over our own documents run as shown."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from planalign.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/README.zh.md")
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _shown() -> list[str]:
    """Return the commands over our own documents, or without documents, of both pages."""
    blocks = [block for page in PAGES for block in SHELL.findall((ROOT / page).read_text(encoding="utf-8"))]
    lines = {line for block in blocks for line in block.splitlines() if line.startswith("planalign ")}
    return sorted(line for line in lines if "corpora/" in line or line.startswith("planalign rules"))


def test_commands_are_shown() -> None:
    """Examples of the commands are shown, so that the test below does not pass over nothing."""
    assert {"compare", "evaluate", "parse", "rules"} == {line.split()[1] for line in _shown()}


@pytest.mark.parametrize("line", _shown())
def test_command_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command of the README ends with exit code 0 and writes the files that it names."""
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(line)[1:]
    outputs = [value for option, value in pairwise(arguments) if option == "-o"]
    assert 0 == run(arguments)
    assert [] == [name for name in outputs if not (tmp_path / name).stat().st_size]
