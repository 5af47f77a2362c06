"""Why a verdict was given: the commitments of a clause with their probabilities, the evidence, what came next."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.errors import UsageError
from planalign.model.index import heading
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.digest import Digest, reason
from planalign.report.passage import led
from planalign.report.places import place
from planalign.report.punctuation import bracketed, commas
from planalign.report.screen import Screen
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Commitment, Comparison, Finding, Link
    from planalign.model.evidence import Evidence
    from planalign.model.wording import Lang
    from planalign.report.look import Look

SHOWN = 3
"""So many pieces of evidence are shown; the record holds them all."""

_VERDICT = Wording("判定", "Verdict")
_SHARE = Wording("承接比例 {:.2f}", "share carried {:.2f}")
_CHANCES = Wording("概率", "Chances")
_PART = Wording("事项", "Part")
_MEMBER = Wording("其中", "Of it")
_DECIDED = Wording("依据", "Because")
_CARRIED = Wording("有", "yes")
_LOST = Wording("缺", "no")
_NEAREST = Wording("最近", "Nearest")
_NEXT = Wording("其次", "Next")
_COMMON = Wording("共有词：{}", "shared words: {}")
_NONE = Wording("下级文件中没有相近的内容", "nothing in the child comes near")
_LINK = Wording("对应", "Link")
_NO_LINK = Wording("没有下级任务对应这项任务", "no child task is linked to this task")
_SCORES = Wording("得分 {:.2f}，次优 {:.2f}", "score {:.2f}, runner-up {:.2f}")


def render(comparison: Comparison, name: str, look: Look) -> str:
    """Explain the finding, link, parent clause or parent task of that id.

    Raises UsageError where the report holds no such id.
    """
    digest, screen = Digest(comparison), Screen(look)
    findings = {found.id: found for found in _all_findings(comparison)}
    if name in findings:
        _finding(screen, digest, findings[name], look.lang)
    elif not _subject(screen, digest, name, look.lang):
        near = get_close_matches(name, [*findings, *digest.coverage, *_links(digest)], n=3)
        hint = f"did you mean {', '.join(near)}?" if near else "ids stand at the end of each finding"
        raise UsageError(f"the report holds no {name!r}", hint=hint)
    return screen.render()


def _all_findings(comparison: Comparison) -> list[Finding]:
    return [*comparison.findings, *(entry.finding for entry in comparison.waived)]


def _links(digest: Digest) -> dict[str, Link]:
    return {link.id: link for link in digest.comparison.links}


def _finding(screen: Screen, digest: Digest, finding: Finding, lang: Lang) -> None:
    """Show the finding, then what its verdict on a clause, a task or a link rests on."""
    screen.line(f"{finding.id}  {_headline(digest, finding, lang)}", "bold")
    link = _links(digest).get(finding.id.partition("-")[2])
    if link is not None:
        _link(screen, digest, link, lang)
    elif finding.parent is None or not _subject(screen, digest, finding.parent.id, lang):
        end = finding.parent or finding.child
        screen.line(led(place(end.location, lang), one_line(end.text), lang) if end else "", indent=2)


def _headline(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return the message; in another language than that of the report only what the rule is about."""
    rule = RULES.get(finding.code)
    same = digest.comparison.provenance.settings.get("lang") == lang
    return one_line(finding.message) if same or rule is None else rule.title.of(lang)


def _subject(screen: Screen, digest: Digest, name: str, lang: Lang) -> bool:
    """Explain a link, a parent clause or a parent task; false where the id is none of them."""
    links = _links(digest)
    if name in links:
        _link(screen, digest, links[name], lang)
    elif name in digest.coverage:
        _clause(screen, digest, digest.coverage[name], lang)
    elif name in digest.parent.tasks:
        _task(screen, digest, name, lang)
    else:
        return False
    return True


