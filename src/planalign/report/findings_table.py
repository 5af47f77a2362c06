"""Findings as a table: open ones, then waived ones, then existing debt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.wording import Wording
from planalign.report.labels import SEVERITY, WAIVED
from planalign.report.places import place
from planalign.report.reviews import review_note
from planalign.report.table_cells import Table, columns, hidden
from planalign.report.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.check import Check
    from planalign.model.comparison import Comparison, Finding, FindingEnd
    from planalign.model.wording import Lang
    from planalign.report.table_cells import Row

_NAME = Wording("问题")
_COLUMNS = (
    Wording("编号"),
    Wording("规则", "code"),
    Wording("名称", "rule"),
    Wording("级别"),
    Wording("状态"),
    Wording("问题", "message"),
    Wording("上级文件", "column"),
    Wording("上级位置"),
    Wording("上级标题"),
    Wording("上级表述"),
    Wording("本级文件"),
    Wording("本级位置"),
    Wording("本级标题"),
    Wording("本级表述"),
    Wording("处理"),
    Wording("豁免说明"),
    Wording("复核"),
)
_HIDDEN = (Wording("指纹"),)
_OPEN = Wording("待处理")
KNOWN = Wording("存量")
"""Said of findings that stand in the baseline."""
DISMISSED = Wording("已否定")
"""Said of findings that a person rejected."""


def findings_table(record: Check | Comparison, lang: Lang) -> Table:
    """Return one row a finding."""
    return Table(_NAME.of(lang), (*columns(_COLUMNS, lang), *hidden(_HIDDEN, lang)), list(_rows(record, lang)))


def _rows(record: Check | Comparison, lang: Lang) -> Iterator[Row]:
    for finding in record.findings:
        yield _row(finding, _OPEN, "", lang)
    for entry in record.waived:
        yield _row(entry.finding, WAIVED, terms(entry.waiver, lang), lang)
    for finding in record.known:
        yield _row(finding, KNOWN, "", lang)
    for finding in record.dismissed:
        yield _row(finding, DISMISSED, "", lang)


def _row(finding: Finding, state: Wording, waiver: str, lang: Lang) -> Row:
    rule = RULES[finding.code]
    head = (finding.id, finding.code, rule.title.of(lang), SEVERITY[finding.severity].of(lang), state.of(lang))
    ends = (*_end(finding.parent, lang), *_end(finding.child, lang))
    return (
        *head,
        finding.message,
        *ends,
        rule.fix.of(lang),
        waiver,
        review_note(finding.review, lang),
        finding.fingerprint,
    )


def _end(end: FindingEnd | None, lang: Lang) -> tuple[str, str, str, str]:
    return (end.file, place(end.location, lang), end.title, end.text) if end else ("", "", "", "")
