"""Numbers with scale words, in digits and in words."""

from __future__ import annotations

import pytest

from planalign.text.amounts import WIDE, amount


@pytest.mark.parametrize(
    ("number", "scale", "expected"),
    [
        ("1,200", "", 1200),
        ("1.5", "万", 15_000),
        ("三十", "", 30),
        ("两", "万", 20_000),
        ("百", "", 100),
        ("0.4", "亿", 40_000_000),
        ("廿三", "", 23),
        ("十百", "", None),
        ("", "", None),
        ("9" * 16, "", None),
    ],
)
def test_amount(number: str, scale: str, expected: float | None) -> None:
    """A number is read with its scale; what is no number, or has too many digits, is none."""
    assert amount(number, scale) == expected


def test_wide_signs_keep_their_places() -> None:
    """Full-width digits and signs become half-width ones, character by character."""
    assert "１２．５％".translate(WIDE) == "12.5%"
