"""Parsed documents as a workbook: documents, tasks with their clauses, annex rows, what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.annex import RowKind
from planalign.model.plan import UnitRole
from planalign.model.skip_reason import skip_reason
from planalign.model.wording import Wording
from planalign.report.labels import LEVEL, PLAN_KIND, SKIPPED, TASK_KIND
from planalign.report.places import place
from planalign.report.sheets import workbook
from planalign.report.table_cells import Table, columns
from planalign.text.bound import with_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.annex import Annex, AnnexRow
    from planalign.model.plan import Clause, Plan, Section, Task, Unit
    from planalign.model.wording import Lang
    from planalign.report.look import Look
    from planalign.report.table_cells import Row

_FILE, _PLACE, _KIND, _NUMBER, _ID = (
    Wording("文件"),
    Wording("位置"),
    Wording("类型"),
    Wording("序号"),
    Wording("编号"),
)
_TARGETS, _LEAD, _RESPONSIBLE = (
    Wording("指标", "plural"),
    Wording("牵头单位"),
    Wording("责任单位"),
)
_ROW_KIND = {
    RowKind.ITEM: Wording("事项"),
    RowKind.GROUP: Wording("分组标题"),
    RowKind.TOTAL: Wording("合计"),
}
_DOCUMENTS = Wording("文件", "plural"), (
    _FILE, _KIND, Wording("标题"), Wording("通知标题"),
    Wording("发文字号"), Wording("发文机关"), Wording("成文日期", "column"),
    Wording("主送机关"), Wording("层级"), Wording("年度"),
    Wording("公开属性"),
    Wording("部分", "plural"), Wording("任务", "plural"), Wording("条款", "plural"), Wording("附表", "plural"),
    Wording("附表行"), Wording("未能识别"), Wording("SHA-256"),
)  # fmt: skip
_CLAUSES = Wording("任务条款"), (
    _FILE, Wording("部分"), _NUMBER, Wording("任务"), _KIND, _ID, Wording("条款"),
    _TARGETS, _LEAD, _RESPONSIBLE, _PLACE,
)  # fmt: skip
_ROWS = Wording("附表", "rows"), (
    _FILE, Wording("附表标题"), _ID, _KIND, _NUMBER, Wording("名称"), Wording("目标或内容"),
    _TARGETS, _LEAD, _RESPONSIBLE, Wording("备注"), Wording("原表各列"), _PLACE,
)  # fmt: skip
_SET_ASIDE = Wording("未能识别"), (
    _FILE, _PLACE, _KIND, Wording("原因"), Wording("原文")
)  # fmt: skip


def render(plans: Sequence[Plan], look: Look) -> bytes:
    """Return the workbook.

    Raises UsageError where a sheet has more rows than a workbook can hold.
    """
    lang = look.lang
    return workbook(
        Table(name.of(lang), columns(names, lang), [row for plan in plans for row in rows(plan, lang)])
        for (name, names), rows in (
            (_DOCUMENTS, _document),
            (_CLAUSES, _clauses),
            (_ROWS, _annex_rows),
            (_SET_ASIDE, _skipped),
        )
    )


def _document(plan: Plan, lang: Lang) -> Iterator[Row]:
    head = plan.masthead
    yield (
        plan.source.file,
        PLAN_KIND[plan.kind].of(lang),
        head.title,
        head.notice_title,
        head.document_number or head.document_number_printed,
        head.issuer,
        head.dated,
        "、".join(head.addressees),
        LEVEL[head.level].of(lang),
        head.year,
        head.public_mark,
        len(plan.sections),
        len(plan.tasks),
        sum(len(task.clauses) for task in plan.tasks),
        len(plan.annexes),
        sum(len(annex.rows) for annex in plan.annexes),
        len(plan.skipped),
        plan.source.sha256,
    )


def _clauses(plan: Plan, lang: Lang) -> Iterator[Row]:
    sections = {section.id: section for section in plan.sections}
    for task in plan.tasks:
        for clause in task.clauses:
            yield _clause(plan, task, clause, _path(task.section, sections), lang)


def _clause(plan: Plan, task: Task, clause: Clause, section: str, lang: Lang) -> Row:
    units = clause.units or task.units
    return (
        plan.source.file,
        section,
        task.label or task.number,
        task.title,
        TASK_KIND[task.kind].of(lang),
        clause.id,
        clause.text,
        "；".join(with_bounds(clause.text, clause.targets)),
        _named(units, UnitRole.LEAD),
        _named(units, UnitRole.RESPONSIBLE),
        place(clause.location, lang),
    )


def _path(name: str | None, sections: dict[str, Section]) -> str:
    """Return the headings above a task, the highest first, one a line."""
    path: list[str] = []
    while name is not None and name in sections:
        section = sections[name]
        path.insert(0, (section.label or section.number) + section.title)
        name = section.parent
    return "\n".join(path)


def _named(units: Iterable[Unit], role: UnitRole) -> str:
    return "、".join(dict.fromkeys(unit.name for unit in units if unit.role is role))


def _annex_rows(plan: Plan, lang: Lang) -> Iterator[Row]:
    for annex in plan.annexes:
        for row in annex.rows:
            yield _annex_row(plan, annex, row, lang)


def _annex_row(plan: Plan, annex: Annex, row: AnnexRow, lang: Lang) -> Row:
    return (
        plan.source.file,
        annex.title,
        row.id,
        _ROW_KIND[row.kind].of(lang),
        row.seq,
        row.name,
        row.target,
        "；".join(with_bounds(row.target, row.targets)),
        "、".join(row.lead_units),
        "、".join(row.responsible_units),
        row.remark,
        "\n".join(f"{name}：{cell}" for name, cell in zip(annex.columns, row.cells, strict=False) if cell),
        place(row.location, lang),
    )


def _skipped(plan: Plan, lang: Lang) -> Iterator[Row]:
    for part in plan.skipped:
        label = SKIPPED[part.kind].of(lang)
        yield (plan.source.file, place(part.location, lang), label, skip_reason(part).of(lang), part.text)
