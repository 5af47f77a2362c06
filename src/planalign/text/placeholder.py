"""Blanks that were never filled in: ××, XX, 待定, ____, 4月×日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_CROSS = "[×✕✖╳Хх]"
_COUNTED = (
    "(?:个|座|处|家|名|人|户|件|项|支|台|套|次|场|万|亿|元|公里|米|吨|年|月|日|号|%|％|时|起|条|辆|所|亩|平方"
    "|[镇乡村区县市]|街道)"
)
_BLANKS = compiled(
    rf"{_CROSS}{{2,}}"  # ××镇
    rf"|(?<![\d.A-Za-z+＋]){_CROSS}(?={_COUNTED})|(?<=[年月第〔〕）\]]){_CROSS}"  # 4月×日; 5×8 counts something
    r"|(?<![A-Za-z\d+＋*/._-])(?:[XＸ]{2,6}|x{2,6})(?![A-Za-z\d+＋._/-])"  # XX镇; XXL and XXI are words
    rf"|(?<![A-Za-z\d+＋“”‘*/._-])[XxＸ](?=(?:年|月|日|个|座|处|家|名|人|户|万元|亿元|公里|%|％))"
    r"|[_＿﹍﹎]{2,}|[*＊]{3,}|(?<=[^\d〇○零一二三四五六七八九])[○〇◯]{2,}"
    r"|(?<![一-龥])(?:待定|待补充|待填写?|待完善|待明确|待核实|暂缺|TBD|TODO)(?![一-龥A-Za-z])"
    r"|(?<![有亟尚仍])(?:待定|待补充|待填写)(?=[，。；、）)]|$)"
    r"|[（(【\[](?:此处|待|暂定?|请)?(?:填写|补充|待定|待填|待补|空白)[^（）()【】\[\]]{0,8}[）)】\]]"
    r"|【[\s　]*】|[（(][\s　]{2,}[）)]"
    r"|20\d\d年[\s　]+月(?:[\s　]+日)?|(?<=月)[\s　]{2,}日",
)
_SOME = compiled(
    r"[×✕✖╳ХхXxＸ_＿﹍﹎*＊○〇◯]|待[定补填完明核]|暂缺|TBD|TODO|【|[（(年月][\s　]"
    r"|[（(\[](?:此处|待|暂定?|请)?(?:填写|补充|空白)"
)
# “××单位××事项”: a pattern shown to the reader, filled in by others.
_SHOWN = compiled(r"“[^“”]*”|《[^《》]*》|‘[^‘’]*’")


def find_placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each blank in a text; those inside quotation marks are patterns and no blanks."""
    if not _SOME.search(text):
        return
    shown = [found.span() for found in _SHOWN.finditer(text)]
    for match in _BLANKS.finditer(text):
        if not any(start < match.start() and match.end() < end for start, end in shown):
            yield match.span()
