"""Why a verdict was given, on the terminal."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.model.wording import Wording
from planalign.report.digest import Digest
from planalign.report.explanation import (
    Said,
    Stress,
    clause_lines,
    link_lines,
    review_line,
    task_lines,
    verdict_lines,
)
from planalign.report.passage import led
from planalign.report.places import place
from planalign.report.screen import Screen
from planalign.report.scrub import one_line
from planalign.report.target_explanation import target_lines, targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.comparison import Comparison, Drift, Finding, Link
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_INDENT = 2
_AS_A_WHOLE = Wording("上级这一条的承接情况")


def render(comparison: Comparison, name: str, look: Look) -> str:
    """Explain the finding, link, parent clause or parent task of that id.

    Raises UsageError where the report holds no such id.
    """
    digest, screen = Digest(comparison), Screen(look)
    findings = {found.id: found for found in _all_findings(comparison)}
    if name in findings:
        _show(screen, _finding(digest, findings[name], look.lang))
    else:
        said = _subject(digest, name, look.lang)
        if said is None:
            near = get_close_matches(name, [*findings, *digest.coverage, *_links(digest)], n=3)
            hint = (
                english("did you mean {names}?", names=", ".join(near))
                if near
                else english("ids stand at the end of each finding")
            )
            raise UsageError(english("the report holds no {name!r}", name=name), hint=hint)
        _show(screen, said)
    return screen.render()


def _show(screen: Screen, lines: Iterable[Said]) -> None:
    for said in lines:
        if said.label is None:
            screen.line(said.text, said.stress, indent=_INDENT if said.inset else 0)
        else:
            screen.labelled(said.label, said.text, said.stress, indent=_INDENT)


def _all_findings(comparison: Comparison) -> list[Finding]:
    waived = (entry.finding for entry in comparison.waived)
    return [*comparison.findings, *waived, *comparison.known, *comparison.dismissed]


def _links(digest: Digest) -> dict[str, Link]:
    return {link.id: link for link in (*digest.comparison.rejected_links, *digest.comparison.links)}


def _finding(digest: Digest, finding: Finding, lang: Lang) -> Iterator[Said]:
    """Yield the finding, then what its verdict on a target, a clause, a task or a link rests on."""
    yield Said(f"{finding.id}  {_headline(digest, finding, lang)}", stress=Stress.HEAD)
    yield from review_line(finding.review, lang)
    targets = targets_of(digest.comparison, finding)
    link = _links(digest).get(finding.id.partition("-")[2])
    subject = _subject(digest, finding.parent.id, lang) if finding.parent else None
    if targets:
        yield from _targets(digest, targets, lang)
    elif link is not None:
        yield from link_lines(digest, link, lang)
    elif subject is not None:
        yield from subject
    else:
        end = finding.parent or finding.child
        text = led(place(end.location, lang), one_line(end.text), lang) if end else ""
        yield Said(text, inset=True)


def _targets(digest: Digest, targets: list[Drift], lang: Lang) -> Iterator[Said]:
    """Explain targets, then the verdict on the parent clause as a whole, where there is one."""
    yield from target_lines(digest, targets, lang)
    entry = digest.coverage.get(targets[0].parent_clause or "")
    if entry is not None:
        yield Said(f"{_AS_A_WHOLE.of(lang)}  {entry.parent_clause}", stress=Stress.HEAD)
        yield from verdict_lines(digest, entry, lang)


def _headline(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return the message; in another language than that of the report only what the rule is about."""
    rule = RULES.get(finding.code)
    same = digest.comparison.provenance.settings.get("lang") == lang
    return one_line(finding.message) if same or rule is None else rule.title.of(lang)


def _subject(digest: Digest, name: str, lang: Lang) -> Iterator[Said] | None:
    """Explain a link, a parent clause or a parent task; nothing where the id is none of them."""
    links = _links(digest)
    if name in links:
        return link_lines(digest, links[name], lang)
    if name in digest.coverage:
        return clause_lines(digest, digest.coverage[name], lang)
    return task_lines(digest, digest.parent.tasks[name], lang) if name in digest.parent.tasks else None