def _task(screen: Screen, digest: Digest, name: str, lang: Lang) -> None:
    task = digest.parent.tasks[name]
    screen.line(one_line(heading(task)), "bold")
    linked = [link for link in digest.comparison.links if link.parent_task == name]
    for link in linked:
        _link_line(screen, digest, link, lang)
    if not linked:
        screen.labelled(_LINK.of(lang), _NO_LINK.of(lang), indent=2)
    for clause in task.clauses:
        if clause.id in digest.coverage:
            _clause(screen, digest, digest.coverage[clause.id], lang)


def _link(screen: Screen, digest: Digest, link: Link, lang: Lang) -> None:
    screen.line(one_line(heading(digest.parent.tasks[link.parent_task])), "bold")
    _link_line(screen, digest, link, lang)
    for piece in link.evidence[:SHOWN]:
        clause = digest.parent.clauses[piece.parent_clause]
        screen.labelled(digest.upper.of(lang), f"{one_line(clause.text)}  {clause.id}", indent=2)
        _evidence(screen, digest, piece, digest.lower, lang)


def _link_line(screen: Screen, digest: Digest, link: Link, lang: Lang) -> None:
    title = one_line(heading(digest.child.tasks[link.child_task]))
    words = [labels.STRENGTH[link.strength].of(lang), labels.RELATION[link.relation].of(lang)]
    scores = _SCORES.of(lang).format(link.score, link.runner_up)
    screen.labelled(_LINK.of(lang), f"{title}{bracketed(commas([*words, scores], lang), lang)}  {link.id}", indent=2)


def _clause(screen: Screen, digest: Digest, entry: ClauseCoverage, lang: Lang) -> None:
    """Show one parent clause: its verdict, each of its parts, and what in the child comes nearest."""
    clause = digest.parent.clauses[entry.parent_clause]
    screen.line(f"{led(place(clause.location, lang), one_line(clause.text), lang)}  {clause.id}", "cyan")
    words = [labels.STATUS[entry.status].of(lang), _SHARE.of(lang).format(entry.score)]
    words += [labels.UNDECIDED.of(lang)] if entry.undecided else []
    screen.labelled(_VERDICT.of(lang), commas([*words, reason(entry, lang)], lang), "bold", indent=2)
    if entry.chances:
        ranked = sorted(entry.chances.items(), key=lambda item: -item[1])
        told = (f"{labels.STATUS[status].of(lang)} {chance:.2f}" for status, chance in ranked)
        screen.labelled(_CHANCES.of(lang), commas(list(told), lang), indent=2)
    for number, part in enumerate(entry.commitments):
        is_member = any(part.end <= whole.end for whole in entry.commitments[:number])
        _part(screen, part, is_member, lang)
    for number, piece in enumerate(entry.evidence[:SHOWN]):
        _evidence(screen, digest, piece, _NEXT if number else _NEAREST, lang)
    if not entry.evidence:
        screen.labelled(_NEAREST.of(lang), _NONE.of(lang), indent=2)


def _part(screen: Screen, part: Commitment, is_member: bool, lang: Lang) -> None:
    """Show one commitment or member of its list: whether it is carried, how likely, and what decided."""
    mark = (_CARRIED if part.carried else _LOST).of(lang)
    label = (_MEMBER if is_member else _PART).of(lang)
    screen.labelled(label, f"{mark} {part.score:.2f} {one_line(part.text)}", "" if part.carried else "red", indent=2)
    if part.signals and not is_member:
        told = [f"{labels.SIGNAL[signal].of(lang)} {pull:+.1f}" for signal, pull in part.signals.items()]
        screen.labelled(_DECIDED.of(lang), commas(told, lang).replace("-", "−"), "dim", indent=2)


def _evidence(screen: Screen, digest: Digest, piece: Evidence, label: Wording, lang: Lang) -> None:
    clause = digest.child.clauses[piece.child_clause]
    title = one_line(heading(digest.child.task_of[piece.child_clause]))
    where = commas([title, place(clause.location, lang)], lang)
    screen.labelled(label.of(lang), f"{piece.score:.2f} {led(where, one_line(clause.text), lang)}", indent=2)
    if piece.words:
        screen.labelled("", _COMMON.of(lang).format(" ".join(map(one_line, piece.words))), "dim", indent=2)
