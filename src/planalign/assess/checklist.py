"""Breaks a plan down into duties: its clauses and annex rows, with units, targets, deadlines and the parent's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.duties import Duties
from planalign.assess.parent_basis import ParentBasis
from planalign.assess.row_match import answering, rows_of
from planalign.assess.same_duty import says_no_more
from planalign.assess.unit_names import UnitNames, same_units, united, without
from planalign.model.annex import RowKind
from planalign.model.checklist import Duty, DutyRole, DutySource
from planalign.model.index import counts, further_annexes, heading, section_path
from planalign.text.bound import with_bounds
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planalign.model.annex import Annex, AnnexRow
    from planalign.model.comparison import Comparison
    from planalign.model.facts import Facts, Span, Target
    from planalign.model.plan import Clause, Plan, Task, Unit

_TERM = compiled(r"(?:完成|办结|时间|整改|进度|工作|任务)?(?:时限|时间|节点|期限|进度)(?:要求|安排|节点)?")
_WHEN = compiled(
    r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|[底末中])?|[上下]半年|年[底内中]|[一二三四第]{1,2}季度末?|主?汛[期前])"
    r"(?:底?以?之?前|内)?(?:完成|办结)?"
)
# 年度考核 names a kind of work, not how often it is done.
_KIND = compiled(r"(?:半?年|季|月|周)度?")
# 应转尽转 is no figure, and 连续三次亮灯的 says when something applies.
_NO_FIGURE = compiled(r"应.尽.")
_CONDITION = "连续"
_ROLES = tuple(DutyRole)


def duties(plan: Plan, found: Comparison | None = None, *, requirements: bool = False) -> tuple[Duty, ...]:
    """Return all duties of a plan in its order, with the words of its parent where it was compared with one.

    An annex row that says no more than a clause is told with the clause. `requirements` says whether 工作要求 are
    duties too.
    """
    basis = ParentBasis(found) if found else None
    body = tuple(_of_body(plan, basis, requirements=requirements))
    told = {name for duty in body for name in duty.rows}
    return (*body, *(duty for duty in _of_annexes(plan, basis) if duty.id not in told))


def duties_of(plan: Plan, unit: str, made: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return the duties of one unit, what it leads first, then what it takes part in, then what it may be meant by."""
    names = UnitNames(unit, plan.masthead.place)
    owner = plan.masthead.issuer is not None and names.means(plan.masthead.issuer)
    ours = [(role, duty) for duty in made if (role := _role(duty, names, owner=owner))]
    ours.sort(key=lambda pair: _ROLES.index(pair[0]))
    return tuple(duty.model_copy(update={"role": role}) for role, duty in ours)


def names_unit(plan: Plan, unit: str, units: Iterable[str]) -> bool:
    """Say whether a plan names a unit as one of those that answer for something, `units`, or as its issuer."""
    names = UnitNames(unit, plan.masthead.place)
    return any(map(names.means, filter(None, (plan.masthead.issuer, *units))))


def _role(duty: Duty, names: UnitNames, *, owner: bool) -> DutyRole | None:
    """Return what a unit has to do with a duty; where nobody is named, whoever issued the plan leads."""
    if any(map(names.means, duty.lead_units)):
        return DutyRole.LEAD
    if any(map(names.means, duty.responsible_units)):
        return DutyRole.RESPONSIBLE
    named = (*duty.lead_units, *duty.responsible_units)
    if any(map(names.takes_in, named)):
        return DutyRole.MEMBER
    return DutyRole.LEAD if owner and not named else None


def _of_body(plan: Plan, basis: ParentBasis | None, *, requirements: bool) -> Iterator[Duty]:
    answers = Duties(plan)
    annexes = {row.id: annex for annex in plan.annexes for row in annex.rows}
    place = plan.masthead.place
    for task in plan.tasks:
        if counts(task, requirements=requirements):
            part = section_path(plan, task)
            for clause in task.clauses:
                rows = rows_of(clause, answers.rows(task))
                made = _clause(task, clause, rows, basis).model_copy(update={"part": part})
                agreeing = _agreeing(clause.units or task.units, rows, place)
                held = [row for row in agreeing if task.rows or says_no_more(row, clause)]
                told = _with_rows(made, held, annexes, basis, place)
                # The row of a task that was read from it is the task itself, no second place that says the same.
                yield told.model_copy(update={"rows": (), "row_locations": ()}) if task.rows else told


