"""The years that a plan is for, as its title tells."""

from __future__ import annotations

from planalign.text.pattern import compiled

_RANGE = compiled(r"20\d\d\s*年?\s*[—–－~～至到、-]{1,2}\s*(?P<last>20\d\d)(?!\d)", signs="20")
# 三年行动方案, 十四五规划; not 第三年, 近三年 or 三年级.
_SEVERAL = compiled(r"(?<![第近前后])[两二三四五]年(?![级前后来])|十[一二三四五]五")


def last_year(title: str, first: int) -> int:
    """Return the last of the years that a plan is for.

    >>> last_year("三年行动方案（2024—2026年）", 2024)
    2026
    """
    years = _RANGE.search(title)
    return max(first, int(years["last"])) if years else first


def is_for_one_year(title: str) -> bool:
    """Say whether a title names no more than one year.

    >>> is_for_one_year("2026年工作要点"), is_for_one_year("三年行动方案")
    (True, False)
    """
    return _RANGE.search(title) is None and _SEVERAL.search(title) is None
