"""Parts the findings that somebody has accepted from the open ones."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.ends import clause_end
from planalign.assess.findings import in_order
from planalign.assess.waiver_rules import LESSER, expired, unused
from planalign.model.comparison import Finding, Waived
from planalign.text.width import normalise

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from planalign.assess.case import Case
    from planalign.model.comparison import FindingEnd
    from planalign.model.plan import Plan
    from planalign.model.waiver import Waiver, WaiverEnd


class Settled(NamedTuple):
    """Findings after the waivers were applied."""

    open: tuple[Finding, ...]
    """What nobody has accepted, and what is wrong with the waivers."""
    waived: tuple[Waived, ...] = ()
    """What is accepted, with the waiver that says so."""


def settle(case: Case, findings: Iterable[Finding], waivers: Iterable[Waiver], as_of: dt.date) -> Settled:
    """Apply the waivers of this pair of documents; an expired one leaves its finding open and is a finding itself."""
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
    lang = case.settings.lang
    opened += [expired(waiver, lapsed[waiver.number], lang) for waiver in about if waiver.number in lapsed]
    opened += [unused(waiver, case, lang) for waiver in about if waiver.number not in used]
    return Settled(in_order(case, opened), tuple(waived))


def _concerns(waiver: Waiver, case: Case) -> bool:
    """Whether a waiver is about the two documents at hand."""
    ends = ((waiver.parent, case.parent.plan), (waiver.child, case.child.plan))
    return all(end is None or normalise(end.document) in _names(plan) for end, plan in ends)


def _names(plan: Plan) -> set[str]:
    head = plan.masthead
    names = (head.document_number, head.title, head.notice_title, PurePosixPath(plan.source.file).stem)
    return {normalise(name) for name in names if name}


def _fits(waiver: Waiver, finding: Finding, case: Case) -> bool:
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


def _values(finding: Finding, case: Case) -> Sequence[str]:
    """Return what a finding says is missing: parts of its clause, or of all clauses of its task."""
    end = finding.parent or finding.child
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
