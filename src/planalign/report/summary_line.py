"""The result in one line, for a log or a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Comparison
from planalign.model.wording import Wording
from planalign.report.check_items import finding_counts, verdict
from planalign.report.machine_items import checked_plan
from planalign.report.punctuation import semicolons
from planalign.report.ratios import percent
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_COUNTS = Wording("错误 {error}，警告 {warning}，提示 {note}，豁免 {waived}，存量 {known}")
_COVERAGE = Wording("；条款承接 {share}（{part}/{whole}）")


def render(record: Check | Comparison, look: Look) -> str:
    """Return one line."""
    return summary(record, look.lang) + "\n"


def summary(record: Check | Comparison, lang: Lang) -> str:
    """Return file, verdict, counts of findings, and with a parent the share of clauses that are covered."""
    shown = _COUNTS.of(lang).format(**finding_counts(record))
    if isinstance(record, Comparison):
        shown += _coverage(record, lang)
    said = semicolons([verdict(record, lang)[0], shown], lang) if record.gate else shown
    return one_line(f"planalign {checked_plan(record).source.file}: {said}")


def _coverage(record: Comparison, lang: Lang) -> str:
    part, whole = record.summary.covered, record.summary.applicable
    return _COVERAGE.of(lang).format(share=percent(part, whole), part=part, whole=whole)
