"""The coverage heat map: chapters of the parent against what became of their clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import Status
from planalign.report.chapters import statuses
from planalign.report.labels import STATUS
from planalign.report.ratios import percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.wording import Lang
    from planalign.report.chapters import Chapter
    from planalign.report.digest import Digest

STEPS = 5
"""So many shades tell how large a share of its chapter a cell holds; an empty cell has none."""
LABEL, CELL, RATE, ROW, HEAD = 300, 100, 170, 30, 26
"""Width of the labels, of a cell and of the last column; height of a row and of the head, in units of the drawing."""


class HeatCell(NamedTuple):
    """The clauses of one chapter that have one status."""

    status: str
    name: str
    """The status in words."""
    number: int
    shade: int
    """From 0 for none to `STEPS`."""
    x: int


class HeatRow(NamedTuple):
    """One chapter."""

    key: str
    """Id of its section; empty where it cannot be filtered by."""
    title: str
    cells: tuple[HeatCell, ...]
    covered: int
    applicable: int
    rate: str
    """Share of the clauses that apply which is covered."""
    y: int


class HeatMap(NamedTuple):
    """The whole picture."""

    names: tuple[HeatCell, ...]
    """The heads of the columns, with the counts of all chapters."""
    rows: tuple[HeatRow, ...]
    width: int
    height: int


def heat_map(digest: Digest, chapters: Iterable[Chapter], lang: Lang) -> HeatMap:
    """Count the clauses that count, chapter by chapter, as the summary does."""
    counted = [(chapter, statuses(digest, chapter)) for chapter in chapters]
    told = [(chapter, found) for chapter, found in counted if found]
    rows = tuple(_row(chapter, found, number, lang) for number, (chapter, found) in enumerate(told))
    everything = [status for _, found in told for status in found]
    return HeatMap(
        names=_cells(everything, lang),
        rows=rows,
        width=LABEL + CELL * len(Status) + RATE,
        height=HEAD + ROW * len(rows),
    )


def _row(chapter: Chapter, found: list[Status], number: int, lang: Lang) -> HeatRow:
    covered = found.count(Status.COVERED)
    applicable = len(found) - found.count(Status.NOT_APPLICABLE)
    return HeatRow(
        key=chapter.key,
        title=chapter.title,
        cells=_cells(found, lang),
        covered=covered,
        applicable=applicable,
        rate=percent(covered, applicable),
        y=HEAD + ROW * number,
    )


def _cells(found: list[Status], lang: Lang) -> tuple[HeatCell, ...]:
    return tuple(
        HeatCell(
            status=status.value,
            name=STATUS[status].of(lang),
            number=found.count(status),
            shade=_shade(found.count(status), len(found)),
            x=LABEL + CELL * number,
        )
        for number, status in enumerate(Status)
    )


def _shade(part: int, whole: int) -> int:
    """Return the step of a share: the least for anything at all, the highest for all."""
    return max(1, round(STEPS * part / whole)) if part else 0
