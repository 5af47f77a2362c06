"""What binds the parent's own level (市级储备42类) and is none of the child's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import Level
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.align.matter import Item

_OWN = {
    Level.PROVINCE: r"省本?级|省直",
    Level.CITY: r"市本?级|市直",
    Level.DISTRICT: r"[区县]本?级|[区县]直",
    Level.TOWNSHIP: r"[乡镇]本?级|街道本?级",
}
_BELOW = {
    Level.PROVINCE: r"市州|市县|地市|[市州区县乡镇]级|各[市州区县]|区县|县区|县市",
    Level.CITY: r"[区县乡镇]级|各[区县乡镇]|区县|县区|县市|乡镇|镇街|街道",
    Level.DISTRICT: r"[乡镇村]级|各[乡镇村]|乡镇|镇乡|镇街|街道|村居|社区",
    Level.TOWNSHIP: r"村级|各村|村居|社区",
}
_PATTERNS = {level: compiled(own) for level, own in _OWN.items()}
# 市级部门和区县: both are asked; a figure between them (市级储备42类、区级储备适量) is the first one's.
_JOINED = {
    level: compiled(
        rf"(?:{own})[^，。；、和及与\d]{{0,12}}(?:、|和|及|与|以及)各?(?:{_BELOW[level]})"
        rf"|(?:{_BELOW[level]})[^，。；、和及与\d]{{0,12}}(?:、|和|及|与|以及)(?:{own})"
    )
    for level, own in _OWN.items()
}
# 市级专业队伍6支，每支不少于60人: the second number speaks of what the first counts.
_EACH_OF = compiled(r"每[支个所座家处台套]|其中", signs="每其")


def binds_own(level: Level, item: Item) -> bool:
    """Say whether a fact binds the level that issued its plan, and no lower one beside it (市级部门和区县)."""
    if level not in _OWN:
        return False
    words = item.text if _EACH_OF.match(item.matter) else item.matter
    return _PATTERNS[level].search(words) is not None and _JOINED[level].search(item.shown) is None
