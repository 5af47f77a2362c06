"""The steps in order: read, parse, align, assess. The only place that knows their order."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import planalign
from planalign.assess.case import Case, PlanCase
from planalign.assess.findings import assess, assess_plan
from planalign.assess.gate import gate
from planalign.assess.scope import counted, excluded
from planalign.assess.settling import Kept, settle_all
from planalign.assess.summary import check_summary, summarise
from planalign.config import Settings
from planalign.errors import NotAPlanError
from planalign.model.check import Check
from planalign.model.comparison import Comparison
from planalign.model.index import PlanIndex
from planalign.model.plan import PlanKind
from planalign.model.plan_head import PlanHead
from planalign.model.provenance import Provenance
from planalign.parse.contact import without_contact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.plans import Measured
    from planalign.model.allocation import Allocation
    from planalign.model.baseline import Baseline
    from planalign.model.block import Document
    from planalign.model.chain import Chain
    from planalign.model.checklist import Checklist
    from planalign.model.decision import Decision
    from planalign.model.mark import Mark
    from planalign.model.matrix import Matrix
    from planalign.model.plan import Plan
    from planalign.model.plan_head import Unread
    from planalign.model.waiver import Waiver


def load(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read and parse one document.

    Raises ReadError where the file cannot be read.
    """
    settings = settings or Settings()
    plan = _parsed(path, settings)[1]
    return plan if settings.contact else without_contact(plan)


def load_marked(path: str | Path, settings: Settings | None = None) -> tuple[Plan, tuple[Mark, ...]]:
    """Read and parse one document, and say what each part of it was taken for.

    Raises ReadError where the file cannot be read.
    """
    from planalign.parse.marks import marks_of
    from planalign.parse.private_marks import without_contact_marks

    settings = settings or Settings()
    document, plan = _parsed(path, settings)
    marks = marks_of(document, plan)
    return (plan, marks) if settings.contact else (without_contact(plan), without_contact_marks(marks, plan))


def _parsed(path: str | Path, settings: Settings) -> tuple[Document, Plan]:
    from planalign.parse.plan import parse_document
    from planalign.readers.registry import read

    document = read(Path(path), settings.limits)
    plan = parse_document(document)
    source = plan.source.model_copy(update={"file": _shown(Path(path))})
    return document, plan.model_copy(update={"source": source})


def compare(  # noqa: PLR0913, PLR0917 - what people keep beside the documents, each of its kind
    parent: Plan,
    child: Plan,
    settings: Settings | None = None,
    waivers: Sequence[Waiver] = (),
    baseline: Baseline | None = None,
    decisions: Sequence[Decision] | None = None,
) -> Comparison:
    """Say what became of each clause of the parent in the child.

    `decisions` count from first to last; none means that nobody keeps any.
    Raises NotAPlanError where either document holds no task, UsageError where waivers come without a day to judge by.
    """
    settings = settings or Settings()
    return _compared(parent, child, settings, _allocations(settings), Kept(waivers, baseline, decisions))


