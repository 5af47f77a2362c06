"""Numbers as policy texts write them: 1,200, 1.5万, 三十, 两万, 百, 一百二十余."""

from __future__ import annotations

from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled

SCALES = {"万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3, "百": 1e2}
"""What the words behind a number multiply it with."""
HAN = "〇零一二两三四五六七八九十百千"
"""Characters of a Chinese numeral below 10 000."""
WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | str.maketrans("％．：∶＋＞＜﹪", "%.::+><%")
"""Full-width digits and signs, and what stands for them in half width."""
_SOME_WIDE = compiled(r"[０-９％．：∶＋＞＜﹪]")

_WORDS = {"万": 10_000, "百余": 100}
_MOST_DIGITS = 15


def half_width(text: str) -> str:
    """Return text with digits and signs in half width; one character stays one character, so that places hold."""
    # Looking is ten times as fast as translating, and most texts have none.
    return text.translate(WIDE) if _SOME_WIDE.search(text) else text


def amount(number: str, scale: str = "") -> float | None:
    """Return the value of a number and of the scale word behind it; None where it is no number.

    >>> amount("1.5", "万")
    15000.0
    >>> amount("三十")
    30.0
    """
    plain = number.replace(",", "").strip()
    value = _value(plain)
    if value is None or len(plain) > _MOST_DIGITS:
        return None
    return round(value * SCALES.get(scale, 1.0), 6)


def _value(plain: str) -> float | None:
    if plain[:1].isdecimal():
        try:
            return float(plain)
        except ValueError:
            return None
    if plain in _WORDS:
        return _WORDS[plain]
    value = parse_numeral(plain)
    return None if value is None else float(value)
