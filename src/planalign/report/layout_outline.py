"""What a document was taken for, line by line, as plain text: for formats that have no pages to look at."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.digest import plan_title
from planalign.report.layout_labels import name, reason
from planalign.report.places import place
from planalign.report.plan_terminal import counts
from planalign.report.punctuation import colon
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.mark import Mark
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang

_PLACE, _NAME = 16, 26
"""Widths of the columns, in half-width characters."""
_LEGEND = Wording("各列：位置；识别为什么（编号同 parse --format json 中的 id）；原文。↑ ← 表示并入上方、左侧单元格。")


def render(plan: Plan, marks: Sequence[Mark], lang: Lang) -> str:
    """Return one line for each part, below the title and the counts."""
    head = [plan_title(plan, lang), one_line(plan.source.file), counts(plan, lang), _LEGEND.of(lang)]
    return "\n".join([*head, "", *_lines(marks, lang)]) + "\n"


def _lines(marks: Sequence[Mark], lang: Lang) -> Iterator[str]:
    before = ""
    for mark in marks:
        where = place(mark.location, lang)
        why = one_line(reason(mark, lang))
        what = name(mark, lang) + (f"{colon(lang)}{why} | " if why else "")
        shown = "" if where == before else where
        before = where
        yield f"{_padded(shown, _PLACE)}{_padded(what, _NAME)}{one_line(mark.text)}".rstrip()


def _padded(text: str, width: int) -> str:
    """Return a text filled up with spaces; Chinese characters are as wide as two."""
    used = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return text + " " * max(width - used, 1)
