"""The pages on planalign.toml name every key, and their example is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign.assess.rules import RULES
from planalign.config import Settings
from planalign.model.project import Project
from planalign.report.config_listing import listing
from planalign.store.project_file import read_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("docs/configuration.md", "docs/configuration.zh.md")
EXAMPLE = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _keys(table: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield the dotted names of all keys but the codes of rules."""
    for name, field in table.model_fields.items():
        members = [each for each in (field.annotation, *getattr(field.annotation, "__args__", ())) if each is not None]
        inner = next((each for each in members if hasattr(each, "model_fields")), None)
        if inner is not None:
            yield from _keys(inner, f"{prefix}{name}.")
        elif name != "rules":
            yield f"{prefix}{name}"


@pytest.mark.parametrize("page", PAGES)
def test_every_key_is_documented(page: str) -> None:
    """Each key of the file has its line in the table."""
    text = (ROOT / page).read_text(encoding="utf-8")
    keys = [*_keys(Project)]
    assert "policy.thresholds.coverage" in keys
    assert [] == [key for key in keys if f"| `{key}` |" not in text]


@pytest.mark.parametrize("page", PAGES)
def test_the_example_is_read(page: str, tmp_path: Path) -> None:
    """The example is a file that planalign takes."""
    (text,) = EXAMPLE.findall((ROOT / page).read_text(encoding="utf-8"))
    path = tmp_path / "planalign.toml"
    path.write_text(text, encoding="utf-8")
    assert 0.85 == read_project(path, lambda: RULES).project.policy.thresholds.coverage


def test_our_own_file(jiangcheng: Path) -> None:
    """The file of our own documents is read, and every level has documents."""
    project = read_project(jiangcheng / "planalign.toml", lambda: RULES).project
    assert all(sorted(jiangcheng.glob(pattern)) for level in project.level for pattern in level.docs)


def test_every_key_is_listed() -> None:
    """`planalign config` names every key, those of levels where there are some."""
    listed = {entry.key for entry in listing(Settings(), None, {})}
    assert {key for key in _keys(Project) if not key.startswith("level.")} <= listed
