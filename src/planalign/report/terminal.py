"""The comparison for a terminal: the verdict first, then the gaps with both quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Severity
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.digest import (
    DROPPED,
    INPUT,
    LOCAL,
    PARTIAL,
    SLIPS,
    STRUCTURE,
    TARGETS,
    WAIVERS,
    Digest,
    plan_facts,
    plan_title,
)
from planalign.report.drift import drift_sentence
from planalign.report.figures import count_sentences, dropped_tasks, gap_note, left_out, rate_sentence
from planalign.report.gap import close_call, finding_gap, not_found
from planalign.report.issue_changes import change_lines
from planalign.report.passage import led, whereabouts
from planalign.report.places import place
from planalign.report.punctuation import bracketed, colon, commas, semicolons
from planalign.report.reviews import TITLE as REVIEW
from planalign.report.reviews import review_lines
from planalign.report.screen import Screen
from planalign.report.scrub import clipped, one_line
from planalign.report.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Comparison, Finding, FindingEnd
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang, Wording
    from planalign.report.digest import Group
    from planalign.report.gap import Gap
    from planalign.report.look import Look

WIDE = 120
"""From this width on, both quotes stand beside each other."""
QUOTE = 220
"""Longest quote, in characters; the other formats quote in full."""
NEAREST_QUOTE = 90
"""Longest quote of a child clause that does not carry the parent clause."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(comparison: Comparison, look: Look) -> str:
    """Return the report as lines of the given width."""
    digest = Digest(comparison)
    screen = Screen(look)
    _header(screen, digest, look.lang)
    _verdict(screen, digest, look.lang)
    for group in (DROPPED, PARTIAL):
        _gaps(screen, digest, group, look)
    _targets(screen, digest, look.lang)
    _close_calls(screen, digest, look)
    _local(screen, digest, look.lang)
    for group in (STRUCTURE, SLIPS, INPUT, WAIVERS):
        _messages(screen, digest, group, look.lang)
    _waived(screen, digest, look.lang)
    _decisions(screen, digest, look.lang)
    return screen.render()


def _header(screen: Screen, digest: Digest, lang: Lang) -> None:
    comparison = digest.comparison
    for caution in cautions(comparison, (digest.upper, digest.lower), lang):
        screen.line(caution, "bold yellow")
    screen.line(f"{comparison.generator} · {labels.NOTICE.of(lang)}", "dim")
    _input(screen, digest.upper, comparison.parent, lang)
    _input(screen, digest.lower, comparison.child, lang)


def _input(screen: Screen, label: Wording, plan: Plan, lang: Lang) -> None:
    screen.labelled(label.of(lang), f"{plan_title(plan, lang)} {' · '.join(plan_facts(plan, lang))}", "bold")
    screen.labelled("", f"{one_line(plan.source.file)} · sha256 {plan.source.sha256[:16]}…", "dim")


def _verdict(screen: Screen, digest: Digest, lang: Lang) -> None:
    screen.line()
    screen.line(rate_sentence(digest.comparison.summary, lang), "bold")
    for sentence in count_sentences(digest, lang):
        screen.line(sentence)
    titles, some = dropped_tasks(digest, lang)
    screen.line(titles, "red" if some else "green")
    for sentence in left_out(digest, lang):
        screen.line(sentence, "dim")


def _gaps(screen: Screen, digest: Digest, group: Group, look: Look) -> None:
    findings = digest.findings(group)
    _group_rule(screen, digest.title(group), len(findings), look.lang)
    note = gap_note(digest, look.lang) if group is DROPPED else ""
    if note:
        screen.line(note, "dim")
    for finding in findings:
        _gap(screen, digest, finding_gap(digest, finding), look, _lead(finding, look.lang))


def _targets(screen: Screen, digest: Digest, lang: Lang) -> None:
    """Show what became of numbers, deadlines and frequencies: the counts, then what is wrong with them."""
    sentence = drift_sentence(digest.comparison, lang)
    if not sentence:
        return
    findings = digest.findings(TARGETS)
    screen.rule(digest.title(TARGETS).of(lang) + bracketed(len(findings), lang))
    screen.line(sentence)
    for line in change_lines(digest.comparison, lang):
        screen.line(line, "yellow")
    for finding in findings:
        where = bracketed(_side(digest, finding, lang), lang)
        screen.line(_told(finding, where, lang), _STYLES[finding.severity])


def _close_calls(screen: Screen, digest: Digest, look: Look) -> None:
    """Show every verdict that a person should look at, those that are shown above too."""
    calls = digest.close_calls()
    _group_rule(screen, labels.CLOSE_CALLS, len(calls), look.lang)
    for entry in calls:
        _gap(screen, digest, close_call(digest, entry), look)


