"""`planalign config`."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest

from planalign.store.project_file import read_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

TEXT = """[project]
as_of = "2025-06-01"

[rules]
PA104 = "off"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with settings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "planalign.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def _settings(run: Run, *arguments: str) -> dict[str, tuple[object, str]]:
    listed = json.loads(run("config", "--format", "json", *arguments).out)["settings"]
    return {entry["key"]: (entry["value"], entry["origin"]) for entry in listed}


def test_origins(run: Run) -> None:
    """Each value says whether it is a default, stands in a line of the file, or comes from an option."""
    found = _settings(run, "--fail-on", "warning")
    assert ("2025-06-01", "planalign.toml:2") == found["project.as_of"]
    assert ("off", "planalign.toml:5") == found["rules.PA104"]
    assert ("error", "default") == found["rules.PA101"]
    assert ("warning", "--fail-on") == found["policy.fail_on"]
    assert (None, "default") == found["policy.thresholds.coverage"]


def test_toml_can_be_read_again(run: Run, folder: Path) -> None:
    """What is printed is itself a file of settings with the same values."""
    out = run("config").out
    assert "off" == tomllib.loads(out)["rules"]["PA104"]
    again = folder / "again.toml"
    again.write_text(out, encoding="utf-8")
    from planalign.assess.rules import RULES

    assert "2025-06-01" == str(read_project(again, lambda: RULES).project.project.as_of)


def test_isolated(run: Run) -> None:
    """Without the files of the project everything is a default."""
    assert {"default"} == {origin for _, origin in _settings(run, "--isolated").values()}


def test_files(run: Run, folder: Path) -> None:
    """The files that take part are named."""
    (folder / "planalign-waivers.toml").touch()
    files = json.loads(run("config", "--format", "json").out)["files"]
    assert {
        "config": "planalign.toml",
        "waivers": "planalign-waivers.toml",
        "baseline": None,
        "decisions": None,
    } == files
