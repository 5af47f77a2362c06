"""The annex part of a document: where it begins, and which line titles which table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.model.block import Furniture, SkipKind, Skipped, Table
from planalign.parse.annex import TitledTable
from planalign.parse.date import find_date
from planalign.parse.furniture import as_furniture
from planalign.parse.label import Rank, label_of
from planalign.parse.line import text_of
from planalign.parse.organ import is_organ
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.parse.line import Line

_MARKER = compiled(r"附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]*(?:\s*[-—–]\s*\d+)?\s*[:：]?")
_LISTED = compiled(r"附\s*件\s*[:：]\s*[^。；]+")
_LIST_REACH = 25
_LIST_ITEM = compiled(r"\d{1,2}\s*[.．、]\s*[^。；]{2,60}")
_CAPTION = compiled(
    r"(?:附?表\s?[\d一二三四五六七八九十]+(?:[-—–]\d+)?.{0,60}|[^。；：]{2,50}(?:表|清单|一览|台账)(?:[（(].{1,20}[）)])?)"
)
_FIGURE = "a caption or a note to a table"
_UNIT_NOTE = compiled(r"[（(]?\s*单位\s*[:：].{1,12}")
_NOTE = compiled(r"注\s*\d?\s*[:：].*|图\s?\d+[^。；]{0,40}")


@dataclass
class Parts:
    """A document cut into text, tables with titles, and annex text without a table."""

    lines: list[Line] = field(default_factory=list)
    tables: list[TitledTable] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    """Annex markers and headings over several tables."""
    listed: list[Line] = field(default_factory=list)
    """The list of annexes at the end of a notice or body (附件：1.… 2.…)."""


def cut_annexes(elements: Sequence[Line | Table]) -> Parts:
    """Take the tables with their titles and the annex part out of the text."""
    parts = Parts()
    elements = _without_list(elements, parts)
    start = _annex_start(elements)
    _take_tables(elements[:start], parts, annex=False)
    _take_tables(elements[start:], parts, annex=True)
    return parts


def _without_list(elements: Sequence[Line | Table], parts: Parts) -> list[Line | Table]:
    """Take out the lists of annexes: a 附件： line with names that is followed by no table."""
    kept: list[Line | Table] = []
    index = 0
    while index < len(elements):
        size = _list_size(elements[index : index + _LIST_REACH])
        parts.listed += [line for line in elements[index : index + size] if not isinstance(line, Table)]
        kept += elements[index : index + (0 if size else 1)]
        index += size or 1
    return kept


def _list_size(run: Sequence[Line | Table]) -> int:
    """Return how many lines a list of annexes takes that starts here: up to a date, an office, a marker or the end."""
    first = run[0]
    if isinstance(first, Table) or not _LISTED.fullmatch(first.text):
        return 0
    size = 1
    for element in run[1:]:
        if isinstance(element, Table):
            return 0
        if is_organ(element.text) or find_date(element.text) or is_marker(element.text):
            return size
        if not _LIST_ITEM.fullmatch(element.text):
            return 0
        size += 1
    return size


def _annex_start(elements: Sequence[Line | Table]) -> int:
    """Return where the annexes begin: at a 附件 line below the numbered items; else the end."""
    numbered = False
    for index, element in enumerate(elements):
        if isinstance(element, Table):
            continue
        label = label_of(element)
        numbered = numbered or (label is not None and label.rank <= Rank.DIGIT)
        if numbered and is_marker(element.text):
            return index
    return len(elements)


def is_marker(text: str) -> bool:
    """Say whether a line marks an annex: 附件, 附件1, 附件：任务分解表."""
    match = _MARKER.match(text)
    if match is None or len(text) > 80 or "。" in text:
        return False
    rest = text[match.end() :]
    return not rest or match[0].rstrip()[-1] in "：:" or rest[0] in " 　\t" or match[0].rstrip()[-1].isdecimal()


def _take_tables(elements: Sequence[Line | Table], parts: Parts, *, annex: bool) -> None:
    waiting: list[Line] = []
    for element in elements:
        if isinstance(element, Table):
            title, used = _title(waiting, annex=annex)
            parts.tables.append(TitledTable(title, element))
            _put_text(waiting[: len(waiting) - used], parts, annex=annex, above_table=True)
            waiting = []
        else:
            waiting.append(element)
    _put_text(waiting, parts, annex=annex, above_table=False)


def _title(lines: list[Line], *, annex: bool) -> tuple[str, int]:
    """Return the title of the table below some lines, and how many lines it took."""
    used = 1 if lines and _UNIT_NOTE.fullmatch(lines[-1].text) else 0
    if len(lines) <= used:
        return "", used
    line = lines[-1 - used]
    text = line.label + line.text
    if not annex and not _CAPTION.fullmatch(text):
        return "", used
    if len(text) > 80 or _NOTE.fullmatch(text):
        return "", 0
    match = _MARKER.match(text) if annex else None
    rest = text[match.end() :].strip() if match and is_marker(text) else ""
    return rest or text, used + 1


def _put_text(lines: list[Line], parts: Parts, *, annex: bool, above_table: bool) -> None:
    if not annex:
        for line in lines:
            if _NOTE.fullmatch(line.text):
                note = Skipped(location=line.place(), reason=_FIGURE, kind=SkipKind.NO_TASK, text=line.text)
                parts.skipped.append(note)
            else:
                parts.lines.append(line)
        return
    titles = all(len(line.text) <= 60 and not line.text.endswith(("。", "；")) for line in lines)
    if titles and above_table:
        parts.furniture += [as_furniture(line, "header") for line in lines]
    elif lines:
        reason = "text of an annex without a table"
        parts.skipped.append(Skipped(location=lines[0].place(), reason=reason, text=text_of(lines)))
