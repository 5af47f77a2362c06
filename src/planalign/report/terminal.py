"""The comparison for a terminal: the verdict first, then the gaps with both quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Severity
from planalign.model.index import heading
from planalign.model.wording import Wording
from planalign.report.cautions import cautions
from planalign.report.digest import (
    DROPPED,
    INPUT,
    LOCAL,
    PARTIAL,
    STRUCTURE,
    WAIVERS,
    Digest,
    count_sentences,
    not_found,
    plan_facts,
    plan_title,
    rate_sentence,
)
from planalign.report.labels import MISSING, NEAREST, NOTICE, UNDECIDED, WAIVED
from planalign.report.places import place
from planalign.report.punctuation import bracketed, colon, commas, quoted, semicolons
from planalign.report.screen import Screen
from planalign.report.scrub import clipped, one_line
from planalign.report.terms import terms

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison, Finding, FindingEnd
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang
    from planalign.report.digest import Group
    from planalign.report.look import Look

WIDE = 120
"""From this width on, both quotes stand beside each other."""
QUOTE = 220
"""Longest quote, in characters; the other formats quote in full."""
LISTED = 8
"""So many dropped tasks are named in the verdict; all are quoted below it."""
NEAREST_QUOTE = 90
"""Longest quote of a child clause that does not carry the parent clause."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WHOLE_TASK = Wording("整项未承接", "whole task dropped")
_DROPPED_TASKS = Wording("整项未承接的任务", "Tasks dropped as a whole")
_AND_MORE = Wording("等 {} 项", " and others, {} in all")
_WAIVED = Wording("（另有 {} 项已豁免）", " ({} more are waived)")
_NONE = Wording("无", "none")


def render(comparison: Comparison, look: Look) -> str:
    """Return the report as lines of the given width."""
    digest = Digest(comparison)
    screen = Screen(look)
    _header(screen, digest, look.lang)
    _verdict(screen, digest, look.lang)
    for group in (DROPPED, PARTIAL):
        _gaps(screen, digest, group, look)
    _local(screen, digest, look.lang)
    for group in (STRUCTURE, INPUT, WAIVERS):
        _messages(screen, digest, group, look.lang)
    _waived(screen, digest, look.lang)
    return screen.render()


def _header(screen: Screen, digest: Digest, lang: Lang) -> None:
    comparison = digest.comparison
    screen.line(f"{comparison.generator} · {NOTICE.of(lang)}", "dim")
    _input(screen, digest.upper, comparison.parent, lang)
    _input(screen, digest.lower, comparison.child, lang)
    for caution in cautions(comparison, (digest.upper, digest.lower), lang):
        screen.line(caution, "yellow")


def _input(screen: Screen, label: Wording, plan: Plan, lang: Lang) -> None:
    screen.labelled(label.of(lang), f"{plan_title(plan, lang)} {' · '.join(plan_facts(plan, lang))}", "bold")
    screen.labelled("", f"{one_line(plan.source.file)} · sha256 {plan.source.sha256[:16]}…", "dim")


def _verdict(screen: Screen, digest: Digest, lang: Lang) -> None:
    summary = digest.comparison.summary
    screen.line()
    screen.line(rate_sentence(summary, lang), "bold")
    for sentence in count_sentences(digest, lang):
        screen.line(sentence)
    dropped = [heading(task) for task in digest.comparison.parent.tasks if _drops(digest, task.id)]
    titles = semicolons((one_line(title) for title in dropped[:LISTED]), lang) or _NONE.of(lang)
    titles += _AND_MORE.of(lang).format(len(dropped)) if len(dropped) > LISTED else ""
    waived = sum(entry.finding.code == "PA101" for entry in digest.comparison.waived)
    titles += _WAIVED.of(lang).format(waived) if waived else ""
    screen.line(f"{_DROPPED_TASKS.of(lang)}{colon(lang)}{titles}", "red" if dropped else "green")


def _drops(digest: Digest, task_id: str) -> bool:
    """Whether a finding says that the whole task is dropped; so 工作要求 stay out where they do not count."""
    return any(finding.parent and finding.parent.id == task_id for finding in digest.findings(DROPPED))


