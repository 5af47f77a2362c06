"""Joining: a sentence that a page break or a line break cut in two becomes one line again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.block import Furniture, Table
from planalign.parse.date import find_date
from planalign.parse.document_number import is_broken_number
from planalign.parse.furniture import as_furniture, close_gap
from planalign.parse.label import is_label_only, label_of
from planalign.parse.nesting import is_open
from planalign.parse.organ import is_organ, red_head
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.parse.line import Line

_FINAL = (*"。；：！？;:!?.…）)〕］]】", *(stop + quote for stop in "。！？；!?" for quote in '”’」』"'))
_SENTENCE = compiled(r"[。；]")
_RUNNING = compiled(r".{2,28}(?:文件|公报|简报)")
_NUMBER = compiled(r"\d{1,3}")
# Lines that stand alone however the line above ends: annex markers, dates, contact lines.
_ALONE = compiled(r"(?:附\s*件|附\s*表|表\s*\d|图\s*\d|抄送|[（(](?:此件|联系人)|20\d\d年\d{1,2}月\d{1,2}日$|注[:：])")
_LONG = 40
# Nothing more is joined to so long a paragraph.
_LONGEST = 5_000
# So many blank lines are the end of a page.
_PAGE_GAP = 2


def join_broken(elements: Sequence[Line | Table]) -> tuple[list[Line | Table], list[Furniture]]:
    """Join lines that one sentence was broken over; running headers inside a sentence become furniture."""
    kept, furniture = _without_running_headers(elements)
    width = _wrap_width(kept)
    joined: list[Line | Table] = []
    for element in kept:
        last = joined[-1] if joined else None
        if (
            isinstance(element, Table)
            or last is None
            or isinstance(last, Table)
            or not _continues(last, element, width)
        ):
            joined.append(element)
        elif is_label_only(last):
            joined[-1] = _label_to_text(last, element)
        else:
            joined[-1] = last.join(element)
    return joined, furniture


def _label_to_text(label: Line, text: Line) -> Line:
    return label.join(text)._replace(centred=text.centred)


def _continues(last: Line, line: Line, width: int) -> bool:
    """Say whether a line goes on with the sentence of the line above."""
    if _ALONE.match(line.text) or label_of(line) or len(last.text) > _LONGEST:
        return False
    if is_label_only(last) or is_broken_number(last.text, line.text):
        return True
    if last.text.endswith(("；", ";")) and is_open(last.text):
        return True
    if last.text.endswith(_FINAL):
        return False
    if last.text.endswith(("，", ",", "、")) or is_open(last.text):
        return True
    return last.centred == line.centred and not line.tab and _is_cut_off(last, line, width)


def _is_cut_off(last: Line, line: Line, width: int) -> bool:
    """Say whether a line that ends without a mark was cut off: at the right edge, or in the sentence behind another."""
    if width and len(last.text) >= width - 2:
        return True
    if not _SENTENCE.search(last.text):
        return False
    if line.gap >= _PAGE_GAP or len(last.text) >= _LONG:
        return True
    # 二、排查隐患。重点排查32座小型水库、115处山洪灾 | 害危险区。
    return label_of(last) is not None and not is_organ(line.text) and not find_date(line.text)


def _wrap_width(elements: Sequence[Line | Table]) -> int:
    """Return the number of characters at which a hard-wrapped text breaks its lines, or 0."""
    texts = [element.text for element in elements if not isinstance(element, Table)]
    longest = max(map(len, texts), default=0)
    full = [text for text in texts if len(text) >= longest - 2]
    cut = sum(1 for text in full if not text.endswith(_FINAL))
    wrapped = len(texts) >= 10 and len(full) >= 0.3 * len(texts) and cut >= 0.5 * len(full)
    return longest if wrapped and 20 <= longest <= 60 else 0


def _without_running_headers(elements: Sequence[Line | Table]) -> tuple[list[Line | Table], list[Furniture]]:
    kept: list[Line | Table] = []
    furniture: list[Furniture] = []
    missing = 0
    for index, element in enumerate(elements):
        after = elements[index + 1] if index + 1 < len(elements) else None
        before = kept[-1] if kept else None
        if isinstance(element, Table):
            kept.append(element)
        elif _interrupts(before, element, after):
            furniture.append(as_furniture(element, "page_number" if _NUMBER.fullmatch(element.text) else "header"))
            missing += element.gap + 1
            continue
        else:
            kept.append(close_gap(element, missing))
        missing = 0
    return kept, furniture


def _interrupts(before: Line | Table | None, line: Line, after: Line | Table | None) -> bool:
    """Say whether a running header or a bare page number stands between two halves of a sentence or two pages."""
    if isinstance(before, Table) or before is None or after is None or isinstance(after, Table):
        return False
    header = _RUNNING.fullmatch(line.text) is not None and not re.search(r"[《》，。、]", line.text)
    if not header and not _NUMBER.fullmatch(line.text):
        return False
    if before.text.endswith(_FINAL) and (header or label_of(after)):
        # Between two paragraphs: a number alone, or the red head again, which is no text of a plan.
        return not header or red_head(line.text) is not None
    sentence = len(before.text) >= _LONG or (line.gap >= _PAGE_GAP and _SENTENCE.search(before.text) is not None)
    broken = sentence and not before.text.endswith(_FINAL) and not label_of(after)
    return broken or (header and line.gap >= 2 and after.gap >= 1 and len(before.text) >= _LONG)
