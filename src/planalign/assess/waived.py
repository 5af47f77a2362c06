"""Parts the findings that somebody has accepted from the open ones."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.case import PlanCase
from planalign.assess.ends import clause_end
from planalign.assess.findings import in_order
from planalign.assess.rule import PlanRule
from planalign.assess.rules import RULES
from planalign.assess.waiver_rules import LESSER, PA503, PA504, expired, unused
from planalign.model.comparison import Finding, Waived
from planalign.text.width import normalise

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable, Mapping, Sequence

    from planalign.assess.case import Case
    from planalign.config import Settings
    from planalign.model.comparison import FindingEnd
    from planalign.model.plan import Plan
    from planalign.model.review import ReviewSummary
    from planalign.model.waiver import Waiver, WaiverEnd


class Settled(NamedTuple):
    """Findings after the waivers were applied."""

    open: tuple[Finding, ...]
    """What nobody has accepted, and what is wrong with the waivers."""
    waived: tuple[Waived, ...] = ()
    """What is accepted, with the waiver that says so."""
    known: tuple[Finding, ...] = ()
    """What stands in the baseline."""
    dismissed: tuple[Finding, ...] = ()
    """What a person rejected."""
    review: ReviewSummary | None = None
    """How far people have looked at it; none where neither decisions nor a policy ask for it."""


def settle(case: Case | PlanCase, findings: Iterable[Finding], waivers: Iterable[Waiver], as_of: dt.date) -> Settled:
    """Apply the waivers of these documents; an expired one leaves its finding open and is a finding itself."""
    about = [waiver for waiver in waivers if _concerns(waiver, case)]
    accepting = [(finding, [waiver for waiver in about if _fits(waiver, finding, case)]) for finding in findings]
    opened: list[Finding] = []
    waived: list[Waived] = []
    lapsed: dict[int, Finding] = {}
    for finding, fitting in accepting:
        valid = next((waiver for waiver in fitting if as_of <= waiver.expires), None)
        if valid is not None:
            waived.append(Waived(finding=finding, waiver=valid))
            continue
        opened.append(finding)
        lapsed.update({waiver.number: finding for waiver in fitting if waiver.number not in lapsed})
    used = {waiver.number for _, fitting in accepting for waiver in fitting}
    opened += _lapsed(about, lapsed, case.settings) if case.settings.in_force(PA503.code) else []
    opened += _unused(about, used, case) if case.settings.in_force(PA504.code) else []
    return Settled(in_order(opened, *case.sides), tuple(waived))


def _lapsed(about: Iterable[Waiver], lapsed: Mapping[int, Finding], settings: Settings) -> list[Finding]:
    return [expired(waiver, lapsed[waiver.number], settings) for waiver in about if waiver.number in lapsed]


def _unused(about: Iterable[Waiver], used: Container[int], case: Case | PlanCase) -> list[Finding]:
    """Return the waivers that accept nothing; what a rule that is off would find is not known."""
    in_force = (waiver for waiver in about if case.settings.in_force(waiver.rule))
    return [unused(waiver, case) for waiver in in_force if waiver.number not in used]


def _concerns(waiver: Waiver, case: Case | PlanCase) -> bool:
    """Whether a waiver is about the documents at hand; without a parent only rules about one plan are applied."""
    if isinstance(case, PlanCase) and not isinstance(RULES[waiver.rule], PlanRule):
        return False
    ends = zip((waiver.parent, waiver.child), case.sides, strict=True)
    return all(end is None or (side is not None and normalise(end.document) in _names(side.plan)) for end, side in ends)


def _names(plan: Plan) -> set[str]:
    head = plan.masthead
    names = (head.document_number, head.title, head.notice_title, PurePosixPath(plan.source.file).stem)
    return {normalise(name) for name in names if name}


def _fits(waiver: Waiver, finding: Finding, case: Case | PlanCase) -> bool:
    """Whether a waiver accepts a finding: the rule or a worse one of the same place, both quotes, no value beyond."""
    if finding.code != waiver.rule and finding.code not in LESSER.get(waiver.rule, ()):
        return False
    whole = waiver.rule == "PA101"
    quoted = _quotes(waiver.parent, finding.parent, titled=whole) and _quotes(waiver.child, finding.child)
    return quoted and _within(waiver.accepted, _values(finding, case))


def _quotes(wanted: WaiverEnd | None, end: FindingEnd | None, *, titled: bool = False) -> bool:
    """Whether the words stand at that end; in the heading only where a whole task is accepted."""
    if wanted is None or not wanted.quote:
        return True
    text = "" if end is None else normalise(end.text) + "\n" + (normalise(end.title) if titled else "")
    return normalise(wanted.quote) in text


def _values(finding: Finding, case: Case | PlanCase) -> Sequence[str]:
    """Return what a finding says is missing: parts of its clause, or of all clauses of its task."""
    end = finding.parent or finding.child
    if isinstance(case, PlanCase):
        return (end.text,) if end else ()
    task = case.parent.tasks.get(end.id) if end else None
    if end is None or task is None:
        return _missing(end, case) if end else ()
    return [
        value
        for entry in case.clauses_of(task)
        for value in _missing(clause_end(case.parent, entry.parent_clause), case)
    ]


def _missing(end: FindingEnd, case: Case) -> Sequence[str]:
    """Return the missing parts of a clause; where none can be named, the whole text."""
    entry = case.coverage.get(end.id)
    return entry.missing if entry and entry.missing else (end.text,)


def _within(accepted: Sequence[str], values: Sequence[str]) -> bool:
    """Whether nothing is found beyond what is accepted; where nothing is listed, all is."""
    known = {_bare(text) for text in accepted}
    return not known or (bool(values) and all(_bare(value) in known for value in values))


def _bare(text: str) -> str:
    return normalise(text).rstrip("。；")
