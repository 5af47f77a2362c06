"""A checklist as a table (任务分解表): one row a duty; and what it was made from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.model.checklist import DutyRole, DutySource
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.digest import plan_facts, plan_title
from planalign.report.places import place
from planalign.report.punctuation import bracketed, colon, commas, semicolons
from planalign.report.scrub import one_line
from planalign.report.table_cells import Table, Toned, columns, hidden
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.checklist import Basis, Checklist, Duty
    from planalign.model.plan_head import PlanHead
    from planalign.model.wording import Lang
    from planalign.report.table_cells import Row

NAME = Wording("任务分解表")
ROLES = {
    DutyRole.LEAD: Wording("牵头"),
    DutyRole.RESPONSIBLE: Wording("责任或配合"),
    DutyRole.MEMBER: Wording("统称涉及"),
}
SOURCES = {DutySource.BODY: Wording("正文"), DutySource.ANNEX: Wording("附表")}
BOTH = Wording("正文、附表")
LOCAL = Wording("自选动作")
_NUMBER, _ROLE = Wording("序号"), Wording("本单位角色")
_COLUMNS = (
    Wording("出处"),
    Wording("部分"),
    Wording("任务"),
    Wording("措施"),
    Wording("目标"),
    Wording("完成时限"),
    Wording("牵头单位"),
    Wording("责任单位"),
)
_BASIS = Wording("上级依据")
_LAST = (Wording("备注"), Wording("位置"))
_ID = Wording("编号")
_PLAN, _PARENT, _UNIT, _COUNT, _SOURCE = (
    Wording("文件", "plan singular"),
    Wording("上级文件", "checklist"),
    Wording("单位"),
    Wording("数量"),
    Wording("来源"),
)
_UNNAMED = Wording("文件的责任单位中没有点名，以下至多为统称涉及")
_DUTIES = Wording("共 {count} 项")
_NOTES = Wording("说明")
_NOTE_COLUMNS = (Wording("项目"), Wording("内容"))
_TASK_ONLY = Wording("{title}（对应任务）")
_NOBODY = Wording("未写明单位 {alone} 项")


def checklist_table(checklist: Checklist, lang: Lang) -> Table:
    """Return one row a duty; the role only for one unit, the basis only with a parent."""
    heads = [*columns([_NUMBER, *([_ROLE] if checklist.unit else []), *_COLUMNS], lang)]
    heads += columns([*([_BASIS] if checklist.parent else []), *_LAST], lang)
    rows = [_row(checklist, number, duty, lang) for number, duty in enumerate(checklist.duties, start=1)]
    return Table(NAME.of(lang), (*heads, *hidden([_ID], lang)), rows)


def _row(checklist: Checklist, number: int, duty: Duty, lang: Lang) -> Row:
    role = [_role(duty.role, lang)] if duty.role else []
    basis = ["\n".join(basis_texts(duty, lang))] if checklist.parent else []
    return (
        number,
        *role,
        source(duty, lang),
        duty.part,
        duty.task,
        duty.measure,
        "\n".join(duty.targets),
        "\n".join(duty.deadlines),
        "、".join(duty.lead_units),
        "、".join(duty.responsible_units),
        *basis,
        duty.remark,
        places(duty, lang),
        duty.id,
    )


def _role(role: DutyRole, lang: Lang) -> Toned:
    """Return the role of a unit; what it leads stands out."""
    return Toned(ROLES[role].of(lang), Tone.PARTLY if role is DutyRole.LEAD else Tone.APART)


def source(duty: Duty, lang: Lang) -> str:
    """Say whether a duty stands in the body, in an annex, or in both."""
    return (BOTH if duty.rows else SOURCES[duty.source]).of(lang)


def places(duty: Duty, lang: Lang) -> str:
    """Return where a duty stands: its own place, then those of the annex rows that say the same."""
    named = (place(location, lang) for location in (duty.location, *duty.row_locations))
    return semicolons(filter(None, named), lang)


def basis_texts(duty: Duty, lang: Lang) -> Iterator[str]:
    """Yield what the parent says to a duty, one clause or task each; that it is a local task where it says nothing."""
    yield from (_basis(each, lang) for each in duty.basis)
    if duty.local:
        yield LOCAL.of(lang)


def _basis(basis: Basis, lang: Lang) -> str:
    if not basis.text:
        return _TASK_ONLY.of(lang).format(title=one_line(basis.title))
    where, words = bracketed(place(basis.location, lang), lang), one_line(basis.text)
    # A task without a body has its title as its only clause.
    told = one_line(basis.title).endswith(words)
    return f"{one_line(basis.title)}{where}" + ("" if told else f"{colon(lang)}{words}")


def facts_table(checklist: Checklist, lang: Lang) -> Table:
    """Return what the checklist was made from, and how many duties it holds."""
    return Table(_NOTES.of(lang), columns(_NOTE_COLUMNS, lang), list(facts(checklist, lang)))


def facts(checklist: Checklist, lang: Lang, digits: int = 64) -> Iterator[tuple[str, str]]:
    """Yield the plan, its parent, the unit, the counts and where it comes from, each with its name.

    `digits` says how much of a sha256 is shown.
    """
    yield _PLAN.of(lang), _head(checklist.plan, lang, digits)
    if checklist.parent:
        yield _PARENT.of(lang), _head(checklist.parent, lang, digits)
    if checklist.unit:
        unnamed = "" if checklist.named else bracketed(_UNNAMED.of(lang), lang)
        yield _UNIT.of(lang), one_line(checklist.unit) + unnamed
    yield _COUNT.of(lang), count_sentence(checklist, lang)
    yield _SOURCE.of(lang), f"{labels.NOTICE.of(lang)} · {checklist.generator}"


def count_sentence(checklist: Checklist, lang: Lang) -> str:
    """Return how many duties there are, by source, and by role where a unit was asked for."""
    sources = Counter(duty.source for duty in checklist.duties)
    roles = Counter(duty.role for duty in checklist.duties)
    alone = sum(not duty.lead_units and not duty.responsible_units for duty in checklist.duties)
    parts = [f"{SOURCES[source].of(lang)} {sources[source]}" for source in DutySource]
    parts += [f"{ROLES[role].of(lang)} {roles[role]}" for role in DutyRole] if checklist.unit else []
    parts += [_NOBODY.of(lang).format(alone=alone)] if alone else []
    return _DUTIES.of(lang).format(count=len(checklist.duties)) + colon(lang) + commas(parts, lang)


def _head(head: PlanHead, lang: Lang, digits: int) -> str:
    title = " · ".join([plan_title(head, lang), *plan_facts(head, lang)])
    return f"{title}\n{one_line(head.source.file)} · sha256 {head.source.sha256[:digits]}"
