"""Existing debt: parts findings that stand in the baseline from new ones, and draws the line anew."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.finding import finding
from planalign.assess.findings import in_order
from planalign.assess.rule import ABOUT_THE_LEDGER, Hit, PlanRule, Rule
from planalign.assess.rules import RULES
from planalign.assess.waiver_rules import PA505
from planalign.model.baseline import Baseline, DebtDiff, KnownFinding, KnownPair
from planalign.model.block import Location
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.assess.case import Case, PlanCase
    from planalign.assess.waived import Settled
    from planalign.config import Settings
    from planalign.model.comparison import Finding
    from planalign.model.plan import Plan


def part(case: Case | PlanCase, settled: Settled, baseline: Baseline) -> Settled:
    """Take what stands in the baseline from the open findings; entries that nothing matches are findings themselves."""
    parent, child = (side.plan if side else None for side in case.sides)
    entries = list(_about(baseline, parent, child)) if child else []
    debt = {entry.fingerprint for entry in entries}
    found = {each.fingerprint for each in (*settled.open, *(entry.finding for entry in settled.waived))}
    stale = _stale((entry for entry in entries if entry.fingerprint not in found), child, case.settings)
    opened = [each for each in settled.open if each.fingerprint not in debt]
    return settled._replace(
        open=in_order([*opened, *stale], *case.sides),
        known=tuple(each for each in settled.open if each.fingerprint in debt),
    )


def debt_of(parent: Plan | None, child: Plan, findings: Iterable[Finding]) -> Baseline:
    """Return a baseline that holds these findings and nothing else."""
    return renewed(Baseline(schema="planalign/baseline/1"), parent, child, findings)


def renewed(baseline: Baseline, parent: Plan | None, child: Plan, findings: Iterable[Finding]) -> Baseline:
    """Return the baseline with these findings as the debt of these documents, that of others unchanged."""
    mine = _pairs(parent, child)
    debt: dict[tuple[str, str], list[KnownFinding]] = defaultdict(list)
    for found in findings:
        if not found.code.startswith(ABOUT_THE_LEDGER):
            debt[mine[_alone(found)]].append(_entry(found))
    kept = [pair for pair in baseline.pairs if (pair.parent, pair.child) not in mine.values()]
    new = [
        KnownPair(parent=upper, child=lower, findings=tuple(sorted(entries, key=_order)))
        for (upper, lower), entries in debt.items()
    ]
    return Baseline(schema="planalign/baseline/1", pairs=tuple(sorted([*kept, *new], key=_names)))


def compared(
    baseline: Baseline, parent: Plan | None, child: Plan, findings: Iterable[Finding], waived: Iterable[Finding]
) -> DebtDiff:
    """Return what is new, what is still there and what is gone; a waived finding is neither."""
    entries = list(_about(baseline, parent, child))
    debt = {entry.fingerprint for entry in entries}
    found = [each for each in findings if not each.code.startswith(ABOUT_THE_LEDGER)]
    still = {each.fingerprint for each in (*found, *waived)}
    return DebtDiff(
        schema="planalign/baseline-diff/1",
        new=tuple(each for each in found if each.fingerprint not in debt),
        known=tuple(each for each in found if each.fingerprint in debt),
        gone=tuple(entry for entry in entries if entry.fingerprint not in still),
    )


def document_name(plan: Plan) -> str:
    """Return by what a document is known again under another file name: issuer and title; else also its file name."""
    head = plan.masthead
    title = normalise(head.title or head.notice_title or "")
    issuer = normalise(head.issuer or head.place or "")
    stem = "" if title and issuer else PurePosixPath(plan.source.file).stem
    return " ".join(part for part in ("" if title.startswith(issuer) else issuer, title, stem) if part)


def _about(baseline: Baseline, parent: Plan | None, child: Plan) -> Iterator[KnownFinding]:
    wanted = set(_pairs(parent, child).values())
    for pair in baseline.pairs:
        if (pair.parent, pair.child) in wanted:
            yield from pair.findings


def _pairs(parent: Plan | None, child: Plan) -> dict[bool, tuple[str, str]]:
    """Return under which names findings are kept: those about the child alone, and those about both."""
    name = document_name(child)
    return {True: ("", name), False: (document_name(parent) if parent else "", name)}


def _alone(found: Finding) -> bool:
    """Whether a finding is about the child alone, so that it is the same beside any parent."""
    return found.parent is None and isinstance(RULES.get(found.code), PlanRule)


def _entry(found: Finding) -> KnownFinding:
    end = found.parent or found.child
    return KnownFinding(code=found.code, fingerprint=found.fingerprint, quote=end.text or end.title if end else "")


def _stale(entries: Iterable[KnownFinding], child: Plan | None, settings: Settings) -> Iterator[Finding]:
    """Yield what is debt no longer; what a rule that is off would find is not known."""
    if child is None or not settings.in_force(PA505.code):
        return
    for number, entry in enumerate((each for each in entries if settings.in_force(each.code)), start=1):
        rule: Rule | None = RULES.get(entry.code)
        values = {"code": entry.code, "title": rule.title if rule else entry.code}
        end = text_end(child, entry.quote, Location())
        yield finding(PA505, Hit(str(number), child=end, values=values, at_stake=(entry.fingerprint,)), settings)


def _order(entry: KnownFinding) -> tuple[str, str]:
    return entry.code, entry.fingerprint


def _names(pair: KnownPair) -> tuple[str, str]:
    return pair.child, pair.parent
