"""Messages on standard error are Chinese where the locale is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_pipeline import UPPER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def test_error(run: Run, tmp_path: Path) -> None:
    """An error says in Chinese what happened, where, and what to do."""
    missing = tmp_path / "missing.txt"
    assert f"planalign: {missing}: 没有这个文件（请检查路径）\n" == run("parse", str(missing)).err


def test_unread_part(run: Run, tmp_path: Path) -> None:
    """What was not read of a document is told in Chinese too, part by part."""
    page = "".join(f"<p>{line}</p>" for line in UPPER.split("\n\n"))
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body>{page}<p><a href='2.html'>下一页</a></p></body></html>", encoding="utf-8")
    assert "文件有一部分未读取，分析不完整：网页还有后续分页，未读取" in run("parse", str(path)).err
