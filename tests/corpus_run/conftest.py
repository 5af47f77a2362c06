"""The command line for the tests of corpora, and a small corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import run
from tests.corpus_run.corpora import written

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["run"]


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a small corpus, below the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return written(tmp_path / "plans", 4, tasks=5)
