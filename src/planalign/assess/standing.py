"""Where in the order of governments an issuer stands; a department stands where the government of its place does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.plan import Level

if TYPE_CHECKING:
    from planalign.model.plan import Masthead

_GOVERNMENTS = frozenset({Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.TOWNSHIP})
_TOWN = re.compile(r"(?:镇|乡|街道|苏木)$")
_COUNTY = re.compile(r"(?:[区县旗]|(?:市|州|盟|地区).+市)$")
_CITY = re.compile(r"(?:市|自治州|盟|地区)$")


def standing(head: Masthead) -> Level:
    """Return province, city, district or township; unknown where neither the level nor the place tells."""
    if head.level in _GOVERNMENTS:
        return head.level
    place = head.place or ""
    for pattern, level in ((_TOWN, Level.TOWNSHIP), (_COUNTY, Level.DISTRICT), (_CITY, Level.CITY)):
        if pattern.search(place) and not place.endswith("自治区"):
            return level
    return Level.UNKNOWN
