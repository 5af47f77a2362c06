"""The first sheet (汇总): what was compared, how much is covered, part by part, and how much there is to look at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.model.comparison import DriftKind, Status
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.chapters import chapters, statuses
from planalign.report.check_items import verdict
from planalign.report.digest import TARGETS, plan_facts, plan_title
from planalign.report.drift import KINDS
from planalign.report.figures import dropped_tasks, left_out
from planalign.report.ratios import percent_points
from planalign.report.status_tones import SEVERITY_TONES
from planalign.report.table_cells import Percent, Table, Toned, columns
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planalign.model.plan import Plan
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Cell, Row

_NAME = Wording("汇总")
_COLUMNS = (
    Wording("类别"),
    Wording("项目"),
    Wording("数量"),
    *labels.STATUS.values(),
    Wording("承接率"),
    Wording("说明"),
)
_INPUTS, _COVERAGE, _PARTS = (
    Wording("比对文件"),
    Wording("承接情况"),
    Wording("按部分（条款）"),
)
_FINDINGS, _REVIEW = Wording("问题"), Wording("复核与豁免")
_TASKS, _CLAUSES = Wording("{upper}任务数"), Wording("{upper}条款数")
_STRICT = Wording("严格口径：已承接 {part} / 应承接 {whole}；部分承接不算，不适用不计")
_WAIVED_RATE, _WITH_WAIVERS = (
    Wording("{upper}条款（计入豁免）"),
    Wording("已承接和已豁免 {part} / 应承接 {whole}"),
)
_CONFIRMED, _CONFIRMED_NOTE = (
    Wording("{upper}条款（仅计已确认）"),
    Wording("人工确认已承接 {part} / 应承接 {whole}"),
)
_LOCAL, _CHILD_TASKS = Wording("自选动作", "plural"), Wording("{lower}任务数")
_UNDECIDED, _WAIVED, _KNOWN = (
    Wording("待人工判定的条款"),
    Wording("已豁免的问题"),
    Wording("存量问题"),
)
_SKIPPED = Wording("未能识别或需核对的内容")
_DECIDED, _SUSPECT, _PROPOSED = (
    Wording("已处理的复核项"),
    Wording("需重看的复核项"),
    Wording("未处理的复核项"),
)
_GATE = Wording("检查结论")


def summary_table(digest: Digest, lang: Lang) -> Table:
    """Return the figures under one another; a column of a status counts tasks or clauses of that status."""
    summary = _Summary(digest, lang)
    return Table(_NAME.of(lang), columns(_COLUMNS, lang), list(summary.rows()), frozen=2)


class _Summary:
    """Makes the rows."""

    def __init__(self, digest: Digest, lang: Lang) -> None:
        self._digest, self._lang = digest, lang
        self._comparison, self._counts = digest.comparison, digest.comparison.summary

    def rows(self) -> Iterator[Row]:
        yield from self._inputs()
        yield from self._coverage()
        yield from self._parts()
        yield from self._findings()
        yield from self._review()

    def _inputs(self) -> Iterator[Row]:
        sides = (self._digest.upper, self._comparison.parent), (self._digest.lower, self._comparison.child)
        for name, plan in sides:
            yield self._row(_INPUTS, name.of(self._lang), note=self._document(plan))

    def _document(self, plan: Plan) -> str:
        facts = " · ".join(plan_facts(plan, self._lang))
        return f"{plan_title(plan, self._lang)} {facts}\n{plan.source.file}\nsha256 {plan.source.sha256}"

    def _coverage(self) -> Iterator[Row]:
        counts = self._counts
        called = self._digest.called(self._lang)
        if self._comparison.gate:
            said, passed = verdict(self._comparison, self._lang)
            yield self._row(_COVERAGE, Toned(_GATE.of(self._lang), Tone.DONE if passed else Tone.OPEN), note=said)
        dropped, some = dropped_tasks(self._digest, self._lang)
        yield self._row(_COVERAGE, _TASKS.of(self._lang).format(**called), counts.tasks)
        yield self._shared(_CLAUSES, _STRICT, counts.covered, counts.clauses)
        if counts.waived_clauses:
            yield self._shared(_WAIVED_RATE, _WITH_WAIVERS, counts.covered + counts.waived_clauses)
        if counts.review is not None:
            yield self._shared(_CONFIRMED, _CONFIRMED_NOTE, counts.confirmed, counts.confirmed_clauses)
        yield self._row(
            _COVERAGE, Toned(labels.WHOLE_TASK.of(self._lang), Tone.OPEN if some else Tone.DONE), note=dropped
        )
        yield self._row(_COVERAGE, _CHILD_TASKS.of(self._lang).format(**called), counts.child_tasks)
        yield self._row(_COVERAGE, _LOCAL.of(self._lang), counts.local_tasks)
        for sentence in left_out(self._digest, self._lang):
            yield self._row(_COVERAGE, "", note=sentence)

    def _shared(self, name: Wording, note: Wording, part: int, counts: Mapping[Status, int] | None = None) -> Row:
        """Return a row with a share of the clauses that apply."""
        lang, whole = self._lang, self._counts.applicable
        said = note.of(lang).format(part=part, whole=whole)
        item = name.of(lang).format(**self._digest.called(lang))
        return self._row(_COVERAGE, item, counts, rate=_share(part, whole), note=said)

    def _parts(self) -> Iterator[Row]:
        """Yield the clauses that count, chapter by chapter."""
        for chapter in chapters(self._comparison.parent, self._lang):
            counts = Counter(statuses(self._digest, chapter))
            if counts:
                whole = counts.total() - counts[Status.NOT_APPLICABLE]
                yield self._row(_PARTS, chapter.title, counts, rate=_share(counts[Status.COVERED], whole))

    def _findings(self) -> Iterator[Row]:
        for severity, wording in labels.SEVERITY.items():
            number = self._counts.findings.get(severity, 0)
            tone = SEVERITY_TONES[severity] if number else Tone.APART
            yield self._row(_FINDINGS, Toned(wording.of(self._lang), tone), number)
        drifts = Counter(drift.drift for drift in self._comparison.drift)
        for kind in DriftKind:
            if drifts[kind]:
                yield self._row(self._digest.title(TARGETS), KINDS[kind].of(self._lang), drifts[kind])

    def _review(self) -> Iterator[Row]:
        counts = self._counts
        numbers = ((_UNDECIDED, counts.undecided), (_WAIVED, counts.waived), (_KNOWN, counts.known))
        for name, number in (*numbers, (_SKIPPED, counts.skipped)):
            yield self._row(_REVIEW, name.of(self._lang), number)
        if counts.review is not None:
            items = ((_DECIDED, counts.review.confirmed), (_SUSPECT, counts.review.suspect))
            for name, number in (*items, (_PROPOSED, counts.review.proposed)):
                yield self._row(_REVIEW, name.of(self._lang), number)

    def _row(
        self,
        group: Wording,
        item: Cell,
        counts: Mapping[Status, int] | int | None = None,
        *,
        rate: Percent | None = None,
        note: str = "",
    ) -> Row:
        """Return a row: one number, or the numbers of each status with their sum."""
        if isinstance(counts, int) or counts is None:
            numbers: list[Cell] = [counts, *(None for _ in labels.STATUS)]
        else:
            numbers = [sum(counts.values()), *(counts.get(status, 0) for status in labels.STATUS)]
        return (group.of(self._lang), item, *numbers, rate, note)


def _share(part: int, whole: int) -> Percent | None:
    points = percent_points(part, whole)
    return None if points is None else Percent(points)
