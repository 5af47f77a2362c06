"""Kinds of annex tables and of their rows: what the columns and the title say the rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.annex import AnnexKind, RowKind
from planalign.model.block import CellOrigin
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from planalign.model.block import Cell

# The first column, from the left, whose heading names a kind decides; 项目, 名称 and 内容 say nothing.
_COLUMNS: tuple[tuple[AnnexKind, re.Pattern[str]], ...] = (
    (AnnexKind.KPI, compiled(r".{0,6}指标(?:名称|内容|体系|类[别型])?(?:[（(].*)?|目标值")),
    (AnnexKind.DOCUMENT_LIST, compiled(r"(?:.{0,4}(?:文件|预案|制度|标准|规划|方案|政策)(?:名称|题目)|文件|文号)")),
    (AnnexKind.PLATFORM, compiled(r".{0,4}(?:应用|平台|系统|场景|跑道)(?:名称)?")),
    (AnnexKind.PROJECT, compiled(r".{0,4}(?:项目|工程)名称|.*投资.*|建设(?:内容|规模|性质|地点).*")),
    (AnnexKind.CAMPAIGN, compiled(r".{0,4}行动(?:名称)?|整治(?:领域|重点|内容|事项|对象|行动)")),
    (AnnexKind.TASK_LIST, compiled(r".{0,6}(?:任务|事项)(?:名称|内容|清单|分[解工])?")),
    (AnnexKind.MEASURE, compiled(r".{0,4}(?:措施|举措)(?:名称|内容)?")),
)
_TITLES: tuple[tuple[AnnexKind, re.Pattern[str]], ...] = (
    (AnnexKind.KPI, compiled(r"指标|目标值|目标分解")),
    (
        AnnexKind.DOCUMENT_LIST,
        compiled(r"(?:文件|预案|制度|标准|规划|政策)(?:[制修]订)?(?:清单|目录|名单|一览表?|汇总表?)?$"),
    ),
    (AnnexKind.PLATFORM, compiled(r"应用|平台|系统建设|场景")),
    (AnnexKind.PROJECT, compiled(r"项目|工程")),
    (AnnexKind.CAMPAIGN, compiled(r"整治|行动|专项|攻坚")),
    (AnnexKind.MEASURE, compiled(r"措施|举措")),
    (AnnexKind.TASK_LIST, compiled(r"任务|分工|事项|要点")),
)
_TOTAL = compiled(r"(?:.{0,8}(?:合\s*计|小\s*计|总\s*计|共\s*计)|总数)(?:[（(].{0,12}[）)])?[:：]?")
_GROUP_LABEL = compiled(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|[一二三四五六七八九十IVXⅠ-Ⅻ]{1,3}")
_LABELLED = compiled(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[类部]).{2,60}"
)
_REACH = 3


def annex_kind(title: str, columns: Sequence[str], names: Sequence[str]) -> AnnexKind:
    """Return the kind of a table: by its columns, else by its title, else by names that are titles of documents."""
    for column in columns:
        word = normalise(column)
        for kind, pattern in _COLUMNS:
            if pattern.fullmatch(word):
                return kind
    word = normalise(title).rstrip("：:")
    by_title = next((kind for kind, pattern in _TITLES if pattern.search(word)), AnnexKind.OTHER)
    quoted = sum(1 for name in names if name.startswith("《"))
    return AnnexKind.DOCUMENT_LIST if quoted and quoted * 2 > len(names) else by_title


def row_kind(cells: Sequence[Cell]) -> RowKind:
    """Return what a row is: one text over its whole width, or a numbered heading beside blank cells, is a group."""
    texts = [cell.text.strip() for cell in cells]
    if any(_TOTAL.fullmatch(text) for text in texts[:_REACH]):
        return RowKind.TOTAL
    filled = [text for text, cell in zip(texts, cells, strict=True) if text and cell.origin is CellOrigin.OWN]
    across = len(cells) > 1 and all(cell.origin is CellOrigin.HMERGE for cell in cells[1:])
    if across and len(set(texts)) == 1:
        return RowKind.GROUP
    return RowKind.GROUP if len(cells) > _REACH and _is_heading(filled, texts) else RowKind.ITEM


def _is_heading(filled: Sequence[str], texts: Sequence[str]) -> bool:
    """Say whether a row holds only a heading such as （一）责任体系, whole or with its number in a cell of its own."""
    if len(filled) == 1:
        return filled[0] in texts[:2] and _LABELLED.fullmatch(filled[0]) is not None
    return len(filled) == 2 and list(texts[:2]) == list(filled) and _GROUP_LABEL.fullmatch(filled[0]) is not None
