"""A report that is looked at again in another folder than that in which it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign import compare, load
from planalign.config import Settings
from planalign.pipeline.kept_shares import kept_shares
from planalign.pipeline.redeciding import redecided

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_table_that_is_not_at_hand(jiangcheng: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the table of shares is gone the shares that the record holds lead to the same drift and findings."""
    (tmp_path / "there").mkdir()
    (tmp_path / "elsewhere").mkdir()
    table = (jiangcheng / "allocations.csv").read_text(encoding="utf-8")
    (tmp_path / "there" / "allocations.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "there")
    plans = load(jiangcheng / "city-2025.docx"), load(jiangcheng / "linjiang-district-2025.docx")
    found = compare(*plans, Settings(allocations="allocations.csv"))
    assert any(drift.share for drift in found.drift)
    monkeypatch.chdir(tmp_path / "elsewhere")
    again = redecided(found, ())
    assert (found.drift, found.findings) == (again.drift, again.findings)


def test_no_table(jiangcheng: Path) -> None:
    """Without a table there are no shares."""
    found = compare(load(jiangcheng / "city-2025.docx"), load(jiangcheng / "linjiang-district-2025.docx"))
    assert () == tuple(kept_shares(found, Settings()))
