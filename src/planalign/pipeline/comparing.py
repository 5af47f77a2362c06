"""Aligns and assesses a pair of plans, or assesses one alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import planalign
from planalign.assess.case import Case, PlanCase
from planalign.assess.findings import assess, assess_plan
from planalign.assess.gate import gate
from planalign.assess.settling import Kept, settle_all
from planalign.assess.summary import check_summary, summarise
from planalign.config import Settings
from planalign.errors import NotAPlanError, ReadError
from planalign.model.check import Check
from planalign.model.comparison import Comparison
from planalign.model.index import PlanIndex
from planalign.model.plan import PlanKind
from planalign.model.provenance import Provenance
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.plans import Measured
    from planalign.assess.decided import Decided
    from planalign.model.allocation import Allocation
    from planalign.model.annex import AnnexRow
    from planalign.model.baseline import Baseline
    from planalign.model.decision import Decision
    from planalign.model.plan import Clause, Plan
    from planalign.model.waiver import Waiver

_TOO_MUCH = {
    "max_clauses": english("the plan has {count} clauses, more than {most}"),
    "max_characters": english("the clauses of the plan have {count} characters, more than {most}"),
    "max_facts": english("the plan has {count} numbers, times and lists, more than {most}"),
}


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
    return compared(parent, child, settings, allocations(settings), Kept(waivers, baseline, decisions))


def get_ready() -> None:
    """Load what comparing needs besides two plans, which otherwise happens with the first pair."""
    from planalign.align.plans import load_tables

    load_tables()
    Comparison.model_rebuild()


def compared(parent: Plan, child: Plan, settings: Settings, shares: Sequence[Allocation], kept: Kept) -> Comparison:
    """Align and assess two plans; `shares`: those of the parent's totals.

    Raises NotAPlanError where either holds no task, ReadError where one holds more clauses than the settings allow.
    """
    for plan in (parent, child):
        require_comparable(plan, settings)
    from planalign.align.plans import measure

    word = None
    if kept.decisions:
        from planalign.assess.decided import Decided, Seekers

        word = Decided(Seekers.of(parent, child), kept.decisions)
    return judged(measure(parent, child, settings.align, shares), settings, kept, word)


def judged(measured: Measured, settings: Settings, kept: Kept, word: Decided | None) -> Comparison:
    """Return the record of a pair: what follows from what people decided, findings, and what people keep of them."""
    from planalign.align.plans import conclude

    parent, child = measured.pair.parent.plan, measured.pair.child.plan
    alignment = conclude(measured, word)
    case = Case(parent, child, alignment, settings)
    settled = settle_all(case, assess(case), kept, word.placing if word else None)
    return Comparison(
        schema="planalign/comparison/1",
        generator=f"planalign {planalign.__version__}",
        provenance=provenance(case.settings),
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
    return gated(compared(parent, child, settings, allocations(settings), kept), settings)


def gated(found: Comparison, settings: Settings) -> Comparison:
    """Return a comparison with the verdict of the policy."""
    # Between two issues of a plan nothing is handed down, so that its share bounds nothing.
    coverage = None if found.same_plan else found.summary
    verdict = gate(found.summary.findings, settings.policy, coverage, found.summary.review)
    return found.model_copy(update={"gate": verdict})


def compare_files(parent: str | Path, child: str | Path, settings: Settings | None = None) -> Comparison:
    """Read, parse and compare two files.

    Raises ReadError where a file cannot be read, NotAPlanError where one holds no task.
    """
    # Where the documents are read in a child, only that needs all of reading.
    from planalign.pipeline.loading import load

    return compare(load(parent, settings), load(child, settings), settings)


def _check_alone(plan: Plan, settings: Settings, kept: Kept) -> Check:
    require_tasks(plan)
    case = PlanCase(PlanIndex(plan), settings)
    settled = settle_all(case, assess_plan(case), kept)
    summary = check_summary(case, settled)
    return Check(
        schema="planalign/check/1",
        generator=f"planalign {planalign.__version__}",
        provenance=provenance(settings),
        plan=plan,
        findings=settled.open,
        waived=settled.waived,
        known=settled.known,
        dismissed=settled.dismissed,
        summary=summary,
        gate=gate(summary.findings, settings.policy, review=summary.review),
    )


def allocations(settings: Settings) -> Sequence[Allocation]:
    """Return the shares of totals, where the settings name a table of them."""
    if settings.allocations is None:
        return ()
    from planalign.store.allocations import read_allocations

    return read_allocations(Path(settings.allocations))


def require_tasks(plan: Plan) -> None:
    """Raise NotAPlanError where there is nothing to compare."""
    if plan.kind is PlanKind.OTHER:
        raise NotAPlanError(
            english("this is no work plan, so there is nothing to compare"),
            where=plan.source.file,
            hint=english("`planalign parse` shows what was recognised"),
        )
    if not plan.tasks:
        raise NotAPlanError(
            english("no task was found"),
            where=plan.source.file,
            hint=english("is this the plan itself, not only its notice?"),
        )


def require_comparable(plan: Plan, settings: Settings) -> None:
    """Raise NotAPlanError where there is nothing to compare, ReadError where there is more than the limits allow."""
    require_tasks(plan)
    limits, clauses = settings.limits, [clause for task in plan.tasks for clause in task.clauses]
    _require_at_most(limits.max_clauses, len(clauses), "max_clauses", plan)
    _require_at_most(limits.max_characters, sum(len(clause.text) for clause in clauses), "max_characters", plan)
    _require_at_most(limits.max_facts, _facts(plan), "max_facts", plan)


def _require_at_most(most: int, count: int, name: str, plan: Plan) -> None:
    if count > most:
        raise ReadError(
            _TOO_MUCH[name].format(count=count, most=most),
            where=plan.source.file,
            hint=english("split it, or allow more: `{name}` under [limits] in planalign.toml", name=name),
        )


def _facts(plan: Plan) -> int:
    """Return how many numbers, times and lists a plan holds."""
    said: list[Clause | AnnexRow] = [*plan.preamble, *(clause for task in plan.tasks for clause in task.clauses)]
    said += [row for annex in plan.annexes for row in annex.rows]
    return sum(
        len(each.targets) + len(each.facts.deadlines) + len(each.facts.frequencies) + len(each.facts.listings)
        for each in said
    )


def provenance(settings: Settings) -> Provenance:
    """Return what a result depends on besides the files."""
    from planalign.text.words import SEGMENTER, dictionaries_hash

    return Provenance(settings=settings.model_dump(mode="json"), segmenter=SEGMENTER, dictionaries=dictionaries_hash())