def redecided(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """Return the same comparison under other decisions; waivers and baseline are those that it holds."""
    return Redeciding(comparison).under(decisions)


class Redeciding:
    """One comparison under one set of decisions after the other; what no decision changes is computed once."""

    def __init__(self, comparison: Comparison) -> None:
        """Compare both plans again, without anybody's word."""
        from planalign.align.plans import measure
        from planalign.assess.debt import debt_of

        parent, child = comparison.parent, comparison.child
        self._found = comparison
        self._settings = Settings.model_validate(comparison.provenance.settings)
        self._shares = _allocations(self._settings)
        self._known = debt_of(parent, child, comparison.known) if comparison.known else None
        self._measured = measure(parent, child, self._settings.align)

    def under(self, decisions: Sequence[Decision]) -> Comparison:
        """Return the comparison under some decisions; waivers and baseline are those that it held."""
        waivers = {entry.waiver.number: entry.waiver for entry in self._found.waived}
        kept = Kept(tuple(waivers.values()), self._known, decisions)
        case = _concluded(self._measured, self._settings, self._shares, decisions)
        found = _judged(case, kept)
        return _gated(found, self._settings) if self._found.gate else found


def _aligned(
    parent: Plan,
    child: Plan,
    settings: Settings,
    shares: Sequence[Allocation],
    decisions: Sequence[Decision] | None = None,
) -> Case:
    for plan in (parent, child):
        require_tasks(plan)
    from planalign.align.plans import measure

    return _concluded(measure(parent, child, settings.align), settings, shares, decisions)


def _concluded(
    measured: Measured, settings: Settings, shares: Sequence[Allocation], decisions: Sequence[Decision] | None
) -> Case:
    from planalign.align.plans import conclude

    word, parent, child = None, measured.pair.parent.plan, measured.pair.child.plan
    if decisions:
        from planalign.assess.decided import Decided

        word = Decided(parent, child, decisions)
    return Case(parent, child, conclude(measured, settings.align, shares, word), settings)


def _compared(parent: Plan, child: Plan, settings: Settings, shares: Sequence[Allocation], kept: Kept) -> Comparison:
    return _judged(_aligned(parent, child, settings, shares, kept.decisions), kept)


def _judged(case: Case, kept: Kept) -> Comparison:
    parent, child, alignment = case.parent.plan, case.child.plan, case.alignment
    settled = settle_all(case, assess(case), kept)
    return Comparison(
        schema="planalign/comparison/1",
        generator=f"planalign {planalign.__version__}",
        provenance=_provenance(case.settings),
        parent=parent,
        child=child,
        links=tuple(alignment.links),
        coverage=tuple(alignment.coverage),
        task_status=tuple(alignment.task_status),
        drift=tuple(alignment.drift),
        findings=settled.open,
        waived=settled.waived,
        known=settled.known,
        dismissed=settled.dismissed,
        rejected_links=alignment.rejected_links,
        local=alignment.local,
        same_plan=case.same_plan,
        excluded=case.excluded,
        summary=summarise(case, settled),
    )


def check(  # noqa: PLR0913, PLR0917 - the same
    child: Plan,
    parent: Plan | None = None,
    settings: Settings | None = None,
    waivers: Sequence[Waiver] = (),
    baseline: Baseline | None = None,
    decisions: Sequence[Decision] | None = None,
) -> Check | Comparison:
    """Judge a plan by the policy: with its parent the comparison, without one what is wrong with it taken alone.

    Raises NotAPlanError where a document holds no task, UsageError where waivers come without a day to judge by.
    """
    settings = settings or Settings()
    kept = Kept(waivers, baseline, decisions)
    return _check_alone(child, settings, kept) if parent is None else _check_pair(parent, child, settings, kept)


def _check_pair(parent: Plan, child: Plan, settings: Settings, kept: Kept) -> Comparison:
    return _gated(_compared(parent, child, settings, _allocations(settings), kept), settings)


def _gated(found: Comparison, settings: Settings) -> Comparison:
    # Between two issues of a plan nothing is handed down, so that its share bounds nothing.
    coverage = None if found.same_plan else found.summary
    verdict = gate(found.summary.findings, settings.policy, coverage, found.summary.review)
    return found.model_copy(update={"gate": verdict})


def compare_files(parent: str | Path, child: str | Path, settings: Settings | None = None) -> Comparison:
    """Read, parse and compare two files.

    Raises ReadError where a file cannot be read, NotAPlanError where one holds no task.
    """
    return compare(load(parent, settings), load(child, settings), settings)


def chain(
    plans: Sequence[Plan],
    settings: Settings | None = None,
    unread: Sequence[Unread] = (),
    decisions: Sequence[Decision] | None = None,
) -> Chain:
    """Compare plans from the top down, neighbour by neighbour and the top one with each below it.

    Raises NotAPlanError where a document holds no task.
    """
    from planalign.assess.fates import clause_fates, target_fates, task_fates
    from planalign.model.chain import Chain

    settings = settings or Settings()
    top, *lower = plans
    shares, kept = _allocations(settings), Kept(decisions=decisions)
    steps = [_compared(upper, child, settings, shares, kept) for upper, child in pairwise(plans)]
    descents = [steps[0], *(_compared(top, child, settings, shares, kept) for child in lower[1:])]
    tasks = [task for task in counted(top, settings) if task.id not in steps[0].excluded]
    return Chain(
        schema="planalign/chain/1",
        generator=f"planalign {planalign.__version__}",
        plans=tuple(PlanHead(id=plan.id, source=plan.source, masthead=plan.masthead) for plan in plans),
        comparisons=(*steps, *descents[1:]),
        tasks=task_fates(tasks, descents),
        clauses=clause_fates(tasks, descents),
        targets=target_fates(tasks, descents),
        unread=tuple(unread),
    )


def matrix(
    parent: Plan,
    children: Sequence[Plan],
    settings: Settings | None = None,
    unread: Sequence[Unread] = (),
    decisions: Sequence[Decision] | None = None,
) -> Matrix:
    """Compare one parent with all its children.

    Raises NotAPlanError where a document holds no task.
    """
    from planalign.assess.cells import rows
    from planalign.assess.totals import totals
    from planalign.model.matrix import Matrix, MatrixChild

    settings = settings or Settings()
    shares, kept = _allocations(settings), Kept(decisions=decisions)
    found = [_compared(parent, child, settings, shares, kept) for child in children]
    out = excluded(parent, settings)
    tasks = [task for task in counted(parent, settings) if task.id not in out]
    return Matrix(
        schema="planalign/matrix/1",
        generator=f"planalign {planalign.__version__}",
        provenance=_provenance(settings),
        parent=parent,
        children=tuple(
            MatrixChild(id=child.id, source=child.source, masthead=child.masthead, summary=record.summary)
            for child, record in zip(children, found, strict=True)
        ),
        rows=rows(tasks, found),
        totals=totals(parent, found),
        unread=tuple(unread),
    )


def checklist(
    plan: Plan, found: Comparison | None = None, settings: Settings | None = None, unit: str | None = None
) -> Checklist:
    """Break a plan down into duties, with the words of its parent where it was compared with one; `unit` keeps its own.

    Raises NotAPlanError where the document holds no task.
    """
    from planalign.assess.checklist import duties, duties_of
    from planalign.assess.duties import Duties
    from planalign.model.checklist import Checklist

    require_tasks(plan)
    made = duties(plan, found, requirements=(settings or Settings()).requirements)
    return Checklist(
        schema="planalign/checklist/1",
        generator=f"planalign {planalign.__version__}",
        plan=_head(plan),
        parent=_head(found.parent) if found else None,
        unit=unit,
        duties=duties_of(plan, unit, made) if unit else made,
        units=Duties(plan).all,
    )


def _head(plan: Plan) -> PlanHead:
    return PlanHead(id=plan.id, source=plan.source, masthead=plan.masthead)


def _check_alone(plan: Plan, settings: Settings, kept: Kept) -> Check:
    require_tasks(plan)
    case = PlanCase(PlanIndex(plan), settings)
    settled = settle_all(case, assess_plan(case), kept)
    summary = check_summary(case, settled)
    return Check(
        schema="planalign/check/1",
        generator=f"planalign {planalign.__version__}",
        provenance=_provenance(settings),
        plan=plan,
        findings=settled.open,
        waived=settled.waived,
        known=settled.known,
        dismissed=settled.dismissed,
        summary=summary,
        gate=gate(summary.findings, settings.policy, review=summary.review),
    )


def _allocations(settings: Settings) -> Sequence[Allocation]:
    """Return the shares of totals, where the settings name a table of them."""
    if settings.allocations is None:
        return ()
    from planalign.store.allocations import read_allocations

    return read_allocations(Path(settings.allocations))


def require_tasks(plan: Plan) -> None:
    """Raise NotAPlanError where there is nothing to compare."""
    if plan.kind is PlanKind.OTHER:
        raise NotAPlanError(
            "this is no work plan, so there is nothing to compare",
            where=plan.source.file,
            hint="`planalign parse` shows what was recognised",
        )
    if not plan.tasks:
        raise NotAPlanError(
            "no task was found",
            where=plan.source.file,
            hint="is this the plan itself, not only its notice?",
        )


def _provenance(settings: Settings) -> Provenance:
    from planalign.text.words import SEGMENTER, dictionaries_hash

    return Provenance(settings=settings.model_dump(mode="json"), segmenter=SEGMENTER, dictionaries=dictionaries_hash())


def _shown(path: Path) -> str:
    """Return the path relative to the current folder where it lies below it, else as given.

    Bytes of a file name that are no text become replacement characters, since records are UTF-8.
    """
    folder = Path.cwd()
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    return os.fsencode(shown.as_posix()).decode("utf-8", "replace")
