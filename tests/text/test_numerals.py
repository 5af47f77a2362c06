"""Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.text.numerals import parse_numeral, write_numeral


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十", 10),
        ("二十一", 21),
        ("廿三", 23),
        ("卅", 30),
        ("一百零二", 102),
        ("一千零一十", 1010),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("26", 26),
        ("２６", 26),
        ("", None),
        ("一十二十", None),
        ("二三十", None),
        ("安全", None),
        ("9" * 30, None),
    ],
)
def test_numeral_has_its_value(text: str, expected: int | None) -> None:
    """Arabic and Chinese numerals are read; anything else is none."""
    assert parse_numeral(text) == expected


@given(st.integers(0, 9999))
def test_written_numeral_is_read_again(value: int) -> None:
    """Writing and reading are inverse."""
    assert parse_numeral(write_numeral(value)) == value


def test_numeral_beyond_four_digits_is_refused() -> None:
    """Only 0 to 9999 can be written."""
    with pytest.raises(ValueError, match="9999"):
        write_numeral(10_000)


@given(st.text())
def test_reading_never_raises(text: str) -> None:
    """Any text gives a number or none."""
    value = parse_numeral(text)
    assert value is None or value >= 0
