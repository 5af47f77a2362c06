"""Level words: what differs between a city, a district and a township plan without meaning a difference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.text.pattern import compiled
from planalign.text.synonyms import unify

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = compiled(r"全(?:市|区县|区|县|镇|乡|街道)|(?:本|我)(?:市|区|县|镇|乡|街道)|本?辖区")
_RANK = compiled(r"(?:市|区县|区|县|镇街|镇|乡|街道|村)(?=级)")
_BELOW = compiled(
    r"各(?:区县|县区|区|县|乡镇|镇街|镇乡|镇|乡|街道|村居|村社区|村|社区)"
    r"(?:[（(](?:自治县|街道|社区|居|居委会)[）)])?(?:人民政府)?"
)
_OFFICE = compiled(
    r"(?:市|区|县|镇|乡|街道)(?=委|政府|应急|安委|安办|减灾|防减救灾|消安委|防汛|消防|公安|财政|交通|水利|住建|住房|教育|卫生|市场监管"
    r"|农业|林业|气象|规划|发改|发展改革|经信|民政|文旅|文化|城管|生态环境|融媒体|总工会|有关|直)"
)
_SUPPORT = compiled(
    r"(?:积极|主动)?配合(?:做好|好)?(?:全市|全区|全县|市级部门|区级部门|县级部门|上级部门|上级|相关部门|有关部门|市|区|县)?(?=[\u4e00-\u9fff])",
)
_QUOTES = compiled(r"[“”‘’\"']")

_OWN_DOCUMENT = compiled(r"《([^《》]*?)(预案|实施方案|工作方案|行动方案|专项规划)(?:的通知)?》")

WHOLE = "全域"
"""What 全市, 全区, 全镇 and 本辖区 become."""
BELOW = "各地"
"""What 各区县, 各乡镇（街道） and 各村（社区） become."""


def neutral(text: str, places: tuple[str, ...] = ()) -> str:
    """Return the text with level words unified, place names and quotation marks left out.

    `text` is normalised text (`planalign.text.width.normalise`); `places` are the names of the two plans' own places.
    """
    for place in places:
        text = text.replace(place, "")
    if "各" in text:
        text = _BELOW.sub(BELOW, text)
    text = _WHOLE.sub(WHOLE, text)
    if "配合" in text:
        text = _SUPPORT.sub("", text)
    text = _OFFICE.sub("", text)
    if "级" in text:
        text = _RANK.sub("", text)
    return unify(_QUOTES.sub("", text))


def level_words(text: str, places: tuple[str, ...] = ()) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each level word and name of a place, and what `neutral` makes of it."""
    for found in _BELOW.finditer(text):
        yield found.start(), found.end(), BELOW
    for found in _WHOLE.finditer(text):
        yield found.start(), found.end(), WHOLE
    for found in _RANK.finditer(text):
        yield found.start(), found.end() + 1, "级"
    for found in _OFFICE.finditer(text):
        yield found.start(), found.end(), ""
    for place in filter(None, places):
        for found in re.finditer(re.escape(place), text):
            yield found.start(), found.end(), ""


def own_documents(text: str, place: str) -> str:
    """Reduce the titles of a level's own working documents to their kind, 《临江区…总体预案》 to 预案.

    `place` is the name of the plan's own place; a title without it is somebody else's and stays.
    """
    return _OWN_DOCUMENT.sub(lambda found: found[2] if place in found[1] else found[0], text)


# The 州 of 云州市, the 镇 of 石镇市 and the 旗 of 红旗区 stand inside a name.
_PLACES = compiled(r".+?(?:省|市|(?:区|县|州|盟|旗|镇|乡)(?![市区县])|街道)")


def place_names(place: str | None) -> tuple[str, ...]:
    """Return the names by which a text calls its own place, longest first.

    >>> place_names("江城市临江区")
    ('江城市临江区', '江城市', '临江区')
    """
    if not place:
        return ()
    parts = _PLACES.findall(place)
    return tuple(dict.fromkeys([place, *parts]))
