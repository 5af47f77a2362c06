"""The comparison as a Word file to send on (对照表): four columns, marked word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Lang, Wording
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.check_items import verdict
from planalign.report.digest import INPUT, LOCAL, SLIPS, STRUCTURE, TARGETS, WAIVERS, Digest
from planalign.report.docx_file import word_file
from planalign.report.docx_markup import comparison_table, fact_table, paragraph
from planalign.report.drift import drift_sentence
from planalign.report.figures import count_sentences, dropped_tasks, left_out, rate_sentence
from planalign.report.input_facts import FACT_NAMES, input_facts
from planalign.report.origin import origin
from planalign.report.reviews import TITLE as REVIEW
from planalign.report.reviews import review_lines
from planalign.report.table_clauses import ClauseRows
from planalign.report.table_findings import drift_rows, finding_row, local_row, placed
from planalign.report.table_row import Band
from planalign.report.terms import terms
from planalign.text.numerals import write_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Comparison
    from planalign.report.docx_markup import Element
    from planalign.report.look import Look
    from planalign.report.table_row import Row

_TITLE = Wording("上下级工作计划对照表")
_BASIS = Wording("比对依据")
_VERDICT = Wording("总体情况", "verdict")
_TABLE = Wording("逐条对照")
_TARGETS = Wording("指标变化")
_OTHERS = Wording("其他问题", "plural heading")
_KNOWN = Wording("存量问题", "heading")
_GATE = Wording("检查结论：{verdict}")
_NONE = Wording("无。")
_OWN = Wording("本级")
_HEADS = Wording("{upper}表述|{lower}表述|差异类型|说明")
_LEGEND = Wording(
    "标注方法：红色删除线为左栏有、右栏没有或另作表述的字词，蓝色下划线为右栏新写或另作表述的字词；数字连同单位整体比对，标点和全市、全区等层级"
    "用语的变化不标注。"
)
_SAME_TARGETS = Wording("一致的不再列出。")
_INPUT_WIDTHS = (1802, 6100, 6100)
_GROUPS = (TARGETS, STRUCTURE, SLIPS, INPUT, WAIVERS)


def render(comparison: Comparison, look: Look) -> bytes:
    """Return the whole file."""
    report = _Report(comparison, look.lang)
    title = _TITLE.of(look.lang)
    notice = f"{labels.NOTICE.of(look.lang)} · {comparison.generator}"
    language = "zh-CN" if look.lang is Lang.ZH else "en"
    return word_file(report.body(title, notice), title=title, header=notice, language=language)


class _Report:
    """Makes the parts of one report, each under a numbered heading."""

    def __init__(self, comparison: Comparison, lang: Lang) -> None:
        self._comparison = comparison
        self._lang = lang
        self._digest = Digest(comparison)
        self._placed, self._rest = placed(comparison)
        self._number = 0

    def body(self, title: str, notice: str) -> Iterator[Element]:
        sides = (self._digest.upper, self._digest.lower)
        yield paragraph(title, "Title")
        yield paragraph(notice, "Subtitle")
        for caution in cautions(self._comparison, sides, self._lang):
            yield paragraph(caution, "Caution")
        yield from self._basis()
        yield from self._verdict()
        yield self._heading(_TABLE)
        yield self._rows(ClauseRows(self._digest, self._placed, self._lang).all())
        yield from self._targets()
        yield from self._local()
        yield from self._others()
        yield from self._accepted()
        yield from self._decisions()

    def _basis(self) -> Iterator[Element]:
        plans = (self._comparison.parent, self._comparison.child)
        names = [name.of(self._lang) for name in FACT_NAMES]
        sides = [[fact or "—" for fact in input_facts(plan, self._lang)] for plan in plans]
        heads = ["", self._digest.upper.of(self._lang), self._digest.lower.of(self._lang)]
        yield self._heading(_BASIS)
        yield fact_table(heads, zip(names, *sides, strict=True), _INPUT_WIDTHS)
        yield paragraph(origin(self._comparison.provenance, self._lang), "Note")

    def _verdict(self) -> Iterator[Element]:
        yield self._heading(_VERDICT)
        sentences = [
            *(
                [_GATE.of(self._lang).format(verdict=verdict(self._comparison, self._lang)[0])]
                if self._comparison.gate
                else []
            ),
            rate_sentence(self._comparison.summary, self._lang),
            *count_sentences(self._digest, self._lang),
            dropped_tasks(self._digest, self._lang)[0],
            *left_out(self._digest, self._lang),
            _LEGEND.of(self._lang),
        ]
        yield from (paragraph(sentence, "BodyText") for sentence in sentences)

    def _targets(self) -> Iterator[Element]:
        sentence = drift_sentence(self._comparison, self._lang)
        if not sentence:
            return
        rows = drift_rows(self._digest, self._lang)
        yield self._heading(_TARGETS)
        yield paragraph(sentence + ("" if self._lang is Lang.ZH else " ") + _SAME_TARGETS.of(self._lang), "BodyText")
        if rows:
            yield self._rows(iter(rows))

    def _local(self) -> Iterator[Element]:
        found = [finding for finding in self._rest if finding.code in LOCAL.codes]
        yield self._heading(self._digest.title(LOCAL))
        if found:
            yield self._rows(local_row(self._digest, finding, self._lang) for finding in found)
        else:
            yield paragraph(_NONE.of(self._lang), "BodyText")

    def _others(self) -> Iterator[Element]:
        """Yield the findings that stand at no clause of the parent, in their groups."""
        yield self._heading(_OTHERS)
        rows = list(self._groups())
        yield self._rows(iter(rows)) if rows else paragraph(_NONE.of(self._lang), "BodyText")

    def _groups(self) -> Iterator[Row | Band]:
        for group in _GROUPS:
            found = [finding for finding in self._rest if finding.code in group.codes]
            if found:
                yield Band(self._digest.title(group).of(self._lang))
            yield from (finding_row(finding, self._lang) for finding in found)

    def _accepted(self) -> Iterator[Element]:
        """Yield what a waiver accepts, with its terms, and what the baseline holds."""
        if self._comparison.waived:
            yield self._heading(labels.WAIVED)
            yield self._rows(self._waived())
        if self._comparison.known:
            yield self._heading(_KNOWN)
            yield self._rows(finding_row(finding, self._lang) for finding in self._comparison.known)

    def _decisions(self) -> Iterator[Element]:
        """Yield what people decided, and what of it is in doubt."""
        lines = review_lines(self._digest, self._lang)
        if lines:
            yield self._heading(REVIEW)
        yield from (paragraph(line, "BodyText") for line in lines)

    def _waived(self) -> Iterator[Row | Band]:
        for waiver, findings in self._digest.waived():
            yield Band(terms(waiver, self._lang))
            yield from (finding_row(finding, self._lang) for finding in findings)

    def _rows(self, rows: Iterator[Row | Band]) -> Element:
        return comparison_table(self._named(_HEADS).split("|"), rows)

    def _named(self, wording: Wording) -> str:
        """Return words with the names of both plans; the child of a parent is 本级 to whoever reads the table."""
        lower = self._digest.lower if self._comparison.same_plan else _OWN
        return wording.of(self._lang).format(upper=self._digest.upper.of(self._lang), lower=lower.of(self._lang))

    def _heading(self, wording: Wording) -> Element:
        self._number += 1
        number = f"{write_numeral(self._number)}、" if self._lang is Lang.ZH else f"{self._number}. "
        return paragraph(number + wording.of(self._lang), "Heading1")
