"""How far a review has got, for a terminal or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.review_rules import changes_named
from planalign.model.review import ReviewState
from planalign.model.wording import Wording
from planalign.report.punctuation import bracketed
from planalign.report.review_words import KINDS, VERDICTS
from planalign.report.screen import Screen
from planalign.report.scrub import clipped

if TYPE_CHECKING:
    from planalign.model.review_status import ReportStatus, ReviewStatus
    from planalign.report.look import Look

QUOTE = 60
"""Longest quote, in characters; the JSON quotes in full."""

_PAIR = Wording("{parent} → {child}")
_COUNTS = Wording("已处理 {confirmed} 项，需重看 {suspect} 项，未处理 {proposed} 项")
_ALL = Wording("（未处理的包括没有问题、把握大的；复核页面的“待处理”不列这些）")
_KIND = Wording("{kind}：已处理 {confirmed}，需重看 {suspect}，未处理 {proposed}")
_REQUIRED = Wording("要求复核的问题 {required} 个，尚未复核 {unreviewed} 个")
_DOUBTFUL = Wording("需重看（文字有变动）")
_CHANGED = Wording("{by}，{day}：{changed}有变动")
_UNREVIEWED = Wording("尚未复核的问题")
_UNPLACED = Wording("原文已不在文件中的决定")
_SAID = Wording("{by}，{day}：{verdict}")
_ELSEWHERE = Wording("另有 {elsewhere} 个决定是关于其他文件的")


def json_text(status: ReviewStatus) -> str:
    """Return the record."""
    return status.model_dump_json(indent=2) + "\n"


def table_text(status: ReviewStatus, look: Look) -> str:
    """Return the counts of each pair of documents, and what asks for a person."""
    screen = Screen(look)
    for report in status.reports:
        _report(screen, report, look)
    return screen.render()


def _report(screen: Screen, report: ReportStatus, look: Look) -> None:
    lang, summary = look.lang, report.summary
    screen.rule(_PAIR.of(lang).format(parent=report.parent, child=report.child))
    counts = {"confirmed": summary.confirmed, "suspect": summary.suspect, "proposed": summary.proposed}
    screen.line(_COUNTS.of(lang).format(**counts), "bold")
    if summary.proposed:
        screen.line(_ALL.of(lang), "dim")
    for kind, states in report.counts.items():
        if any(states.values()):
            named = {state.value: states[state] for state in ReviewState}
            screen.line(_KIND.of(lang).format(kind=KINDS[kind].of(lang), **named), indent=2)
    if summary.required:
        told = _REQUIRED.of(lang).format(required=summary.required, unreviewed=summary.unreviewed)
        screen.line(told, "red" if summary.unreviewed else "green")
    _lists(screen, report, look)
    if summary.elsewhere:
        screen.line(_ELSEWHERE.of(lang).format(elsewhere=summary.elsewhere), "dim")


def _lists(screen: Screen, report: ReportStatus, look: Look) -> None:
    lang = look.lang
    if report.doubtful:
        screen.rule(_DOUBTFUL.of(lang) + bracketed(len(report.doubtful), lang))
    for item in report.doubtful:
        screen.line(f"{item.id}  {clipped(item.quote, QUOTE)}", "yellow")
        changed = changes_named(item.changed, lang)
        screen.line(_CHANGED.of(lang).format(by=item.by, day=item.at.date(), changed=changed), indent=2)
    if report.unreviewed:
        screen.rule(_UNREVIEWED.of(lang) + bracketed(len(report.unreviewed), lang))
        screen.line("  ".join(report.unreviewed))
    if report.unplaced:
        screen.rule(_UNPLACED.of(lang) + bracketed(len(report.unplaced), lang))
    for said in report.unplaced:
        screen.line(clipped(said.quote, QUOTE), "dim")
        verdict = VERDICTS[said.verdict].of(lang)
        screen.line(_SAID.of(lang).format(by=said.by, day=said.at.date(), verdict=verdict), indent=2)
