"""What people decided, in sentences: how far they have got, and who said what when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.review_rules import changed_facets
from planalign.model.comparison import DriftKind, Relation, Status
from planalign.model.index import heading
from planalign.model.review import ReviewState, Verdict
from planalign.model.wording import Wording
from planalign.report.drift import KINDS as DRIFT
from planalign.report.labels import RELATION, STATUS
from planalign.report.punctuation import bracketed, commas
from planalign.report.ratios import percent
from planalign.report.review_words import VERDICTS
from planalign.report.scrub import clipped, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Comparison, Link, Summary
    from planalign.model.review import Review
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

TITLE = Wording("人工复核")
"""Heading of the decisions."""
QUOTE = 60
"""Longest quote of what was decided on, in characters."""

_FIGURES = Wording(
    "人工复核：已处理 {confirmed} 项，需重看 {suspect} 项，未处理 {proposed} 项；"
    "条款承接率计入豁免 {waived}（{with_waivers}/{whole}），已确认 {rate}（{covered}/{whole}）"
)
_ACCEPTED = Wording("{by}：认可 {count} 项（{days}）")
_DAYS = Wording("{first} 至 {last}")
_LINK = Wording("任务“{child}” → “{parent}”")
_LOCAL = Wording("任务“{child}”")
_CLAUSE = Wording("条款“{quote}”")
_TARGET = Wording("指标“{matter}”")
_SAID = Wording("{what}：{verdict}（{told}）")
_INSTEAD = Wording("程序判为{before}，改为{after}")
_DOUBT = Wording("需重看：{changed}有变动")


class Said(NamedTuple):
    """One decision in a comparison, with what it is about."""

    what: str
    """The task, clause, target or finding."""
    review: Review
    """Who said what."""
    now: str = ""
    """The status, relation or drift that holds."""


def review_sentence(summary: Summary, lang: Lang) -> str:
    """Return how far people have got, and the coverage that they have confirmed; empty without decisions."""
    review, covered, whole = summary.review, summary.confirmed, summary.applicable
    if review is None:
        return ""
    with_waivers = summary.covered + summary.waived_clauses
    return _FIGURES.of(lang).format(
        confirmed=review.confirmed,
        suspect=review.suspect,
        proposed=review.proposed,
        waived=percent(with_waivers, whole),
        with_waivers=with_waivers,
        rate=percent(covered, whole),
        covered=covered,
        whole=whole,
    )


def review_note(review: Review | None, lang: Lang) -> str:
    """Return what a person said of something in a few words; empty where nobody did."""
    if review is None:
        return ""
    doubtful = review.state is ReviewState.SUSPECT
    changed = _DOUBT.of(lang).format(changed=changed_facets(review, lang)) if doubtful else ""
    told = commas([one_line(review.by), str(review.at.date()), one_line(review.reason), changed], lang)
    return f"{VERDICTS[review.verdict].of(lang)}{bracketed(told, lang)}"


def review_lines(digest: Digest, lang: Lang) -> list[str]:
    """Return who accepted how much, then one line for each decision that says otherwise or is in doubt."""
    said = list(_said(digest, lang))
    accepted = [each for each in said if _is_accepted(each.review)]
    return [*_people(accepted, lang), *(_line(each, lang) for each in said if not _is_accepted(each.review))]


def _is_accepted(review: Review) -> bool:
    return review.verdict is Verdict.ACCEPT and review.state is ReviewState.CONFIRMED


def _people(accepted: list[Said], lang: Lang) -> Iterator[str]:
    """Yield for each person how much was accepted, and on which days."""
    days: dict[str, list[str]] = defaultdict(list)
    for each in accepted:
        days[each.review.by].append(str(each.review.at.date()))
    for name, when in sorted(days.items()):
        first, last = min(when), max(when)
        span = first if first == last else _DAYS.of(lang).format(first=first, last=last)
        yield _ACCEPTED.of(lang).format(by=one_line(name), count=len(when), days=span)


def _line(said: Said, lang: Lang) -> str:
    review, before = said.review, _named(said.review.proposed, lang)
    doubtful = review.state is ReviewState.SUSPECT
    changed = _DOUBT.of(lang).format(changed=changed_facets(review, lang)) if doubtful else ""
    other = before and said.now and before != said.now and not doubtful
    instead = _INSTEAD.of(lang).format(before=before, after=said.now) if other else ""
    told = commas([one_line(review.by), str(review.at.date()), one_line(review.reason), instead, changed], lang)
    return _SAID.of(lang).format(what=said.what, verdict=VERDICTS[review.verdict].of(lang), told=told)


def _said(digest: Digest, lang: Lang) -> Iterator[Said]:
    """Yield the decisions in the order of links, clauses, targets and findings."""
    found = digest.comparison
    yield from _on_tasks(digest, lang)
    for entry in found.coverage:
        if entry.review:
            quote = clipped(digest.parent.clauses[entry.parent_clause].text, QUOTE)
            yield Said(_CLAUSE.of(lang).format(quote=quote), entry.review, STATUS[entry.status].of(lang))
    for drift in found.drift:
        if drift.review:
            matter = clipped(drift.matter, QUOTE)
            yield Said(_TARGET.of(lang).format(matter=matter), drift.review, DRIFT[drift.drift].of(lang))
    yield from _on_findings(found)


def _on_tasks(digest: Digest, lang: Lang) -> Iterator[Said]:
    found = digest.comparison
    links: tuple[Link, ...] = (*found.links, *found.rejected_links)
    for link in links:
        if link.review:
            yield Said(_link(digest, link, lang), link.review, RELATION[link.relation].of(lang))
    for entry in found.local:
        title = clipped(heading(digest.child.tasks[entry.child_task]), QUOTE)
        yield Said(_LOCAL.of(lang).format(child=title), entry.review)


def _on_findings(found: Comparison) -> Iterator[Said]:
    """Yield the decisions on findings that speak of no link, clause or target."""
    reviews = [
        *(link.review for link in found.links),
        *(entry.review for entry in found.coverage),
        *(drift.review for drift in found.drift),
        *(entry.review for entry in found.local),
    ]
    known = {review.decision for review in reviews if review}
    for each in (*found.findings, *found.dismissed):
        if each.review and each.review.decision not in known:
            yield Said(f"{each.code} {clipped(each.message, QUOTE)}", each.review)


def _link(digest: Digest, link: Link, lang: Lang) -> str:
    ends = digest.child.tasks[link.child_task], digest.parent.tasks[link.parent_task]
    child, parent = (clipped(heading(task), QUOTE) for task in ends)
    return _LINK.of(lang).format(child=child, parent=parent)


def _named(proposed: str, lang: Lang) -> str:
    """Return what the program says of an item, in words; empty for what has no word."""
    words = {
        **{status.value: STATUS[status] for status in Status},
        **{relation.value: RELATION[relation] for relation in Relation},
        **{kind.value: DRIFT[kind] for kind in DriftKind},
    }
    return words[proposed].of(lang) if proposed in words else ""
