"""Shows a corpus on the terminal: the tree of its documents, what is doubtful, and whether it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.corpus.head import Outcome
from planalign.corpus.words import (
    ACCEPTED,
    BASIS,
    COUNTS,
    DOUBT,
    FAILED,
    FAILING,
    INCOMPLETE,
    MORE,
    OUTCOME,
    PASSED,
    PROBLEMS,
    RESULT,
    SAME_AS,
    TREE,
    UNJUDGED,
    UNREAD,
    WAIVED,
)
from planalign.errors import ExitCode
from planalign.model.comparison import Severity
from planalign.model.plan import PlanKind
from planalign.model.sentence import sentence_in
from planalign.report.labels import LEVEL, SEVERITY
from planalign.report.screen import Screen
from planalign.report.scrub import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planalign.corpus.build import Built
    from planalign.corpus.manifest import Entry, Manifest, Problem
    from planalign.corpus.standing import Standing
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_MOST = 20
"""More documents (of one parent) than so many are counted, unless all are asked for."""
_FEW = 5
"""The same for the findings of a document."""
_QUOTE = 60


def survey_text(manifest: Manifest, look: Look) -> str:
    """Return what was found: counts, the tree, the doubts."""
    screen = Screen(look)
    screen.line(counts(manifest, look.lang))
    screen.rule(TREE.of(look.lang))
    _branches(screen, None, manifest.below, 0, look)
    _twins(screen, manifest, look)
    _unread(screen, manifest.incomplete, look)
    _problems(screen, manifest.problems, look)
    return screen.render()


def build_text(built: Built, digest: str, look: Look) -> str:
    """Return what a run has brought about."""
    screen = Screen(look)
    screen.line(counts(built.manifest, look.lang))
    verdicts = sum(len(report["verdicts"]) for report in built.reports)
    failed = sum(len(report["failed"]) for report in built.reports)
    rows = sum(sum(report["rows"].values()) for report in built.reports)
    screen.line(RESULT.of(look.lang).format(pairs=verdicts - failed, failed=failed, rows=rows, digest=digest[:16]))
    _unread(screen, built.manifest.incomplete, look)
    _problems(screen, built.manifest.problems, look)
    return screen.render()


def standing_text(found: Standing, plans: int, look: Look) -> str:
    """Return whether a corpus passes, and what to do where it does not."""
    screen = Screen(look)
    screen.line(verdict_line(found, plans, look.lang), "green" if found.code is ExitCode.OK else "red")
    if found.accepted:
        screen.line(accepted_line(found, look.lang))
    _unread(screen, found.unread, look)
    _problems(screen, found.problems, look)
    _verdicts(screen, UNJUDGED.of(look.lang), found.unjudged, look)
    _verdicts(screen, FAILING.of(look.lang), found.failing, look)
    if found.waived:
        screen.rule(WAIVED.of(look.lang))
        for entry in found.waived:
            screen.line(f"{entry.path}  {reason(entry.reason, look.lang)}")
    return screen.render()


def verdict_line(found: Standing, plans: int, lang: Lang) -> str:
    """Return whether a corpus passes, in one sentence."""
    if found.code is ExitCode.INCOMPLETE:
        count = len(found.unread) + len(found.unjudged) + len(found.problems)
        return INCOMPLETE.of(lang).format(count=count)
    if found.failing:
        return FAILED.of(lang).format(plans=plans, failing=len(found.failing))
    return PASSED.of(lang).format(plans=plans)


def accepted_line(found: Standing, lang: Lang) -> str:
    """Return on how many waivers a result rests, and the day by which they were judged."""
    return ACCEPTED.of(lang).format(count=found.accepted, days=" ".join(found.days) or "—")


def counts(manifest: Manifest, lang: Lang) -> str:
    """Return what a corpus consists of, in one sentence."""
    documents = manifest.documents
    once = [entry for entry in documents if entry.twin_of is None]
    unread = sum(entry.outcome is not Outcome.READ for entry in once)
    plans = sum(entry.counts for entry in once)
    refused = sum(entry.outcome not in {Outcome.READ, Outcome.PARTLY} for entry in once)
    return COUNTS.of(lang).format(
        files=len(documents),
        plans=plans,
        others=len(once) - plans - refused,
        twins=len(documents) - len(once),
        unread=unread,
    )


def _branches(
    screen: Screen, parent: str | None, below: Mapping[str | None, Sequence[Entry]], depth: int, look: Look
) -> None:
    shown = below.get(parent, [])
    most = len(shown) if look.all else _MOST
    for entry in shown[:most]:
        screen.line(_described(entry, look.lang), indent=2 * depth)
        _branches(screen, entry.path, below, depth + 1, look)
    if len(shown) > most:
        screen.line(MORE.of(look.lang).format(count=len(shown) - most), "dim", 2 * depth)


def _described(entry: Entry, lang: Lang) -> str:
    parts = [LEVEL[entry.level].of(lang), entry.place or "", str(entry.year or ""), entry.domain, entry.path]
    basis = f"（{BASIS[entry.basis].of(lang)}）" if entry.parent else ""
    return "  ".join(part for part in parts if part) + basis


def _twins(screen: Screen, manifest: Manifest, look: Look) -> None:
    if look.all:
        for entry in manifest.documents:
            if entry.twin_of:
                screen.line(f"{entry.path}  {SAME_AS.of(look.lang).format(path=entry.twin_of)}", "dim")


def _unread(screen: Screen, entries: Sequence[Entry], look: Look) -> None:
    if entries:
        screen.rule(UNREAD.of(look.lang))
    for entry in entries:
        screen.line(f"{entry.path}  {OUTCOME[entry.outcome].of(look.lang)}  {reason(entry.reason, look.lang)}")


def _problems(screen: Screen, problems: Sequence[Problem], look: Look) -> None:
    if problems:
        screen.rule(PROBLEMS.of(look.lang))
    for problem in problems:
        screen.line(problem.path)
        screen.line(DOUBT[problem.doubt].of(look.lang), "dim", 2)
        for name in problem.about:
            screen.line(name, indent=4)


def _verdicts(screen: Screen, title: str, verdicts: Sequence[dict[str, Any]], look: Look) -> None:
    if verdicts:
        screen.rule(title)
    most = len(verdicts) if look.all else _MOST
    for verdict in verdicts[:most]:
        above = f" ← {verdict['parent']}" if verdict["parent"] else ""
        screen.line(f"{verdict['child']}{above}")
        screen.line(reason(verdict["says"], look.lang), "dim", 2)
        _findings(screen, verdict, look)
    if len(verdicts) > most:
        screen.line(MORE.of(look.lang).format(count=len(verdicts) - most), "dim")


def _findings(screen: Screen, verdict: dict[str, Any], look: Look) -> None:
    shown = verdict["open"] if look.all else verdict["open"][:_FEW]
    for finding in shown:
        severity = SEVERITY[Severity(finding["severity"])].of(look.lang)
        screen.line(f"{severity}  {finding['code']}  {finding['message']}", indent=4)
        screen.line(clipped(finding["quote"], _QUOTE), "dim", 6)
    left = verdict["more"] + len(verdict["open"]) - len(shown)
    if left:
        screen.line(MORE.of(look.lang).format(count=left), "dim", 4)


def obstacles(found: Standing, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield each document that was not read, judged or told, and what is to be said of it."""
    for entry in found.unread:
        yield entry.path, f"{OUTCOME[entry.outcome].of(lang)} {reason(entry.reason, lang)}"
    for verdict in found.unjudged:
        yield verdict["child"], reason(verdict["reason"], lang)
    for problem in found.problems:
        yield problem.path, DOUBT[problem.doubt].of(lang)


def reason(text: str, lang: Lang) -> str:
    """Return a reason in the language to speak."""
    return sentence_in(lang, text) or text


def plans(manifest: Manifest) -> int:
    """Return how many documents take part."""
    return sum(entry.counts and entry.kind is PlanKind.PLAN for entry in manifest.documents)
