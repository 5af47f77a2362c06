"""The sheet of local tasks (自选动作): tasks of the child without a parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.duties import Duties
from planalign.assess.row_match import answering
from planalign.model.index import heading, section_path, units_of
from planalign.model.wording import Wording
from planalign.report.digest import LOCAL
from planalign.report.places import place
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.annex import AnnexRow
    from planalign.model.plan import Task
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

_COLUMNS = (
    Wording("部分"),
    Wording("任务"),
    Wording("内容"),
    Wording("指标", "plural"),
    Wording("牵头单位"),
    Wording("责任单位"),
    Wording("位置"),
)
_HIDDEN = (Wording("任务编号"), Wording("问题编号"))


def local_table(digest: Digest, lang: Lang) -> Table:
    """Return one row a local task."""
    told = {finding.child.id: finding.id for finding in digest.findings(LOCAL) if finding.child}
    tasks = [task for task in digest.child.plan.tasks if _is_local(digest, task)]
    heads = (*columns(_COLUMNS, lang), *hidden(_HIDDEN, lang))
    duties = Duties(digest.child.plan)
    rows = [_row(digest, task, duties.rows(task), told.get(task.id, ""), lang) for task in tasks]
    return Table(digest.title(LOCAL).of(lang), heads, rows, frozen=2)


def _is_local(digest: Digest, task: Task) -> bool:
    return digest.counts(task) and task.id not in digest.linked


def _row(digest: Digest, task: Task, annexed: Sequence[AnnexRow], finding: str, lang: Lang) -> Row:
    leads, others = answering(units_of(task), annexed)
    targets = [*task.targets, *(target for clause in task.clauses for target in clause.targets)]
    return (
        section_path(digest.child.plan, task),
        heading(task),
        "\n".join(clause.text for clause in task.clauses),
        "；".join(dict.fromkeys(target.text for target in targets)),
        "、".join(leads),
        "、".join(others),
        place(task.location, lang),
        task.id,
        finding,
    )
