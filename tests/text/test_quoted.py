"""Quoted words are blanked out without moving the others."""

from __future__ import annotations

import pytest

from planalign.text.quoted import without_quotes


@pytest.mark.parametrize("text", ["落实《全市〈办法〉》和“全市一盘棋”要求", "没有引号", "落实《全市办法"])
def test_places_stay(text: str) -> None:
    """The length never changes, and nothing outside quotes does."""
    bare = without_quotes(text)
    assert len(text) == len(bare)
    assert all(new in {old, "\x00"} for new, old in zip(bare, text, strict=True))


def test_quotes() -> None:
    """Titles, nested titles and quotation marks are blanked out; an open bracket is not."""
    assert "全市" not in without_quotes("落实《全市〈办法〉》和“全市一盘棋”要求")
    assert "全市" in without_quotes("落实《全市办法")
