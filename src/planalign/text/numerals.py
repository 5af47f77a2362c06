"""Chinese numerals up to 9999: 二十六, 廿三, 一百零二, 二〇二五."""

from __future__ import annotations

import re

_DIGITS = {"〇": 0, "○": 0, "零": 0, "0": 0}
_DIGITS |= {char: value for value, char in enumerate("一二三四五六七八九", start=1)}
_DIGITS |= {"两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_PRINTED = "零一二三四五六七八九"
_POSITIONAL = re.compile(r"[〇○零0一二三四五六七八九]+")

HAN_SIGNS = "〇○零一二三四五六七八九十百千廿卅两"
"""The characters of Chinese numerals."""
HAN_NUMERAL = f"[{HAN_SIGNS}]"
"""Pattern of one of them."""


def signs_between(first: str, last: str) -> str:
    """Return the characters from one to another, such as ① to ⑳."""
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def parse_numeral(text: str) -> int | None:
    """Return the value of an Arabic or Chinese numeral, or None where it is no numeral up to 9999."""
    text = text.strip()
    if text.isdecimal() and len(text) <= 18:
        return int(text)
    for short, long in _TENS.items():
        text = text.replace(short, long)
    if not text:
        return None
    value = _digit_by_digit(text) if _POSITIONAL.fullmatch(text) else _with_units(text)
    return value if value is not None and value <= 9999 else None


def _digit_by_digit(text: str) -> int | None:
    return int("".join(str(_DIGITS[char]) for char in text))


def _with_units(text: str) -> int | None:
    """Read 一千零二十三: every unit multiplies the digit before it, and units fall from left to right."""
    total, digit, last = 0, 0, 10_000
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _UNITS and _UNITS[char] < last:
            last = _UNITS[char]
            total, digit = total + (digit or 1) * last, 0
        else:
            return None
    return total + digit


def write_numeral(value: int) -> str:
    """Return the Chinese numeral of a whole number from 0 to 9999."""
    if not 0 <= value <= 9999:
        raise ValueError(f"{value} is not between 0 and 9999")
    if value < 10:
        return _PRINTED[value]
    for size, unit in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            return _head(value, size, unit) + _rest(value % size, size)
    raise AssertionError


def _head(value: int, size: int, unit: str) -> str:
    count = value // size
    return unit if size == 10 and count == 1 else _PRINTED[count] + unit


def _rest(rest: int, size: int) -> str:
    if not rest:
        return ""
    zero = "零" if rest < size // 10 else ""
    # 一百一十, but 十一: inside a larger number the one is written.
    text = ("一" if 10 <= rest < 20 and size > 10 else "") + write_numeral(rest)
    return zero + text
