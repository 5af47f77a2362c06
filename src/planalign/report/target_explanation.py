"""Why numbers, deadlines, frequencies, lists and verbs of the two plans were held against each other, line by line."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from planalign.assess.drifts import fact_end
from planalign.assess.subjects import Subjects
from planalign.model.wording import Wording
from planalign.report.drift import ASPECTS, KINDS
from planalign.report.explanation import Said, Stress
from planalign.report.labels import NOT_FOUND
from planalign.report.passage import led, whereabouts
from planalign.report.punctuation import bracketed, commas, semicolons
from planalign.report.scrub import one_line
from planalign.report.table_findings import drift_note
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.comparison import Comparison, Drift, Finding, FindingEnd
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

_CHANGE = Wording("变化", "of a target")
_PAIRED = Wording("配对")
_CARRIES = Wording("下级这一条承接上级这一条")
_LINKED = Wording("所在任务对应（{link}）")
_WORDS = Wording("事项的文字也见于下级：{words}")
_LEAST = 2
"""Single characters are alike by chance."""
_BETWEEN_SIGNS = compiled(r"\w+")


def targets_of(comparison: Comparison, finding: Finding) -> list[Drift]:
    """Return the targets that a finding tells of, all between the same two clauses or rows; none for other findings."""
    subjects = Subjects(comparison.parent, comparison.drift)
    return [subjects.drifts[name] for name in subjects.of(finding) if name in subjects.drifts]


def target_lines(digest: Digest, drifts: Sequence[Drift], lang: Lang) -> Iterator[Said]:
    """Explain targets between the same two ends: both quotes, what became of each, why the ends were paired."""
    upper = fact_end(digest.parent, drifts[0].parent_clause)
    lower = fact_end(digest.child, drifts[0].child_clause)
    yield Said(_quote(upper, lang), digest.upper.of(lang))
    yield Said(_quote(lower, lang), digest.lower.of(lang))
    for drift in drifts:
        yield Said(_change(drift, lang), _CHANGE.of(lang), Stress.HEAD)
    reasons = list(_reasons(digest, drifts, lower, lang)) if lower else []
    if reasons:
        yield Said(semicolons(reasons, lang), _PAIRED.of(lang))


def _quote(end: FindingEnd | None, lang: Lang) -> str:
    return led(whereabouts(end, lang, titled=True), one_line(end.text), lang) if end else NOT_FOUND.of(lang)


def _change(drift: Drift, lang: Lang) -> str:
    """Return the matter with both values, and what the one is to the other; 年度预算机制 holds its value already."""
    before, matter = drift.parent_value or "", one_line(drift.matter)
    values = " → ".join(one_line(value) for value in (before, drift.child_value) if value)
    if before and before in drift.matter:
        matter, values = "", values if drift.child_value else matter
    kinds = commas([ASPECTS[drift.aspect].of(lang), KINDS[drift.drift].of(lang), drift_note(drift, lang)], lang)
    return led(matter, values, lang) + bracketed(kinds, lang)


def _reasons(digest: Digest, drifts: Sequence[Drift], lower: FindingEnd, lang: Lang) -> Iterator[str]:
    """Yield what speaks for the two ends being about the same."""
    above, below = drifts[0].parent_clause or "", lower.id
    entry = digest.coverage.get(above)
    if entry and below in entry.child_clauses:
        yield _CARRIES.of(lang)
    tasks = digest.child.task_of.get(below), digest.parent.task_of.get(above)
    link = "-".join(task.id for task in tasks if task)
    if any(link == each.id for each in digest.comparison.links):
        yield _LINKED.of(lang).format(link=link)
    words = dict.fromkeys(part for drift in drifts for part in _shared(drift.matter, lower.text))
    if words:
        yield _WORDS.of(lang).format(words=" ".join(map(one_line, words)))


def _shared(matter: str, text: str) -> Iterator[str]:
    """Yield what stands in a text too of the words of a matter between its signs."""
    for words in _BETWEEN_SIGNS.findall(matter):
        for block in SequenceMatcher(None, words, text, autojunk=False).get_matching_blocks():
            if block.size >= _LEAST:
                yield words[block.a : block.a + block.size]
