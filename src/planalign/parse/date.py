"""成文日期: a line that holds a date, in Arabic or Chinese numerals."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    import re

_HAN = r"[〇零0-9一二三四五六七八九十廿卅]"
_DATE = compiled(
    rf"(?P<year>(?:19|20)\d\d|[一二][〇零0一二三四五六七八九]{{3}})年(?P<month>{_HAN}{{1,2}})月(?P<day>{_HAN}{{1,3}})日"
    r"|(?P<y>20\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})"
)
_LOST = compiled(
    r"20\d\d年(?:\d{0,2}|[×xX]*)月(?:\d{0,2}|[×xX]*)日|20\d{3,6}[年月日]|20\d\d年\d{2,4}日|20\d{3,4}月\d{1,2}日|[〇零一二三四五六七八九十]{6,10}日"
)
# 二O二五年: zero is often typed as a letter.
_LATIN_ZERO = compiled(
    r"(?<=[一二])[OoО](?=[〇○零一二三四五六七八九OoО]{2}年)|(?<=[一二][〇OoО])[OoО](?=[〇○零一二三四五六七八九]年)",
)
_LONGEST = 60
# Without one of these no date stands there; ⽇ is the radical that some fonts give for 日.
_SIGNS = ("日", "⽇", "20", "２０")
_ENDS = ("年", "月", "日", "⽉", "⽇")
_AFTER = compiled(r"(?:[（(].{0,16}[）)]|印发|印)?$")


def find_date(text: str) -> tuple[str, int] | None:
    """Return the date at the end of a line as YYYY-MM-DD, and where it begins in the normalised line."""
    if not any(sign in text for sign in _SIGNS):
        return None
    plain = normalise(text)
    if any(letter in plain for letter in "OoО"):
        plain = _LATIN_ZERO.sub("〇", plain)
    for match in _DATE.finditer(plain):
        iso = _iso(match)
        if iso and _AFTER.match(plain, match.end()):
            return iso, match.start()
    return None


def _iso(match: re.Match[str]) -> str | None:
    parts = [match["year"] or match["y"], match["month"] or match["m"], match["day"] or match["d"]]
    year, month, day = (parse_numeral(part) for part in parts)
    try:
        return dt.date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return None


def is_unreadable(text: str) -> bool:
    """Say whether a line was a date that lost its 年, 月 or digits."""
    short = text.endswith(_ENDS) and len(text) <= _LONGEST
    return short and find_date(text) is None and _LOST.fullmatch(normalise(text)) is not None
