"""`-o NAME.html`: a comparison as one page, written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def test_compare(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """Two runs write the same bytes, beside what is printed; contact lines are not in them."""
    for name in ("a", "b"):
        assert 0 == run("compare", *documents, "--isolated", "-f", "summary", "-o", f"{tmp_path}/{name}.html").code
    first, second = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("a", "b"))
    assert first == second
    assert first.startswith("<!DOCTYPE html>")
    assert [] == [word for word in ("江小城", "7654321") if word in first]


def test_check_with_a_parent(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """A check with a parent writes it too, with its verdict at the head, in the language asked for."""
    target = tmp_path / "a.html"
    arguments = ("check", documents[1], "--parent", documents[0], "--isolated", "--other-plan", "--lang", "en")
    assert 1 == run(*arguments, "-o", f"html:{target}").code
    assert "<b>Result of the check</b> Not passed" in target.read_text("utf-8")


def test_only_comparisons(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """A check without a parent has no such report."""
    assert 2 == run("check", documents[1], "--isolated", "-o", f"{tmp_path}/a.html").code
    assert not (tmp_path / "a.html").exists()
