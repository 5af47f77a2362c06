"""Parent clauses as a table (承接对照): what became of each, and the words of the child that carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.duties import Duties
from planalign.assess.row_match import answering, rows_of
from planalign.model.comparison import Status
from planalign.model.index import heading, section_path
from planalign.model.wording import Wording
from planalign.report.digest import reason
from planalign.report.places import place
from planalign.report.status_tones import status_cell
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.comparison import ClauseCoverage
    from planalign.model.plan import Clause, Task
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

NAME = Wording("承接对照")
_COLUMNS = (
    Wording("{upper}部分"),
    Wording("{upper}任务"),
    Wording("任务状态", "column"),
    Wording("{upper}条款"),
    Wording("{upper}位置"),
    Wording("条款状态"),
    Wording("待人工判定"),
    Wording("{lower}任务"),
    Wording("{lower}承接内容"),
    Wording("{lower}位置"),
    Wording("缺少内容"),
    Wording("说明"),
    Wording("{upper}牵头单位"),
    Wording("{upper}责任单位"),
    Wording("相关问题"),
    Wording("得分"),
)
_HIDDEN = (
    Wording("{upper}任务编号"),
    Wording("{upper}条款编号", "column of clauses"),
    Wording("{lower}条款编号", "column of clauses"),
)
_YES = Wording("是")
_EXCLUDED = Wording("按设置不计入")
_REQUIREMENT = Wording("工作要求，不计入承接率")


def clauses_table(digest: Digest, lang: Lang) -> Table:
    """Return one row a parent clause."""
    sides = digest.called(lang)
    heads = (*columns(_COLUMNS, lang, **sides), *hidden(_HIDDEN, lang, **sides))
    return Table(NAME.of(lang), heads, list(_rows(digest, lang)))


def _rows(digest: Digest, lang: Lang) -> Iterator[Row]:
    codes, duties = _codes(digest), Duties(digest.comparison.parent)
    for task in digest.comparison.parent.tasks:
        for clause in task.clauses:
            entry = digest.coverage.get(clause.id)
            if entry is not None:
                found = dict.fromkeys([*codes.get(task.id, ()), *codes.get(clause.id, ())])
                yield _row(digest, (task, clause, entry), _units(duties, task, clause), " ".join(found), lang)


def _units(duties: Duties, task: Task, clause: Clause) -> tuple[str, str]:
    """Return who leads and who else answers for a clause: named there, at its task, or in the annex rows about it."""
    leads, others = answering(clause.units or task.units, rows_of(clause, duties.rows(task)))
    return "、".join(leads), "、".join(others)


def _row(
    digest: Digest, at: tuple[Task, Clause, ClauseCoverage], units: tuple[str, str], codes: str, lang: Lang
) -> Row:
    task, clause, entry = at
    carriers = [digest.child.clauses[each] for each in entry.child_clauses]
    return (
        section_path(digest.parent.plan, task),
        heading(task),
        status_cell(digest.task_status.get(task.id), lang),
        clause.text,
        place(clause.location, lang),
        status_cell(entry.status, lang),
        _YES.of(lang) if digest.undecided(entry) else "",
        _lines(heading(digest.child.task_of[each.id]) for each in carriers),
        _lines(each.text for each in carriers),
        _lines(place(each.location, lang) for each in carriers),
        _lines(entry.missing if entry.status is Status.PARTIAL else ()),
        _note(digest, task, entry, lang),
        *units,
        codes,
        entry.score,
        task.id,
        clause.id,
        " ".join(entry.child_clauses),
    )


def _note(digest: Digest, task: Task, entry: ClauseCoverage, lang: Lang) -> str:
    """Say why a clause does not apply, or why it does not count."""
    said = [reason(entry, lang)]
    if task.id in digest.comparison.excluded:
        said.append(_EXCLUDED.of(lang))
    elif not digest.counts(task):
        said.append(_REQUIREMENT.of(lang))
    return _lines(said)


def _codes(digest: Digest) -> dict[str, list[str]]:
    """Return the ids of the open findings by the parent end that they stand at."""
    found: dict[str, list[str]] = {}
    for finding in digest.comparison.findings:
        if finding.parent:
            found.setdefault(finding.parent.id, []).append(finding.id)
    return found


def _lines(texts: Iterable[str]) -> str:
    """Join texts, one a line, each once."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
