"""The check of our own documents that CI runs: it passes, and a gap without waiver breaks it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

GAP = """
[[waiver]]
rule = "PA101"
parent = { document = "city-2024", quote = "强化科技和人才支撑" }
"""


def test_own_corpus(run: Run, jiangcheng: Path, tmp_path: Path) -> None:
    """Every document of our own passes; without one of its waivers the gap is named and the exit code is 1."""
    names = (
        "city-2024.txt",
        "linjiang-bureau-2024.docx",
        "planalign.toml",
        "planalign-waivers.toml",
        "allocations.csv",
    )
    for name in names:
        shutil.copy(jiangcheng / name, tmp_path / name)
    (tmp_path / ".git").mkdir()
    assert 0 == run("corpus", "check", str(tmp_path), "--engine", "serial").code
    waivers = (tmp_path / "planalign-waivers.toml").read_text("utf-8")
    assert GAP in waivers
    first = waivers.index(GAP)
    after = waivers.index("[[waiver]]", first + len(GAP))
    (tmp_path / "planalign-waivers.toml").write_text(waivers[:first] + waivers[after:], "utf-8")
    result = run("corpus", "check", str(tmp_path), "--engine", "serial")
    assert 1 == result.code
    assert "强化科技和人才支撑" in result.out
