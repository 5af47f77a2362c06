"""The real documents: what an analyst sees, and what nobody must see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from planalign.assess.numbering import breaks
from planalign.config import Settings
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def _document(corpora: Path, number: str) -> Path:
    return next((corpora / "chongqing").glob(f"{number}_*.txt"))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_numbering_is_sound(corpora: Path, number: str) -> None:
    """The numbers of the real documents run on or start anew; nothing is reported."""
    assert [] == list(breaks(load(_document(corpora, number))))


@pytest.mark.parametrize("form", ["table", "json", "md"])
def test_contact_line_never_appears(corpora: Path, run: Run, form: str) -> None:
    """Names and numbers of the contact line are in no report."""
    child = _document(corpora, "001")
    contact = load(child, Settings(contact=True)).masthead.contact
    assert contact is not None
    result = run("compare", str(_document(corpora, "002")), str(child), "--format", form)
    assert 0 == result.code
    assert not [word for word in re.findall(r"\d{7,}", contact) if word in result.out]


@pytest.mark.parametrize("columns", [80, 160])
@pytest.mark.parametrize("pair", [("004", "003"), ("002", "001")])
def test_first_screen_shows_a_gap_with_both_quotes(
    corpora: Path, run: Run, monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str], columns: int
) -> None:
    """The first screen names both documents, the coverage, and a dropped text with what the child has instead."""
    monkeypatch.setenv("COLUMNS", str(columns))
    result = run("compare", *(str(_document(corpora, number)) for number in pair))
    screen = "\n".join(result.out.splitlines()[:36])
    assert 0 == result.code
    assert re.search(r"条款承接率 \d+%（\d+/\d+", screen)
    assert re.search(r"未承接（\d+）", screen)
    assert "上级" in screen
    assert "未找到" in screen
