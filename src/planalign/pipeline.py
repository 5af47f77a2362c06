"""The steps in order: read, parse, align, assess. The only place that knows their order."""

from __future__ import annotations

import os
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import planalign
from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.assess.input_rules import not_understood
from planalign.assess.waived import Settled, settle
from planalign.config import Settings
from planalign.errors import NotAPlanError, UsageError
from planalign.model.comparison import Comparison, Provenance, Severity, Status, Strength, Summary
from planalign.model.plan import PlanKind
from planalign.parse.contact import without_contact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.comparison import Finding
    from planalign.model.plan import Plan
    from planalign.model.waiver import Waiver


Kind = TypeVar("Kind", bound=StrEnum)


def load(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read and parse one document.

    Raises ReadError where the file cannot be read.
    """
    from planalign.parse.plan import parse_document
    from planalign.readers.registry import read

    settings = settings or Settings()
    plan = parse_document(read(Path(path), settings.limits))
    source = plan.source.model_copy(update={"file": _shown(Path(path))})
    plan = plan.model_copy(update={"source": source})
    return plan if settings.contact else without_contact(plan)


def compare(parent: Plan, child: Plan, settings: Settings | None = None, waivers: Sequence[Waiver] = ()) -> Comparison:
    """Say what became of each clause of the parent in the child.

    Raises NotAPlanError where either document holds no task, UsageError where waivers come without a day to judge by.
    """
    settings = settings or Settings()
    for plan in (parent, child):
        _require_tasks(plan)
    from planalign.align.plans import align

    alignment = align(parent, child, settings.align)
    case = Case(parent, child, alignment, settings)
    settled = _settle(case, assess(case), waivers)
    return Comparison(
        schema="planalign/comparison/1",
        generator=f"planalign {planalign.__version__}",
        provenance=_provenance(settings),
        parent=parent,
        child=child,
        links=tuple(alignment.links),
        coverage=tuple(alignment.coverage),
        task_status=tuple(alignment.task_status),
        drift=tuple(alignment.drift),
        findings=settled.open,
        waived=settled.waived,
        summary=summarise(case, settled),
    )


def compare_files(parent: str | Path, child: str | Path, settings: Settings | None = None) -> Comparison:
    """Read, parse and compare two files.

    Raises ReadError where a file cannot be read, NotAPlanError where one holds no task.
    """
    return compare(load(parent, settings), load(child, settings), settings)


def _settle(case: Case, findings: tuple[Finding, ...], waivers: Sequence[Waiver]) -> Settled:
    if not waivers:
        return Settled(findings)
    if case.settings.as_of is None:
        raise UsageError("waivers are judged by a day, and none is given", hint="--as-of 2025-12-31")
    return settle(case, findings, waivers, case.settings.as_of)


def _require_tasks(plan: Plan) -> None:
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


def summarise(case: Case, settled: Settled) -> Summary:
    """Count what counts: 工作要求 are left out unless the settings say otherwise."""
    counted = {task.id for task in case.parent_tasks}
    statuses = [entry for entry in case.alignment.task_status if entry.parent_task in counted]
    return Summary(
        parent_tasks=len(case.parent_tasks),
        child_tasks=len(case.child_tasks),
        tasks=_tally(Status, (entry.status for entry in statuses)),
        clauses=_tally(Status, (entry.status for entry in case.coverage.values())),
        undecided=sum(entry.undecided for entry in case.coverage.values()),
        links=_tally(Strength, (link.strength for link in case.links)),
        local_tasks=len(case.local_tasks),
        findings=_tally(Severity, (finding.severity for finding in settled.open)),
        waived=len(settled.waived),
        skipped=len(not_understood(case.parent.plan)) + len(not_understood(case.child.plan)),
    )


def _tally(kinds: type[Kind], found: Iterable[Kind]) -> dict[Kind, int]:
    """Count each kind, the absent ones too, in a fixed order."""
    counter = Counter(found)
    return {kind: counter[kind] for kind in kinds}


def _shown(path: Path) -> str:
    """Return the path relative to the current folder where it lies below it, else as given.

    Bytes of a file name that are no text become replacement characters, since records are UTF-8.
    """
    folder = Path.cwd()
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    return os.fsencode(shown.as_posix()).decode("utf-8", "replace")
