"""What the reports of a matrix show: names of the children, the words of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Status
from planalign.model.plan import Level
from planalign.model.wording import Wording
from planalign.report.cautions import pair_cautions, plan_cautions
from planalign.report.labels import PARENT, STATUS
from planalign.report.place_names import short_names
from planalign.report.punctuation import bracketed
from planalign.report.ratios import percent
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.matrix import Cell, Matrix, MatrixChild
    from planalign.model.wording import Lang

TITLE = Wording("一份上级文件与各下级文件对照")
TASK = Wording("上级任务", "heading")
CHILDREN = Wording("下级文件", "heading")
RATE = Wording("条款承接率", "heading")
CARRIED_BY = Wording("承接")
NOBODY = Wording("没有一个下级文件承接的任务")
UNREAD = Wording("未参加比对的文件")
NONE = Wording("无")
_PARTLY = Wording("部分 {covered}/{clauses}")


def child_names(matrix: Matrix) -> list[str]:
    """Return short names of the children: their places, of departments their own names, else their files."""
    return short_names([one_line(_name(child)) for child in matrix.children])


def named_cautions(matrix: Matrix, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what speaks against the parent, then against each child of it, with its name."""
    yield from ((PARENT.of(lang), caution) for caution in plan_cautions(matrix.parent, lang))
    for name, child in zip(child_names(matrix), matrix.children, strict=True):
        told = (*plan_cautions(child, lang), *pair_cautions(matrix.parent, child, lang))
        yield from ((name, caution) for caution in told)


def cell_text(cell: Cell, lang: Lang) -> str:
    """Return the status, of a partly carried task with the clauses that are carried and those that apply."""
    if cell.status is Status.PARTIAL:
        return _PARTLY.of(lang).format(covered=cell.covered, clauses=cell.clauses)
    return STATUS[cell.status].of(lang)


def rate(child: MatrixChild, lang: Lang) -> str:
    """Return the strict coverage of a child with numerator and denominator."""
    covered, whole = child.summary.covered, child.summary.applicable
    return percent(covered, whole) + bracketed(f"{covered}/{whole}", lang)


def carriers(cells: tuple[Cell, ...]) -> str:
    """Return how many children carry a task, of those to which it applies."""
    applies = [cell for cell in cells if cell.status is not Status.NOT_APPLICABLE]
    return f"{sum(cell.status is not Status.DROPPED for cell in applies)}/{len(applies)}"


def carried_by_nobody(cells: tuple[Cell, ...]) -> bool:
    """Whether a task applies to some child and none carries anything of it."""
    applies = [cell for cell in cells if cell.status is not Status.NOT_APPLICABLE]
    return bool(applies) and all(cell.status is Status.DROPPED for cell in applies)


def _name(child: MatrixChild) -> str:
    head = child.masthead
    names = (head.issuer, head.place) if head.level is Level.DEPARTMENT else (head.place, head.issuer)
    return next(filter(None, names), child.source.file)
