"""A check for a terminal: whether it passed, and the short list of things to fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Comparison, Severity
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.check_items import (
    FIX,
    KNOWN,
    KNOWN_LEFT,
    NONE_OPEN,
    count_lines,
    documents,
    first_end,
    in_turn,
    items,
    severity_title,
    verdict,
)
from planalign.report.digest import plan_facts, plan_title
from planalign.report.passage import led, whereabouts
from planalign.report.punctuation import bracketed, colon, commas
from planalign.report.screen import Screen
from planalign.report.scrub import clipped, one_line
from planalign.report.short_list import EXAMPLES, cut, left_out, rule_groups
from planalign.report.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.check import Check
    from planalign.model.comparison import Finding
    from planalign.model.wording import Lang
    from planalign.report.check_items import Item
    from planalign.report.look import Look

QUOTE = 160
"""Longest quote, in characters; the other formats quote in full."""
SHORT_QUOTE = 60
"""Longest quote of what counts no longer."""

_LEFT = Wording("未列出：{left}；加 --all 全部列出")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(record: Check | Comparison, look: Look) -> str:
    """Return the report as lines of the given width."""
    screen, lang = Screen(look), look.lang
    _header(screen, record, lang)
    text, passed = verdict(record, lang)
    screen.line()
    screen.line(text, "bold green" if passed else "bold red")
    for line in count_lines(record, lang):
        screen.line(line)
    _findings(screen, record, look)
    _waived(screen, record, lang)
    _known(screen, record, look)
    return screen.render()


def _header(screen: Screen, record: Check | Comparison, lang: Lang) -> None:
    names = documents(record)
    if isinstance(record, Comparison):
        for caution in cautions(record, (names[0][0], names[1][0]), lang):
            screen.line(caution, "bold yellow")
    screen.line(f"{record.generator} · {labels.NOTICE.of(lang)}", "dim")
    for name, plan in names:
        screen.labelled(name.of(lang), f"{plan_title(plan, lang)} {' · '.join(plan_facts(plan, lang))}", "bold")
        screen.labelled("", f"{one_line(plan.source.file)} · sha256 {plan.source.sha256[:16]}…", "dim")


def _findings(screen: Screen, record: Check | Comparison, look: Look) -> None:
    """Show the short list, or everything where it is wanted."""
    found = in_turn(record)
    listed = [severity for severity in Severity if found[severity] and (look.all or severity is not Severity.INFO)]
    for severity in listed:
        screen.rule(severity_title(severity, look.lang) + bracketed(len(found[severity]), look.lang))
        if look.all or not cut(severity, found[severity]):
            _items(screen, record, found[severity], look.lang)
        else:
            _examples(screen, record, found[severity], look.lang)
    if not listed:
        screen.line(NONE_OPEN.of(look.lang), "green")
    if not look.all:
        _left_out(screen, record, look.lang)


def _examples(screen: Screen, record: Check | Comparison, findings: Sequence[Finding], lang: Lang) -> None:
    """Show each rule with its number and its worst findings."""
    for group in rule_groups(record, findings):
        screen.line()
        screen.line(group.title(lang), "bold")
        _items(screen, record, group.findings[:EXAMPLES], lang)


def _left_out(screen: Screen, record: Check | Comparison, lang: Lang) -> None:
    left = [f"{severity_title(severity, lang)} {count}" for severity, count in left_out(record).items()]
    if left:
        screen.line()
        screen.line(_LEFT.of(lang).format(left=commas(left, lang)), "dim")


def _items(screen: Screen, record: Check | Comparison, findings: Iterable[Finding], lang: Lang) -> None:
    for item in items(record, findings, lang):
        _item(screen, item, lang)


def _item(screen: Screen, item: Item, lang: Lang) -> None:
    screen.line(f"{one_line(item.head)}  {item.id}", _STYLES[item.severity])
    for name, note, end in item.quotes:
        quote = led(whereabouts(end, lang, titled=True), clipped(end.text, QUOTE), lang) if end else ""
        screen.labelled(name.of(lang), led(note, quote, lang) if quote else note, indent=2)
    if item.fix:
        screen.labelled(FIX.of(lang), item.fix, "dim", indent=2)


def _waived(screen: Screen, record: Check | Comparison, lang: Lang) -> None:
    """Name in short what is accepted, with the terms."""
    if record.waived:
        screen.rule(labels.WAIVED.of(lang) + bracketed(len(record.waived), lang))
    for entry in record.waived:
        screen.line(_short(entry.finding, lang), "dim")
        screen.line(terms(entry.waiver, lang), "dim", indent=2)


def _known(screen: Screen, record: Check | Comparison, look: Look) -> None:
    """Name existing debt in short where everything is wanted, else its number."""
    if record.known and not look.all:
        screen.line()
        screen.line(KNOWN_LEFT.of(look.lang).format(count=len(record.known)), "dim")
    elif record.known:
        screen.rule(KNOWN.of(look.lang) + bracketed(len(record.known), look.lang))
        for finding in record.known:
            screen.line(_short(finding, look.lang), "dim")


def _short(finding: Finding, lang: Lang) -> str:
    end = first_end(finding)
    words = clipped(end.text or end.title, SHORT_QUOTE) if end else one_line(finding.message)
    return f"{finding.id}{colon(lang)}{words}"
