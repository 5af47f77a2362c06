"""The annex part of a document: where it begins, and which line titles which table."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.model.block import Furniture, SkipKind, Skipped, Table
from planalign.model.sentence import english
from planalign.parse.annex import TitledTable
from planalign.parse.annex_head import head_of, marker_of
from planalign.parse.date import find_date
from planalign.parse.furniture import as_furniture
from planalign.parse.label import Rank, label_of
from planalign.parse.line import text_of
from planalign.parse.organ import is_organ
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.annex import AnnexHead
    from planalign.parse.line import Line

_LISTED = compiled(
    r"附\s*(?:件\s*)?[:：]\s*[^。]*|附\s*件(?:\s*\d{1,2}\s*[-.．、:：]\s*[^。；]{2,60}[；;。]?)", signs=":：-.．、"
)
_BARE = compiled(r"[:：]$")
_LIST_REACH = 40
_LIST_ITEM = compiled(r"(?:附\s*件\s*)?\d{1,2}(?:-\d{1,2})?\s*[.．、:：]\s*[^。；]{2,60}[；;。]?")
# The sentence that sends a plan out as the annex of its notice.
_SENT = compiled(r"现(?:将.{2,150})?(?:予以?|一并|以)?(?:印发|转发|批转|下发)(?:给你们|如下)?")
_CAPTION = compiled(
    r"(?:附?表\s?[\d一二三四五六七八九十]+(?:[-—–]\d+)?.{0,60}|[^。；：]{2,50}(?:表|清单|一览|台账)(?:[（(].{1,20}[）)])?)"
)
_SIGNED_REACH = 4
_LONGEST_TITLE = 60
# A marker, the title of the table, its unit, and the table.
_TABLE_REACH = 4
_FIGURE = english("a caption or a note to a table")
_UNIT_NOTE = compiled(r"[（(]?\s*单位\s*[:：].{1,12}")
_NOTE = compiled(r"注\s*\d?\s*[:：].*|图\s?\d+[^。；]{0,40}", signs="注图")


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
    heads: list[AnnexHead] = field(default_factory=list)
    """The 附件 that stand in the document, by mark and title."""


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
    rest = 0
    for index, element in enumerate(elements):
        if index < rest:
            continue
        size = _list_size(elements[index : index + _LIST_REACH]) if _may_list(element) else 0
        if size:
            lines = [line for line in elements[index : index + size] if not isinstance(line, Table)]
            bare = 1 if _BARE.search(lines[0].text) else 0
            parts.furniture += [as_furniture(line, "header") for line in lines[:bare]]
            parts.listed += lines[bare:]
            rest = index + size
        else:
            kept.append(element)
    return kept


def _may_list(element: Line | Table) -> bool:
    return not isinstance(element, Table) and element.text[:1] == "附" and _LISTED.fullmatch(element.text) is not None


def _list_size(run: Sequence[Line | Table]) -> int:
    """Return how many lines a list of annexes takes that starts here: up to a date, an office, a marker or the end.

    附件： alone begins a list only where names stand below it, and a signature or an annex below these.
    """
    first = run[0]
    size, least = 1, 2 if not isinstance(first, Table) and _BARE.search(first.text) else 1
    for element in run[1:]:
        if isinstance(element, Table):
            return 0
        if _LIST_ITEM.fullmatch(element.text):
            size += 1
        elif is_organ(element.text) or find_date(element.text) or marker_of(element.text):
            return size if size >= least else 0
        else:
            return 0
    return size if least == 1 else 0


@dataclass
class _Above:
    """What stands above a line, gathered on the way down."""

    items: int = 0
    """How many numbered items."""
    values: dict[Rank, int | None] = field(default_factory=dict)
    """The last number of each style."""
    said: bool = False
    """Whether there is a sentence."""
    sent: bool = False
    """Whether a sentence sends a plan out."""
    nearest: deque[Line] = field(default_factory=lambda: deque(maxlen=_SIGNED_REACH))

    def add(self, line: Line) -> None:
        """Go past a line."""
        label = label_of(line)
        if label:
            self.items += label.rank <= Rank.DIGIT
            self.values[label.rank] = label.value
        self.said = self.said or line.text.endswith("。")
        self.sent = self.sent or _SENT.search(line.text) is not None
        self.nearest.append(line)


def _annex_start(elements: Sequence[Line | Table]) -> int:
    """Return where the annexes begin: at a 附件 line below the numbered items; else the end."""
    above = _Above()
    items = sum(map(_is_item, elements))
    for index, element in enumerate(elements):
        if isinstance(element, Table):
            continue
        if marker_of(element.text) and _begins(elements, index, above) and not _is_above_plan(above, items):
            return index
        above.add(element)
    return len(elements)


def _begins(elements: Sequence[Line | Table], index: int, above: _Above) -> bool:
    """Say whether the annexes may begin at a marker, as far as the table below it tells."""
    table = _table_below(elements, index)
    if above.items:
        return table is None or not _text_goes_on(elements, table + 1, above)
    # A notice that numbers nothing.
    return above.said and table is not None


def _table_below(elements: Sequence[Line | Table], index: int) -> int | None:
    """Return the place of the table below a marker, with at most a title and a note between them."""
    for at in range(index + 1, min(len(elements), index + _TABLE_REACH)):
        element = elements[at]
        if isinstance(element, Table):
            return at
        if label_of(element):
            return None
    return None


def _text_goes_on(elements: Sequence[Line | Table], below: int, above: _Above) -> bool:
    """Say whether the numbers of the text go on below a table: 附表1 inside the text."""
    for at in range(below, len(elements)):
        element = elements[at]
        if isinstance(element, Table) or marker_of(element.text):
            return False
        label = label_of(element)
        if label:
            last = above.values.get(label.rank)
            return last is not None and label.value == last + 1
    return False


def _is_item(element: Line | Table) -> bool:
    label = None if isinstance(element, Table) else label_of(element)
    return label is not None and label.rank <= Rank.DIGIT


def _is_above_plan(above: _Above, items: int) -> bool:
    """Say whether a marker stands above the plan that a notice with numbers of its own sends out."""
    signed = any(find_date(line.text) for line in above.nearest)
    return signed and above.sent and items - above.items > above.items


def _take_tables(elements: Sequence[Line | Table], parts: Parts, *, annex: bool) -> None:
    waiting: list[Line] = []
    for index, element in enumerate(elements):
        if isinstance(element, Table):
            title, used = _title(waiting, annex=annex)
            if not annex and title:
                used += _take_marker(waiting[: len(waiting) - used], title, parts)
            parts.tables.append(TitledTable(title, element, parts.heads[-1].number if parts.heads else None))
            _put_text(waiting[: len(waiting) - used], parts, annex=annex, above_table=True)
            parts.furniture += [
                as_furniture(line, "note") for line in waiting[-used:] if _UNIT_NOTE.fullmatch(line.text)
            ]
            waiting = []
            continue
        head = head_of(element, _below(elements, index)) if annex else None
        if head:
            _put_text(waiting, parts, annex=annex, above_table=False)
            parts.heads.append(head)
            waiting = []
        waiting.append(element)
    _put_text(waiting, parts, annex=annex, above_table=False)


def _take_marker(above: list[Line], title: str, parts: Parts) -> int:
    """Take the marker (附表1) above the title of a table inside the text; return how many lines it has."""
    match = marker_of(above[-1].text) if above else None
    if match is None or match.end() < len(above[-1].text):
        return 0
    parts.furniture.append(as_furniture(above[-1], "header"))
    parts.heads += [head.model_copy(update={"title": title}) for head in [head_of(above[-1], None)] if head]
    return 1


def _below(elements: Sequence[Line | Table], index: int) -> Line | None:
    """Return the line below a marker that may be the title of the annex."""
    below = elements[index + 1] if index + 1 < len(elements) else None
    if below is None or isinstance(below, Table) or marker_of(below.text) or _UNIT_NOTE.fullmatch(below.text):
        return None
    return below if len(below.text) <= _LONGEST_TITLE and "。" not in below.text and not label_of(below) else None


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
    match = marker_of(text) if annex else None
    rest = text[match.end() :].strip() if match else ""
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
        reason = english("text of an annex without a table")
        parts.skipped.append(Skipped(location=lines[0].place(), reason=reason, text=text_of(lines)))
