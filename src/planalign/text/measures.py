"""What units measure, so that 公里 and 米, or 个 and 处, can be held against each other."""

from __future__ import annotations

_SCALES = {"平方公里": ("平方米", 1e6), "公顷": ("平方米", 1e4), "亩": ("平方米", 2000 / 3), "公里": ("米", 1e3)}
_SCALES |= {"天": ("分钟", 1440)}
_SCALES |= {"厘米": ("米", 1e-2), "毫米": ("米", 1e-3), "吨": ("公斤", 1e3), "小时": ("分钟", 60)}
_SCALES |= {"日": ("分钟", 1440), "年": ("分钟", 525_600), "个月": ("分钟", 43_200), "秒": ("分钟", 1 / 60)}
_SCALES |= {
    "自然日": ("分钟", 1440),
    "毫秒": ("分钟", 1 / 60_000),
    "‰": ("%", 0.1),
    "百分点": ("个百分点", 1),
    "兆瓦": ("千瓦", 1e3),
    "立方米": ("升", 1e3),
    "毫升": ("升", 1e-3),
    "斤": ("公斤", 0.5),
    "课时": ("学时", 1),
    "本": ("册", 1),
    "棵": ("株", 1),
    "学时": ("学时", 1),
    "场次": ("场", 1),
    "标方": ("升", 1e3),
    "方": ("升", 1e3),
    "标箱": ("标准箱", 1),
    "MB": ("GB", 1e-3),
    "TB": ("GB", 1e3),
    "PB": ("GB", 1e6),
    "EB": ("GB", 1e9),
}
ACTS = frozenset("次轮遍场期回") | {"场次"}
"""Units of what is done so often."""
_PEOPLE = frozenset("人名位") | {"人次"}
_COUNTS = frozenset(
    "个处座家所项件套台部支只条类种辆艘张份栋幢间块眼篇门口道组对片起宗例批期根盏颗点户款单笔只具顶扇杆面枚幅副把挂孔"
) | {"批次", "泊位", "车位", "停车位", "学位", "机架"}


def measured(unit: str) -> str:
    """Return what a unit measures: the unit in which it is counted here.

    >>> measured("公里"), measured("处")
    ('米', '个')
    """
    plain = unit.split("/", maxsplit=1)[0]
    if plain in _PEOPLE:
        return "人"
    if plain in _COUNTS:
        return "个"
    return _SCALES.get(plain, (plain, 1.0))[0]


def scale(unit: str) -> float:
    """Return how many of the units in which it is counted here make one of a unit."""
    return _SCALES.get(unit, ("", 1.0))[1]