def _group_rule(screen: Screen, title: Wording, count: int, lang: Lang) -> None:
    if count:
        screen.rule(title.of(lang) + bracketed(count, lang))


def _lead(finding: Finding, lang: Lang) -> str:
    """Return the severity in front of a finding, which colour alone does not tell everybody."""
    return f"{labels.SEVERITY[finding.severity].of(lang)}  "


def _told(finding: Finding, where: str, lang: Lang) -> str:
    """Return the message behind its severity, and in front of its id."""
    return f"{_lead(finding, lang)}{one_line(finding.message)}{where}  {finding.id}"


def _gap(screen: Screen, digest: Digest, gap: Gap, look: Look, lead: str = "") -> None:
    """Show one gap: the task it belongs to, both quotes, what is missing."""
    marks = commas([mark.of(look.lang) for mark in gap.marks], look.lang)
    screen.line(f"{lead}{one_line(gap.title)}{bracketed(marks, look.lang)}  {gap.id}", _STYLES[gap.severity])
    left, right = digest.upper.of(look.lang), digest.lower.of(look.lang)
    upper = _quote(gap.upper, look.lang, QUOTE) if gap.upper else ""
    lower = list(_lower(gap, look.lang))
    if look.width < WIDE:
        screen.labelled(left, upper, indent=2)
        for number, text in enumerate(lower):
            screen.labelled("" if number else right, text, indent=2)
    else:
        for number, text in enumerate(lower):
            screen.side_by_side("" if number else f"{left} {upper}", f"{right} {text}", indent=2)
    if gap.missing:
        screen.labelled(
            labels.MISSING.of(look.lang), semicolons(map(one_line, gap.missing), look.lang), "red", indent=2
        )


def _lower(gap: Gap, lang: Lang) -> Iterator[str]:
    """Yield what the child says: the carriers, or that there is none and what comes nearest."""
    if gap.carried:
        yield from (_quote(end, lang, QUOTE, titled=True) for end in gap.lower)
        return
    near = "".join(colon(lang) + _quote(end, lang, NEAREST_QUOTE, titled=True) for end in gap.lower[:1])
    yield one_line(not_found(gap, lang)) + near


def _quote(end: FindingEnd, lang: Lang, length: int, *, titled: bool = False) -> str:
    """Return a quote behind its place, and the title of its task where that is not shown already."""
    return led(whereabouts(end, lang, titled=titled), clipped(end.text, length), lang)


def _local(screen: Screen, digest: Digest, lang: Lang) -> None:
    findings = digest.findings(LOCAL)
    _group_rule(screen, digest.title(LOCAL), len(findings), lang)
    for finding in findings:
        if finding.child is not None:
            where = bracketed(place(finding.child.location, lang), lang)
            screen.line(f"{_lead(finding, lang)}{one_line(finding.child.title)}{where}  {finding.id}", "cyan")


def _messages(screen: Screen, digest: Digest, group: Group, lang: Lang) -> None:
    findings = digest.findings(group)
    _group_rule(screen, digest.title(group), len(findings), lang)
    for finding in findings:
        where = bracketed(_side(digest, finding, lang), lang) if group in {INPUT, SLIPS} else ""
        screen.line(_told(finding, where, lang))
        end = finding.child or finding.parent
        if group is SLIPS and end is not None:
            screen.line(led(one_line(end.title), clipped(end.text, NEAREST_QUOTE), lang), "dim", indent=2)


def _waived(screen: Screen, digest: Digest, lang: Lang) -> None:
    """Show what is accepted, apart from what is open: its quote in short, and why."""
    if digest.comparison.waived:
        screen.rule(labels.WAIVED.of(lang) + bracketed(len(digest.comparison.waived), lang))
    for waiver, findings in digest.waived():
        screen.line(terms(waiver, lang), "dim")
        for finding in findings:
            end = finding.parent or finding.child
            quote = _quote(end, lang, NEAREST_QUOTE, titled=True) if end else one_line(finding.message)
            screen.line(f"{quote}  {finding.id}", indent=2)


def _decisions(screen: Screen, digest: Digest, lang: Lang) -> None:
    """Show what people decided, and what of it is in doubt."""
    lines = review_lines(digest, lang)
    if lines:
        screen.rule(REVIEW.of(lang))
    for line in lines:
        screen.line(line)


def _side(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return which document a finding is about, and where."""
    label, end = (digest.lower, finding.child) if finding.child else (digest.upper, finding.parent)
    return f"{label.of(lang)} {place(end.location, lang)}".strip() if end else ""
