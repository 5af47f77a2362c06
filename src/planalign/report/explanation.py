"""What a verdict rests on, line by line: commitments with their probabilities, evidence, what came next.

The terminal prints these lines, and the HTML report opens them where they are asked for.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import Status
from planalign.model.index import heading
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.digest import reason
from planalign.report.passage import led
from planalign.report.places import place
from planalign.report.punctuation import bracketed, commas
from planalign.report.reviews import review_note
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.comparison import ClauseCoverage, Commitment, Link
    from planalign.model.evidence import Evidence
    from planalign.model.plan import Task
    from planalign.model.review import Review
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

SHOWN = 3
"""So many pieces of evidence are shown; the record holds them all."""

_VERDICT = Wording("判定", "heading")
_SHARE = Wording("承接比例 {:.2f}")
_CHANCES = Wording("概率")
_PART_BY_PART = {
    Status.COVERED: Wording("概率按整条估计；逐项核对，没有缺少的举措"),
    Status.PARTIAL: Wording("概率按整条估计；逐项核对，有的事项有、有的缺"),
}
"""Why a verdict is not the likeliest status."""
_PART = Wording("事项", "part of a clause")
_MEMBER = Wording("其中")
_DECIDED = Wording("依据", "reason")
_CARRIED = Wording("有")
_LOST = Wording("缺")
_CUT_OUT = Wording("前后文字照用，唯独删去这一部分，相近的条款里也没有写")
_CUT_OFF = Wording("只照用到这里之前，后面删去，相近的条款里也没有写")
_NEAREST = Wording("最近")
_NEXT = Wording("其次")
_ORDER = Wording("次序兼看所在任务和其他条款；数字只是用词写入的比例，小的可能在前")
_COMMON = Wording("共有词：{names}")
_NONE = Wording("下级文件中没有相近的内容")
_LINK = Wording("对应")
_NO_LINK = Wording("没有下级任务对应这项任务")
_REVIEW = Wording("人工")
_SCORES = Wording("得分 {:.2f}，次优 {:.2f}")


class Stress(StrEnum):
    """How a line stands out; the values are styles of the terminal."""

    PLAIN = ""
    HEAD = "bold"
    QUOTE = "cyan"
    LOST = "red"
    ASIDE = "dim"


class Said(NamedTuple):
    """One line of an explanation."""

    text: str
    label: str | None = None
    """What stands in front of it; empty where it goes on with the line above; null for a line across."""
    stress: Stress = Stress.PLAIN
    inset: bool = False
    """Whether a line across is set in."""


def task_lines(digest: Digest, task: Task, lang: Lang) -> Iterator[Said]:
    """Explain a parent task: its links, then each of its clauses."""
    yield Said(one_line(heading(task)), stress=Stress.HEAD)
    linked = [link for link in digest.comparison.links if link.parent_task == task.id]
    for link in linked:
        yield _link_line(digest, link, lang)
        yield from review_line(link.review, lang)
    if not linked:
        yield Said(_NO_LINK.of(lang), _LINK.of(lang))
    for clause in task.clauses:
        if clause.id in digest.coverage:
            yield from clause_lines(digest, digest.coverage[clause.id], lang)


def link_lines(digest: Digest, link: Link, lang: Lang) -> Iterator[Said]:
    """Explain a link: its scores and the pairs of clauses that speak for it."""
    yield Said(one_line(heading(digest.parent.tasks[link.parent_task])), stress=Stress.HEAD)
    yield _link_line(digest, link, lang)
    yield from review_line(link.review, lang)
    for piece in link.evidence[:SHOWN]:
        clause = digest.parent.clauses[piece.parent_clause]
        yield Said(f"{one_line(clause.text)}  {clause.id}", digest.upper.of(lang))
        yield from _evidence(digest, piece, digest.lower, lang)


def clause_lines(digest: Digest, entry: ClauseCoverage, lang: Lang) -> Iterator[Said]:
    """Explain one parent clause: its verdict, each of its parts, and what in the child comes nearest."""
    clause = digest.parent.clauses[entry.parent_clause]
    quote = led(place(clause.location, lang), one_line(clause.text), lang)
    yield Said(f"{quote}  {clause.id}", stress=Stress.QUOTE)
    yield from verdict_lines(digest, entry, lang)


def verdict_lines(digest: Digest, entry: ClauseCoverage, lang: Lang) -> Iterator[Said]:
    """Explain the verdict on a clause whose words are shown already."""
    words = [labels.STATUS[entry.status].of(lang), _SHARE.of(lang).format(entry.score)]
    words += [labels.UNDECIDED.of(lang)] if entry.undecided else []
    yield Said(commas([*words, reason(entry, lang)], lang), _VERDICT.of(lang), Stress.HEAD)
    yield from review_line(entry.review, lang)
    if entry.chances:
        ranked = sorted(entry.chances.items(), key=lambda item: -item[1])
        told = (f"{labels.STATUS[status].of(lang)} {chance:.2f}" for status, chance in ranked)
        yield Said(commas(list(told), lang), _CHANCES.of(lang))
        if ranked[0][0] is not entry.status and entry.status in _PART_BY_PART:
            yield Said(_PART_BY_PART[entry.status].of(lang), "", Stress.ASIDE)
    for number, part in enumerate(entry.commitments):
        wholes = [whole for whole in entry.commitments[:number] if part.end <= whole.end]
        yield from _part(part, wholes[0] if wholes else None, lang)
    yield from _nearest(digest, entry.evidence[:SHOWN], lang)


def _nearest(digest: Digest, pieces: Sequence[Evidence], lang: Lang) -> Iterator[Said]:
    """Show what comes nearest and next, and why a smaller share may stand first, where one does."""
    for number, piece in enumerate(pieces):
        yield from _evidence(digest, piece, _NEXT if number else _NEAREST, lang)
    if not pieces:
        yield Said(_NONE.of(lang), _NEAREST.of(lang))
    elif any(before.score < after.score for before, after in pairwise(pieces)):
        yield Said(_ORDER.of(lang), "", Stress.ASIDE)


def review_line(review: Review | None, lang: Lang) -> Iterator[Said]:
    """Say what a person decided, who and when; nothing where nobody did."""
    note = review_note(review, lang)
    if note:
        yield Said(note, _REVIEW.of(lang))


def _link_line(digest: Digest, link: Link, lang: Lang) -> Said:
    title = one_line(heading(digest.child.tasks[link.child_task]))
    words = [labels.STRENGTH[link.strength].of(lang), labels.RELATION[link.relation].of(lang)]
    scores = _SCORES.of(lang).format(link.score, link.runner_up)
    return Said(f"{title}{bracketed(commas([*words, scores], lang), lang)}  {link.id}", _LINK.of(lang))


def _part(part: Commitment, whole: Commitment | None, lang: Lang) -> Iterator[Said]:
    """Show one commitment, or a member of the list in a whole: whether it is carried, how likely, and what decided."""
    mark = (_CARRIED if part.carried else _LOST).of(lang)
    label = (_MEMBER if whole else _PART).of(lang)
    yield Said(f"{mark} {part.score:.2f} {one_line(part.text)}", label, Stress.PLAIN if part.carried else Stress.LOST)
    if part.cut_out and not (whole and whole.cut_out):
        yield Said((_CUT_OFF if whole else _CUT_OUT).of(lang), _DECIDED.of(lang), Stress.ASIDE)
    elif part.signals and not whole:
        told = [f"{labels.SIGNAL[signal].of(lang)} {pull:+.1f}" for signal, pull in part.signals.items()]
        yield Said(commas(told, lang).replace("-", "−"), _DECIDED.of(lang), Stress.ASIDE)


def _evidence(digest: Digest, piece: Evidence, label: Wording, lang: Lang) -> Iterator[Said]:
    clause = digest.child.clauses[piece.child_clause]
    title = one_line(heading(digest.child.task_of[piece.child_clause]))
    where = commas([title, place(clause.location, lang)], lang)
    yield Said(f"{piece.score:.2f} {led(where, one_line(clause.text), lang)}", label.of(lang))
    if piece.words:
        yield Said(_COMMON.of(lang).format(names=" ".join(map(one_line, piece.words))), "", Stress.ASIDE)
