"""Citations: other documents that the text names."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from planalign.model.plan import Citation
from planalign.parse.document_number import find_numbers
from planalign.parse.label import Rank, label_of
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.parse.line import Line

_TITLE = compiled(r"《((?:[^《》]|《[^《》]*》){4,120})》")
_NEAR = 2
# 《工作要点》 and the like are short names given in the text itself.
_SHORTEST = 7


def find_citations(lines: Iterable[Line], own: str | None) -> Iterator[Citation]:
    """Return the documents cited by number anywhere, and by title alone above the first task (the basis)."""
    basis, named = True, set()
    for line in lines:
        label = label_of(line)
        basis = basis and (label is None or label.rank is Rank.HAN)
        for cited in sorted(_in_line(line, titles=basis), key=lambda cited: cited.location.start or 0):
            again = cited.number is None and cited.title in named
            if not again and (cited.number is None or cited.number != own):
                named.add(cited.title)
                yield cited


def _in_line(line: Line, *, titles: bool) -> Iterator[Citation]:
    names = list(_TITLE.finditer(line.text)) if "《" in line.text else []
    ends = [name.end() for name in names]
    used: set[int] = set()
    for number in find_numbers(line.text):
        # The last 《title》 before the number, and the first one behind it.
        at = bisect_right(ends, number.start)
        name = _beside(line.text, names[max(0, at - 1) : at + 1], number.start, number.end)
        start, end = number.start, number.end
        if name:
            used.add(name.start())
            start, end = min(start, name.start()), max(end, name.end())
        yield Citation(
            number=number.text,
            title=name[1] if name else None,
            text=line.text[start:end],
            location=line.place(start, end),
        )
    for name in names:
        if titles and name.start() not in used and len(name[1]) >= _SHORTEST:
            yield Citation(title=name[1], text=name[0], location=line.place(*name.span()))


def _beside(text: str, names: list[re.Match[str]], start: int, end: int) -> re.Match[str] | None:
    """Return the 《title》 just before 〔number〕 in brackets, or just after the number."""
    for name in names:
        between = text[name.end() : start] if name.end() <= start else None
        if between is not None and len(between) <= _NEAR and re.fullmatch(r"[（(]?", between.strip()):
            return name
    return next((name for name in names if 0 <= name.start() - end <= _NEAR), None)
