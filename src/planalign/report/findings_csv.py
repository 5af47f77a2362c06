"""Findings as CSV for a spreadsheet: UTF-8 with a mark that Excel needs, and nothing that it would calculate."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.wording import Wording
from planalign.report.labels import SEVERITY, WAIVED
from planalign.report.places import place
from planalign.report.scrub import one_line
from planalign.report.terms import terms

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison, Finding, FindingEnd
    from planalign.model.wording import Lang
    from planalign.report.look import Look

MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""
_COLUMNS = (
    Wording("编号", "id"),
    Wording("规则", "code"),
    Wording("名称", "rule"),
    Wording("级别", "severity"),
    Wording("状态", "state"),
    Wording("问题", "message"),
    Wording("上级文件", "parent file"),
    Wording("上级位置", "parent place"),
    Wording("上级标题", "parent title"),
    Wording("上级表述", "parent text"),
    Wording("本级文件", "child file"),
    Wording("本级位置", "child place"),
    Wording("本级标题", "child title"),
    Wording("本级表述", "child text"),
    Wording("处理", "how to fix"),
    Wording("豁免说明", "waiver"),
    Wording("指纹", "fingerprint"),
)
_OPEN = Wording("待处理", "open")
_KNOWN = Wording("存量", "known")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(record: Check | Comparison, look: Look) -> str:
    """Return one row a finding: open ones, then waived ones, then existing debt."""
    lang = look.lang
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(column.of(lang) for column in _COLUMNS)
    for finding in record.findings:
        writer.writerow(_row(finding, _OPEN, "", lang))
    for entry in record.waived:
        writer.writerow(_row(entry.finding, WAIVED, terms(entry.waiver, lang), lang))
    for finding in record.known:
        writer.writerow(_row(finding, _KNOWN, "", lang))
    return MARK + target.getvalue()


def _row(finding: Finding, state: Wording, waiver: str, lang: Lang) -> list[str]:
    rule = RULES[finding.code]
    cells = [finding.id, finding.code, rule.title.of(lang), SEVERITY[finding.severity].of(lang), state.of(lang)]
    cells += [finding.message, *_end(finding.parent, lang), *_end(finding.child, lang)]
    cells += [rule.fix.of(lang), waiver, finding.fingerprint]
    return [guarded(cell) for cell in cells]


def _end(end: FindingEnd | None, lang: Lang) -> tuple[str, str, str, str]:
    return (end.file, place(end.location, lang), end.title, end.text) if end else ("", "", "", "")


def guarded(text: str) -> str:
    """Return one safe line; what a spreadsheet would take for a formula gets an apostrophe in front."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
