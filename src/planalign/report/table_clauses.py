"""The parent clause by clause, in its own order, with what the child says to each: the rows of a 对照表.

The order of the parent is that in which the table is read beside the document; what was dropped is named at the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.comparison import Status
from planalign.model.index import heading
from planalign.model.plan import TaskKind
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.carriers import carried
from planalign.report.digest import DROPPED, PARTIAL, reason
from planalign.report.gap import CARRIERS, close_call
from planalign.report.outline_above import under_sections
from planalign.report.punctuation import bracketed, colon, semicolons
from planalign.report.scrub import one_line
from planalign.report.status_tones import SEVERITY_TONES, STATUS_TONES
from planalign.report.table_findings import end_lines, nearest_lines, where
from planalign.report.table_row import Band, Kind, Line, Part, Row, Tone, line, lines
from planalign.report.word_diff import Piece, clause_quote, contrast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.comparison import ClauseCoverage, Finding
    from planalign.model.plan import Clause, Task
    from planalign.model.wording import Lang
    from planalign.report.carriers import Carried
    from planalign.report.digest import Digest
    from planalign.report.word_diff import Contrast

_SAME_WORDS = Wording("表述一致。")
_OTHER_WORDS = Wording("承接内容改写较大，未逐字标注。")
_MORE = Wording("另有 {more} 条承接，见其他格式的报告。")
_LEFT_OUT = Wording("按设置不计入")
_KNOWN = Wording("存量问题")
_NO_LINK = Wording("无对应任务")
_TOLD_BY_STATUS = frozenset({*DROPPED.codes, *PARTIAL.codes})


class ClauseRows:
    """Makes the rows of one comparison."""

    def __init__(
        self, digest: Digest, placed: dict[str, list[Finding]], lang: Lang, most: int | None = CARRIERS
    ) -> None:
        """Keep the comparison and its findings by the task or clause that they stand at.

        So many carriers of a clause are quoted; none for all of them.
        """
        self._digest = digest
        self._placed = placed
        self._lang = lang
        self._most = most
        found = digest.comparison
        self._waived = {entry.finding.parent.id for entry in found.waived if entry.finding.parent}
        self._known = {finding.parent.id for finding in found.known if finding.parent}
        self._places = digest.places

    def all(self) -> Iterator[Row | Band]:
        """Yield the sections with their tasks, and the tasks with their clauses."""
        for sections, task in under_sections(self._digest.comparison.parent):
            yield from (Band(f"{section.label}{section.title}") for section in sections)
            yield self.task(task)
            for clause in task.clauses:
                if clause.id in self._digest.coverage:
                    yield self.clause(clause, self._digest.coverage[clause.id])

    def task(self, task: Task) -> Row:
        """Return the row that heads a task."""
        lang, status = self._lang, self._digest.task_status.get(task.id)
        links = [link for link in self._digest.comparison.links if link.parent_task == task.id]
        names = [heading(self._digest.child.tasks[link.child_task]) for link in links] or [_NO_LINK.of(lang)]
        words = [labels.STATUS[status].of(lang)] if status else []
        words += [] if task.kind is TaskKind.TASK else [labels.TASK_KIND[task.kind].of(lang)]
        words += [_LEFT_OUT.of(lang)] if task.id in self._digest.comparison.excluded else []
        return Row(
            upper=lines([heading(task)], Part.HEADING),
            lower=lines(names, Part.HEADING if links else Part.NOTE),
            kinds=self._kinds(words, STATUS_TONES[status] if status else Tone.APART, task.id),
            notes=self._notes(task.id, []),
            heads=True,
        )

    def clause(self, clause: Clause, entry: ClauseCoverage) -> Row:
        """Return the row of a clause with a verdict."""
        lang = self._lang
        by = carried(self._digest, entry)
        upper, lower, note = self._sides(clause, entry, by)
        words = [labels.STATUS[entry.status].of(lang)]
        words += [bracketed(labels.UNDECIDED.of(lang), lang).strip()] if self._digest.undecided(entry) else []
        return Row(
            upper=(Line(upper, Part.QUOTE, where("", clause.location, lang)),),
            lower=(*lower, *self._other_quotes(clause, by)),
            kinds=self._kinds(words, STATUS_TONES[entry.status], clause.id),
            notes=self._notes(clause.id, list(filter(None, self._said(entry, note, by)))),
        )

    def _sides(
        self, clause: Clause, entry: ClauseCoverage, by: Carried
    ) -> tuple[tuple[Piece, ...], tuple[Line, ...], str]:
        """Return both sides with their words marked, and what to say about the marks."""
        whole = (Piece(clause.text, changed=entry.status is Status.DROPPED),)
        if entry.status is Status.NOT_APPLICABLE and not entry.child_clauses:
            return whole, lines(["—"], Part.NOTE), ""
        if entry.status is Status.DROPPED or not entry.child_clauses:
            return whole, self._nearest(entry), ""
        carriers = [self._digest.child.clauses[each] for each in self._quoted(by)]
        missing = [(part.start, part.end) for part in entry.commitments if not part.carried]
        quotes = [clause_quote(carrier, self._places) for carrier in carriers]
        found = contrast(clause_quote(clause, self._places), quotes, missing, by.held)
        lower = [
            each
            for carrier, pieces in zip(carriers, found.lower, strict=True)
            for each in (self._lead(carrier), Line(pieces, Part.QUOTE))
        ]
        return found.upper, tuple(lower), self._told(found)

    def _quoted(self, by: Carried) -> tuple[str, ...]:
        return by.clauses[: self._most]

    def _told(self, found: Contrast) -> str:
        """Say why nothing is marked; empty where something is."""
        if not found.alike:
            return _OTHER_WORDS.of(self._lang)
        changed = any(piece.changed for side in (found.upper, *found.lower) for piece in side)
        return "" if changed else _SAME_WORDS.of(self._lang)

    def _nearest(self, entry: ClauseCoverage) -> tuple[Line, ...]:
        return nearest_lines(close_call(self._digest, entry), self._lang)

    def _lead(self, carrier: Clause) -> Line:
        title = heading(self._digest.child.task_of[carrier.id])
        return line(where(title, carrier.location, self._lang), Part.LEAD)

    def _other_quotes(self, clause: Clause, by: Carried) -> Iterator[Line]:
        """Yield the words of the child that a finding quotes and no carrier holds."""
        shown = {*self._quoted(by)}
        for finding in self._placed.get(clause.id, ()):
            if finding.child and finding.code not in _TOLD_BY_STATUS and finding.child.id not in shown:
                shown.add(finding.child.id)
                yield from end_lines(finding.child, self._lang)

    def _said(self, entry: ClauseCoverage, note: str, by: Carried) -> Iterator[str]:
        if entry.status is Status.PARTIAL and entry.missing:
            yield f"{labels.MISSING.of(self._lang)}{colon(self._lang)}{semicolons(entry.missing, self._lang)}"
        yield reason(entry, self._lang)
        yield note
        more = len(by.clauses) - len(self._quoted(by))
        if more:
            yield _MORE.of(self._lang).format(more=more)

    def _accepted(self, end: str) -> Iterator[str]:
        """Say that somebody has accepted what is missing here, or that it is known."""
        if end in self._waived:
            yield bracketed(labels.WAIVED.of(self._lang), self._lang).strip()
        if end in self._known:
            yield bracketed(_KNOWN.of(self._lang), self._lang).strip()

    def _kinds(self, words: Iterable[str], tone: Tone, end: str) -> tuple[Kind, ...]:
        """Return the status with what was accepted, and the rules that find something here."""
        found = [finding for finding in self._placed.get(end, ()) if finding.code not in _TOLD_BY_STATUS]
        rules = {RULES[finding.code].title.of(self._lang): SEVERITY_TONES[finding.severity] for finding in found}
        return (
            *(Kind(word, tone) for word in (*words, *self._accepted(end))),
            *(Kind(title, severity) for title, severity in rules.items()),
        )

    def _notes(self, end: str, said: Sequence[str]) -> tuple[Line, ...]:
        """Return what there is to say, and what the findings say beyond it, with their severity and ids."""
        found = self._placed.get(end, ())
        told = [finding for finding in found if finding.code in _TOLD_BY_STATUS]
        first, *others = said or [""]
        return (
            *([self._note(told, first)] if first or told else []),
            *lines(others, Part.NOTE),
            *(self._note([each], one_line(each.message)) for each in found if each.code not in _TOLD_BY_STATUS),
        )

    def _note(self, findings: Sequence[Finding], words: str) -> Line:
        """Return words behind the severity of the findings told, which colour alone does not tell everybody."""
        weights = dict.fromkeys(labels.SEVERITY[finding.severity].of(self._lang) for finding in findings)
        told = " · ".join([*weights, *([words] if words else [])])
        return line(told, Part.NOTE, " ".join(finding.id for finding in findings))