def _gaps(screen: Screen, digest: Digest, group: Group, look: Look) -> None:
    findings = digest.findings(group)
    _group_rule(screen, digest.title(group), len(findings), look.lang)
    for finding in findings:
        _gap(screen, digest, finding, look)


def _group_rule(screen: Screen, title: Wording, count: int, lang: Lang) -> None:
    if count:
        screen.rule(title.of(lang) + bracketed(count, lang))


def _gap(screen: Screen, digest: Digest, finding: Finding, look: Look) -> None:
    """Show one gap: the task it belongs to, both quotes, what is missing."""
    entry = digest.entry(finding)
    title = one_line(finding.parent.title) if finding.parent else ""
    marks = [_WHOLE_TASK.of(look.lang)] if entry is None else []
    marks += [UNDECIDED.of(look.lang)] if digest.undecided(finding) else []
    screen.line(f"{title}{bracketed(commas(marks, look.lang), look.lang)}  {finding.id}", _STYLES[finding.severity])
    _quotes(screen, digest, finding, _lower(digest, finding, look.lang), look)
    if entry is not None and entry.missing and finding.code in PARTIAL.codes:
        missing = quoted(map(one_line, entry.missing), look.lang)
        screen.labelled(MISSING.of(look.lang), missing, "red", indent=2)


def _lower(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return what the child says: the carrier, or that there is none and what comes nearest."""
    if digest.carried(finding) and finding.child is not None:
        return _quote(finding.child, lang, QUOTE, titled=True)
    lead = not_found(digest, finding, lang)
    if finding.child is None:
        return lead
    return lead + NEAREST.of(lang) + _quote(finding.child, lang, NEAREST_QUOTE, titled=True)


def _quotes(screen: Screen, digest: Digest, finding: Finding, lower: str, look: Look) -> None:
    upper = _quote(finding.parent, look.lang, QUOTE) if finding.parent else ""
    left, right = digest.upper.of(look.lang), digest.lower.of(look.lang)
    if look.width < WIDE:
        screen.labelled(left, upper, indent=2)
        screen.labelled(right, lower, indent=2)
        return
    mark = colon(look.lang)
    screen.side_by_side(f"{left}{mark}{upper}", f"{right}{mark}{lower}", indent=2)


def _quote(end: FindingEnd, lang: Lang, length: int, *, titled: bool = False) -> str:
    """Return a quote with its place, and with the title of its task where that is not shown already."""
    where = commas([place(end.location, lang), one_line(end.title) if titled else ""], lang)
    return f"“{clipped(end.text, length)}”{bracketed(where, lang)}"


def _local(screen: Screen, digest: Digest, lang: Lang) -> None:
    findings = digest.findings(LOCAL)
    _group_rule(screen, digest.title(LOCAL), len(findings), lang)
    for finding in findings:
        if finding.child is not None:
            where = bracketed(place(finding.child.location, lang), lang)
            screen.line(f"{one_line(finding.child.title)}{where}  {finding.id}", "cyan")


def _messages(screen: Screen, digest: Digest, group: Group, lang: Lang) -> None:
    findings = digest.findings(group)
    _group_rule(screen, digest.title(group), len(findings), lang)
    for finding in findings:
        where = bracketed(_side(digest, finding, lang), lang) if group is INPUT else ""
        screen.line(f"{one_line(finding.message)}{where}  {finding.id}")


def _waived(screen: Screen, digest: Digest, lang: Lang) -> None:
    """Show what is accepted, apart from what is open: its quote in short, and why."""
    if digest.comparison.waived:
        screen.rule(WAIVED.of(lang) + bracketed(len(digest.comparison.waived), lang))
    for waiver, findings in digest.waived():
        screen.line(terms(waiver, lang), "dim")
        for finding in findings:
            end = finding.parent or finding.child
            quote = _quote(end, lang, NEAREST_QUOTE, titled=True) if end else one_line(finding.message)
            screen.line(f"{quote}  {finding.id}", indent=2)


def _side(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return which document a finding is about, and where."""
    label, end = (digest.upper, finding.parent) if finding.parent else (digest.lower, finding.child)
    return f"{label.of(lang)} {place(end.location, lang)}".strip() if end else ""
