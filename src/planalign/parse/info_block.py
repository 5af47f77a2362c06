"""Information blocks: what a web site states above a document, as lines (文号：…) or as a small table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.model.block import Furniture, Table
from planalign.parse.label import label_of
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from planalign.parse.line import Line

_STRONG = (
    r"索\s*引\s*号|统一编号|发文字号|发文文号|文件编号|文\s*号|发文机关|发文单位|发布机构|发布机关|制发机关|成文日期|生成日期"
    r"|发文日期|印发日期|签发日期|主题分类|体裁分类|组配分类|信息分类|效力状态|有效状态|有效性|废止日期|失效日期"
)
# These are usual words elsewhere: they count beside one of the others only.
_WEAK = r"发布日期|发布时间|公文标题|信息名称|标\s*题|名\s*称|主题词|关键词|公开类型|公开方式|公开范围|信息来源|来\s*源"
_PAIR = compiled(rf"(?:^|(?<=\s))(?P<key>{_STRONG}|{_WEAK})\s*[:：]\s*")
_KEY = compiled(rf"(?:{_STRONG}|{_WEAK})\s*[:：]?")
# The first characters of all keys.
_FIRST = frozenset("索统发文制成生印签主体组信效有废失公标名关来")
_IS_STRONG = compiled(rf"(?:{_STRONG})\s*[:：]?")
_REACH = 30
_LONGEST = 160
_LEAST_CELLS = 2


def take_info(elements: Sequence[Line | Table]) -> tuple[dict[str, str], list[Line | Table], list[Furniture]]:
    """Return what the block above a document states, the elements without it, and its text as furniture."""
    found: dict[int, dict[str, str]] = {}
    for index, element in enumerate(elements[:_REACH]):
        if isinstance(element, Table):
            pairs = _cells(element)
        elif label_of(element) or "。" in element.text:
            break
        else:
            pairs = _pairs(element.text)
        if pairs:
            found[index] = pairs
    if not any(_IS_STRONG.fullmatch(key) for pairs in found.values() for key in pairs):
        return {}, list(elements), []
    stated = {key: value for pairs in found.values() for key, value in pairs.items() if value}
    furniture = [_furniture(elements[index]) for index in found]
    return stated, [element for index, element in enumerate(elements) if index not in found], furniture


def _pairs(text: str) -> dict[str, str]:
    """Read the key：value pairs of a line that consists of such pairs."""
    if len(text) > _LONGEST or text[:1] not in _FIRST or (":" not in text and "：" not in text):
        return {}
    keys: list[re.Match[str]] = list(_PAIR.finditer(text))
    if not keys or keys[0].start():
        return {}
    ends = [key.start() for key in keys[1:]] + [len(text)]
    return {_squeeze(key["key"]): text[key.end() : end].strip() for key, end in zip(keys, ends, strict=True)}


def _cells(table: Table) -> dict[str, str]:
    """Read the pairs of a table in which every other cell of a row is a key."""
    pairs: dict[str, str] = {}
    for row in table.rows:
        texts = [cell.text.strip() for cell in row]
        for key, value in pairwise(texts):
            if _KEY.fullmatch(key) and not _KEY.fullmatch(value):
                pairs[_squeeze(key).rstrip(":：")] = value
    return pairs if len(pairs) >= _LEAST_CELLS else {}


def _squeeze(key: str) -> str:
    return "".join(key.split())


def _furniture(element: Line | Table) -> Furniture:
    if isinstance(element, Table):
        text = "\n".join("\t".join(cell.text for cell in row) for row in element.rows)
        return Furniture(role="navigation", text=text, location=element.location)
    return Furniture(role="navigation", text=element.text, location=element.place())
