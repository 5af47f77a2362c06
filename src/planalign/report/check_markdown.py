"""A check as a Markdown report: whether it passed, and everything found with quotes in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.check_items import (
    FIX,
    KNOWN,
    NONE_OPEN,
    count_lines,
    documents,
    first_end,
    in_turn,
    items,
    severity_title,
    verdict,
)
from planalign.report.escaping import escaped
from planalign.report.markdown_inputs import fact_table
from planalign.report.markdown_table import row, table
from planalign.report.origin import origin
from planalign.report.passage import led, whereabouts
from planalign.report.punctuation import bracketed, colon
from planalign.report.scrub import one_line
from planalign.report.short_list import SHORT, rule_groups
from planalign.report.terms import terms

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison, Finding
    from planalign.model.wording import Lang
    from planalign.report.check_items import Item
    from planalign.report.look import Look

_TITLE = Wording("工作计划检查报告")
_VERDICT = Wording("结论")
_OVERVIEW = Wording("概览")
_OVERVIEW_HEAD = Wording("级别|规则（项数）|最突出的一项")
_PROVENANCE = Wording("口径说明", "heading")


def render(record: Check | Comparison, look: Look) -> str:
    """Return the whole report."""
    lang = look.lang
    parts = [f"# {_TITLE.of(lang)}", f"> {labels.NOTICE.of(lang)} · {record.generator}"]
    for name, plan in documents(record):
        parts += [f"**{name.of(lang)}**", fact_table(plan, lang)]
    sentences = [f"**{escaped(verdict(record, lang)[0])}**", *map(escaped, count_lines(record, lang))]
    parts += [f"## {_VERDICT.of(lang)}", "\n".join(f"- {sentence}" for sentence in sentences)]
    parts += _overview(record, lang) + _findings(record, lang) + _accepted(record, lang)
    parts += [f"## {_PROVENANCE.of(lang)}", escaped(origin(record.provenance, lang))]
    return "\n\n".join(parts) + "\n"


def _overview(record: Check | Comparison, lang: Lang) -> list[str]:
    """Return how many findings there are of each rule, worst first, where they are no short list as they stand."""
    groups = [group for findings in in_turn(record).values() for group in rule_groups(record, findings)]
    if sum(len(group.findings) for group in groups) <= SHORT:
        return []
    rows = [
        row([severity_title(group.findings[0].severity, lang), group.title(lang), _worst(group.findings[0])])
        for group in groups
    ]
    return [f"## {_OVERVIEW.of(lang)}", table(_OVERVIEW_HEAD.of(lang).split("|"), rows)]


def _worst(finding: Finding) -> str:
    return f"{escaped(one_line(finding.message))} · {finding.id}"


def _findings(record: Check | Comparison, lang: Lang) -> list[str]:
    parts: list[str] = []
    for severity, findings in in_turn(record).items():
        if findings:
            parts.append(f"## {severity_title(severity, lang)}{bracketed(len(findings), lang)}")
            parts += [_item(item, lang) for item in items(record, findings, lang)]
    return parts or [NONE_OPEN.of(lang)]


def _item(item: Item, lang: Lang) -> str:
    lines = [f"### {escaped(item.head)} · {item.id}"]
    for name, note, end in item.quotes:
        place = escaped(whereabouts(end, lang, titled=True)) if end else ""
        where = led(note, place, lang) if place else note
        quote = f"\n\n> {escaped(end.text)}" if end and end.text else ""
        lines.append(f"**{name.of(lang)}** {where}{quote}".rstrip())
    if item.fix:
        lines.append(f"{FIX.of(lang)}{colon(lang)}{item.fix}")
    return "\n\n".join(lines)


def _accepted(record: Check | Comparison, lang: Lang) -> list[str]:
    """Return what counts no longer: waived findings with their terms, and existing debt."""
    parts: list[str] = []
    if record.waived:
        waived = [f"- {_short(entry.finding, lang)}<br>{escaped(terms(entry.waiver, lang))}" for entry in record.waived]
        parts += [f"## {labels.WAIVED.of(lang)}{bracketed(len(waived), lang)}", "\n".join(waived)]
    if record.known:
        known = [f"- {_short(finding, lang)}" for finding in record.known]
        parts += [f"## {KNOWN.of(lang)}{bracketed(len(known), lang)}", "\n".join(known)]
    return parts


def _short(finding: Finding, lang: Lang) -> str:
    end = first_end(finding)
    words = escaped(end.text or end.title) if end else escaped(finding.message)
    return f"{finding.id}{colon(lang)}{words}"