def _clause(task: Task, clause: Clause, rows: Iterable[AnnexRow], basis: ParentBasis | None) -> Duty:
    leads, others = answering(clause.units or task.units, rows)
    return Duty(
        id=clause.id,
        source=DutySource.BODY,
        task=heading(task),
        measure=clause.sentence,
        targets=_targets(clause.text, clause.targets, clause.facts),
        deadlines=_when(task, clause),
        lead_units=leads,
        responsible_units=others,
        basis=basis.of_clause(task.id, clause.id) if basis else (),
        local=basis is not None and basis.is_local(task.id),
        location=clause.location,
    )


def _agreeing(units: Iterable[Unit], rows: list[AnnexRow], place: str | None) -> list[AnnexRow]:
    """Return the rows that name the leads of a clause; where it names none, all of them if they agree who leads."""
    own, _ = answering(units, ())
    leads = own or next((row.lead_units for row in rows if row.lead_units), ())
    kept = [row for row in rows if not row.lead_units or same_units(row.lead_units, leads, place)]
    return kept if own or len(kept) == len(rows) else []


def _with_rows(
    duty: Duty, rows: list[AnnexRow], annexes: Mapping[str, Annex], basis: ParentBasis | None, place: str | None
) -> Duty:
    """Return a duty with what the annex rows that say the same add: units, times, basis and remarks."""
    if not rows:
        return duty
    terms = [term for row in rows for term in _terms(annexes[row.id], row)]
    leads = united([*duty.lead_units, *(name for row in rows for name in row.lead_units)], place)
    others = united([*duty.responsible_units, *(name for row in rows for name in row.responsible_units)], place)
    found = [*duty.basis, *(each for row in rows if basis for each in basis.of_row(row.id))]
    return duty.model_copy(
        update={
            "rows": tuple(row.id for row in rows),
            "row_locations": tuple(row.location for row in rows),
            "deadlines": tuple(dict.fromkeys([*duty.deadlines, *terms])),
            "lead_units": leads,
            "responsible_units": without(others, leads, place),
            "basis": tuple(dict.fromkeys(each for each in found if each.clause)) or duty.basis,
            "remark": "；".join(dict.fromkeys(row.remark for row in rows if row.remark)),
        }
    )


def _of_annexes(plan: Plan, basis: ParentBasis | None) -> Iterator[Duty]:
    for annex in further_annexes(plan):
        for row in annex.rows:
            if row.kind is RowKind.ITEM and (row.name or row.target):
                yield _row(annex, row, basis)


def _row(annex: Annex, row: AnnexRow, basis: ParentBasis | None) -> Duty:
    return Duty(
        id=row.id,
        source=DutySource.ANNEX,
        part=annex.title,
        task=row.name,
        measure=row.target or row.name,
        targets=_targets(row.target, row.targets, row.facts),
        deadlines=tuple(dict.fromkeys([*_terms(annex, row), *_deadlines(row.facts)])),
        lead_units=row.lead_units,
        responsible_units=row.responsible_units,
        basis=basis.of_row(row.id) if basis else (),
        remark=row.remark,
        location=row.location,
    )


def _terms(annex: Annex, row: AnnexRow) -> Iterator[str]:
    """Yield the cells of columns such as 完成时限, and a remark that only says when."""
    for column, cell in zip(annex.columns, row.cells, strict=False):
        if cell.strip() and _TERM.fullmatch(normalise(column)):
            yield cell.strip()
    if _WHEN.fullmatch(normalise(row.remark)):
        yield row.remark.strip()


def _targets(text: str, targets: Iterable[Target], facts: Facts) -> tuple[str, ...]:
    """Return numbers and frequencies with what binds them, as printed; one inside another or a time is told by it."""
    often = [each for each in facts.frequencies if each.times is not None and not _KIND.fullmatch(each.text)]
    longer: list[Span] = [*often, *facts.deadlines]
    alone = [each for each in targets if not any(_inside(each, other) for other in longer)]
    # Two numbers that read alike are two; how often is told once.
    once = {each.text: each for each in reversed(often)}.values()
    told = [span for span in sorted([*alone, *once], key=lambda span: span.start) if _asks(text, span)]
    return with_bounds(text, told)


def _asks(text: str, span: Span) -> bool:
    return not _NO_FIGURE.fullmatch(span.text) and not text[: span.start].endswith(_CONDITION)


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _when(task: Task, clause: Clause) -> tuple[str, ...]:
    """Return when a clause is due: by its own words, else by the note that closes its task."""
    own = _deadlines(clause.facts)
    if any(each.days is None for each in clause.facts.deadlines):
        return own
    if clause.units and not set(task.units) <= set(clause.units):
        return (*own, clause.term.lstrip("，").rpartition("：")[2]) if clause.term else own
    return (*own, *task.terms)


def _deadlines(facts: Facts) -> tuple[str, ...]:
    return tuple(dict.fromkeys(deadline.text for deadline in facts.deadlines))
