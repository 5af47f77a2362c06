"""Tables that are a plan: which ones hold tasks, and which of their columns says what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.annex import AnnexKind
from planalign.parse.column import Role, role_of_parts
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.parse.annex import Grid

_FORM = compiled(r"要点|计划|方案|清单|分解|分工|台账|安排|一览|推进表|责任表")
_MATTER = compiled(r"任务|工作|措施|举措|目标|责任|重点|事项|实事")
# What is over, who is named, what is paid and how it is judged: no work of the year.
_RECORD = compiled(
    r"结果|情况|得分|评分|考核|考评|评价|名单|名册|统计|预算|决算|资金|经费|采购|公示|公告|通报|权责|权力|总结|报告"
)
_FIGURES = compiled(r".*(?:分值|得分|评分|扣分|计分|权重|金额|投资|资金|预算).*|.*(?:考核|评价)(?:标准|办法)")
# Lists of things; their rows are work only where the title says so.
_THINGS = (AnnexKind.PROJECT, AnnexKind.DOCUMENT_LIST, AnnexKind.PLATFORM)
_WORK = compiled(r"任务|实事|分工|分解")
_GROUPING = compiled(r".*(?:类型|类别|领域|板块)")
_WHO_AND_WHEN = (Role.LEAD, Role.RESPONSIBLE, Role.TERM)


def names_task_list(title: str, year: int | None) -> bool:
    """Say whether a title names the plan or the tasks of a year: 2025年重点工作任务分解表."""
    word = normalise(title)
    return year is not None and bool(_FORM.search(word) and _MATTER.search(word)) and not _RECORD.search(word)


def holds_tasks(grid: Grid) -> bool:
    """Say whether the rows of a table are work to be done: it names the work, and who does it or by when."""
    title, columns = normalise(grid.annex.title), [normalise(column) for column in grid.annex.columns]
    if _RECORD.search(title) or any(map(_FIGURES.fullmatch, columns)):
        return False
    if grid.annex.kind in _THINGS and not _WORK.search(title):
        return False
    said = [role_of_parts(column) for column in grid.annex.columns]
    return any(role in (Role.NAME, Role.TARGET) for role in said) and any(role in _WHO_AND_WHEN for role in said)


class Columns(NamedTuple):
    """The columns of a task table by what they say of a task."""

    number: int | None
    groups: tuple[int, ...]
    """What the task belongs to, the widest first."""
    title: int | None
    """None where the measure says all."""
    measures: tuple[int, ...]
    terms: tuple[int, ...]


def columns_of(grid: Grid) -> Columns:
    """Return what the columns of a task table say: of several names the last one is that of the task."""
    said = [role_of_parts(column) for column in grid.annex.columns]
    names = [at for at, role in enumerate(grid.roles) if Role.NAME in (role, said[at])]
    grouping = [at for at in names if _GROUPING.fullmatch(normalise(grid.annex.columns[at]))]
    titles = [at for at in names if at not in grouping]
    title = titles[-1] if titles else None
    return Columns(
        number=_first(grid.roles, Role.SEQ),
        groups=tuple(at for at in names if at != title),
        title=title,
        measures=tuple(at for at, role in enumerate(grid.roles) if role is Role.TARGET and at not in names),
        terms=tuple(at for at, role in enumerate(grid.roles) if role is Role.TERM),
    )


def _first(roles: tuple[Role, ...], wanted: Role) -> int | None:
    return roles.index(wanted) if wanted in roles else None
