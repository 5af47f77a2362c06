"""The sheet of what counts no longer (豁免): waived findings with the terms, existing debt, what a person rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.wording import Wording
from planalign.report.comparison_xlsx_gaps import end_cells
from planalign.report.findings_table import DISMISSED, KNOWN
from planalign.report.labels import WAIVED
from planalign.report.status_tones import severity_cell
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Finding
    from planalign.model.waiver import Waiver
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

_COLUMNS = (
    Wording("状态"),
    Wording("级别"),
    Wording("规则"),
    Wording("问题", "message"),
    Wording("{upper}任务"),
    Wording("{upper}表述"),
    Wording("{upper}位置"),
    Wording("{lower}任务"),
    Wording("{lower}表述"),
    Wording("{lower}位置"),
    Wording("理由"),
    Wording("依据", "waiver"),
    Wording("批准"),
    Wording("有效期至"),
)
_HIDDEN = (Wording("编号"), Wording("指纹"))


def accepted_table(digest: Digest, lang: Lang) -> Table:
    """Return one row a finding that somebody has accepted or rejected, or that stands in the baseline."""
    heads = (*columns(_COLUMNS, lang, **digest.called(lang)), *hidden(_HIDDEN, lang))
    return Table(WAIVED.of(lang), heads, list(_rows(digest, lang)), frozen=3)


def _rows(digest: Digest, lang: Lang) -> Iterator[Row]:
    for entry in digest.comparison.waived:
        yield _row(entry.finding, WAIVED, _terms(entry.waiver), lang)
    for finding in digest.comparison.known:
        yield _row(finding, KNOWN, ("", "", "", ""), lang)
    for finding in digest.comparison.dismissed:
        yield _row(finding, DISMISSED, _said(finding), lang)


def _row(finding: Finding, state: Wording, terms: tuple[str, str, str, str], lang: Lang) -> Row:
    return (
        state.of(lang),
        severity_cell(finding.severity, lang),
        RULES[finding.code].title.of(lang),
        finding.message,
        *end_cells(finding.parent, lang),
        *end_cells(finding.child, lang),
        *terms,
        finding.id,
        finding.fingerprint,
    )


def _said(finding: Finding) -> tuple[str, str, str, str]:
    """Return why a person rejected a finding, and who."""
    review = finding.review
    return (review.reason, "", review.by, "") if review else ("", "", "", "")


def _terms(waiver: Waiver) -> tuple[str, str, str, str]:
    return waiver.reason, waiver.basis, waiver.approver, waiver.expires.isoformat()
