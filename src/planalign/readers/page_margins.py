"""Page numbers and running headers and footers: told from the body by place and repetition."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planalign.model.block import Furniture, Location

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from planalign.readers.page import Line

Role = Literal["header", "footer", "page_number"]

_DASH = r"[-\u2010-\u2015\u2212－~～·•|\u2500\s]"
_MARKED = re.compile(
    rf"{_DASH}+\d{{1,4}}{_DASH}+|第\s*\d{{1,4}}\s*页(?:[\s，,/／|]*[（(]?共\s*\d{{1,4}}\s*页[)）]?)?"
    r"|[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*[/／]\s*\d{1,4}"
)
_NUMBER_AT_END = re.compile(rf"^{_DASH}*\d{{1,4}}{_DASH}+|{_DASH}+\d{{1,4}}{_DASH}*$|(?<=页)\d{{1,4}}$")
_BARE = re.compile(r"\d{1,4}")
# How many lines from the edge of the page may be furniture, and how deep they may stand (share of the height).
_REACH = 3
_DEEP = 0.16
_MARGIN = 0.085
_NEAR = 4.0
# What may well be the first line of several pages without being furniture.
_HEADING = re.compile(r"附\s*[件表录]|[一二三四五六七八九十]+、|[（(]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines outside tables of one page, from top to bottom, and the height of the page."""

    page: int
    height: float
    lines: tuple[Line, ...]


def find_furniture(sheets: Sequence[Sheet]) -> dict[Line, Role]:
    """Return the lines that belong to the margin, with their role."""
    found: dict[Line, Role] = {}
    found.update(_numbers(sheets))
    found.update(_repeated(sheets, found))
    return found


def furniture_of(roles: Mapping[Line, Role]) -> list[Furniture]:
    """Return the records of the lines of the margin."""
    return [
        Furniture(role=role, text=line.text, location=Location(page=line.page, box=line.box))
        for line, role in roles.items()
    ]


def _edges(sheet: Sheet, taken: Container[Line] = ()) -> list[tuple[Line, bool]]:
    """Return the lines near the upper and lower edge; True marks the upper one."""
    lines = [line for line in sheet.lines if line not in taken]
    above = [(line, True) for line in lines[:_REACH] if line.box[1] < _DEEP * sheet.height]
    below = [(line, False) for line in lines[-_REACH:] if line.box[3] > (1 - _DEEP) * sheet.height]
    return above + below


def _numbers(sheets: Sequence[Sheet]) -> dict[Line, Role]:
    found: dict[Line, Role] = {}
    bare: list[Line] = []
    for sheet in sheets:
        for line, _ in _edges(sheet):
            if _MARKED.fullmatch(line.text):
                found[line] = "page_number"
            elif _BARE.fullmatch(line.text):
                bare.append(line)
    found.update(_counting(bare, len(sheets)))
    return found


def _counting(bare: Sequence[Line], pages: int) -> dict[Line, Role]:
    """Return the bare numbers that count the pages: number and page differ by the same amount."""
    shifts: dict[int, list[Line]] = defaultdict(list)
    for line in bare:
        shifts[int(line.text) - line.page].append(line)
    found: dict[Line, Role] = {}
    for shift, lines in shifts.items():
        if len(lines) >= 2 or (pages <= 2 and shift == 0):
            found.update(dict.fromkeys(lines, "page_number"))
    return found


def _repeated(sheets: Sequence[Sheet], taken: Mapping[Line, Role]) -> dict[Line, Role]:
    """Return the lines that stand at the same place of many pages with the same text."""
    groups: dict[tuple[str, bool, int], list[tuple[Sheet, Line]]] = defaultdict(list)
    for sheet in sheets:
        for line, upper in _edges(sheet, taken):
            groups[(_compact(line.text), upper, round(line.size))].append((sheet, line))
    found: dict[Line, Role] = {}
    for (_, upper, _), members in groups.items():
        for cluster in _same_height(members):
            if _is_running(cluster, len(sheets), upper=upper):
                found.update(dict.fromkeys((line for _, line in cluster), "header" if upper else "footer"))
    return found


def _compact(text: str) -> str:
    """Return a text without spaces, and without the page number at its ends if words are left."""
    plain = re.sub(r"\s+", "", text)
    words = _NUMBER_AT_END.sub("", plain)
    return words if len(words) >= 2 else plain


def _same_height(members: list[tuple[Sheet, Line]]) -> list[list[tuple[Sheet, Line]]]:
    """Group lines by their distance from the upper edge."""
    clusters: list[list[tuple[Sheet, Line]]] = []
    for sheet, line in sorted(members, key=lambda member: member[1].base):
        if clusters and line.base - clusters[-1][-1][1].base < _NEAR:
            clusters[-1].append((sheet, line))
        else:
            clusters.append([(sheet, line)])
    return clusters


def _is_running(cluster: list[tuple[Sheet, Line]], pages: int, *, upper: bool) -> bool:
    held = {sheet.page for sheet, _ in cluster}
    if len(held) < 2:
        return False
    sheet, line = cluster[0]
    depth = line.box[3] if upper else sheet.height - line.box[1]
    heading = _HEADING.match(line.text) is not None
    if depth < _MARGIN * sheet.height:
        return len(held) >= (3 if heading else 2)
    # Odd and even pages may carry different lines, so half the pages is half of each kind.
    return not heading and len(held) >= max(3, 0.4 * pages)
