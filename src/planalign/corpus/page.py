"""The overview of a corpus as one HTML file: opens from a file share, asks nothing of a network, runs no script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import planalign
from planalign.corpus.listing import accepted_line, counts, plans, reason, verdict_line
from planalign.corpus.page_words import BELOW, PAGE, STATE, UNDECIDED
from planalign.corpus.words import BASIS, DOUBT, MORE, OUTCOME
from planalign.errors import ExitCode
from planalign.model.wording import Lang
from planalign.report.html.engine import inline, page, policy
from planalign.report.labels import LEVEL, NOTICE
from planalign.report.ratios import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planalign.corpus.manifest import Entry, Manifest
    from planalign.corpus.overview import Branch, Cell, CoverageMap, Overview
    from planalign.corpus.standing import Standing

FOLDER = Path(__file__).parent / "template"
"""Where the template and the style sheet lie."""
_STEPS = 10
_OPEN = 60
"""A tree of more documents than so many is open at its top only."""
_MOST_FAILING = 10


def render(manifest: Manifest, found: Overview, stands: Standing, changes: Sequence[dict[str, Any]], lang: Lang) -> str:
    """Return the whole page."""
    style = inline(FOLDER, "overview.css")
    titles = {entry.path: entry.title for entry in manifest.documents}
    opened = sum(entry.counts for entry in manifest.documents) <= _OPEN
    # The page holds no script, so that nothing of it may run.
    values: dict[str, object] = {
        "lang": "zh-CN" if lang is Lang.ZH else "en",
        "say": {name: wording.of(lang) for name, wording in PAGE.items()},
        "policy": policy(style, style[:0]),
        "style": style,
        "generator": f"planalign {planalign.__version__}",
        "notice": NOTICE.of(lang),
        "counts": counts(manifest, lang),
        "verdict": verdict_line(stands, plans(manifest), lang),
        "undecided": UNDECIDED.of(lang).format(count=found.undecided),
        "accepted": accepted_line(stands, lang) if stands.accepted else "",
        "passed": stands.code is ExitCode.OK,
        **_lists(manifest, stands, lang),
        "tree": [_branch(branch, lang, opened=opened) for branch in found.tree],
        "maps": [_map(each, titles) for each in found.maps],
        "maps_left": _more(found.maps_left, lang),
        "gaps": [(*gap, percent(gap.dropped, gap.children)) for gap in found.gaps],
        "weakest": [
            (path, percent(share.covered, share.applicable), share.covered, share.applicable, share.errors)
            for path, share in found.weakest
        ],
        "changes": [_change(change, lang) for change in changes],
    }
    return page(FOLDER, "overview.html", values)


def _lists(manifest: Manifest, stands: Standing, lang: Lang) -> dict[str, object]:
    """Return what stands between the corpus and a pass."""
    return {
        "problems": [(each.path, DOUBT[each.doubt].of(lang), each.about) for each in manifest.problems],
        "failing": [
            (verdict["child"], reason(verdict["says"], lang))
            for verdict in sorted(stands.failing, key=_weight)[:_MOST_FAILING]
        ],
        "failing_left": _more(len(stands.failing) - _MOST_FAILING, lang),
        "unread": [
            (entry.path, OUTCOME[entry.outcome].of(lang), reason(entry.reason, lang)) for entry in manifest.incomplete
        ],
        "unjudged": [(verdict["child"], reason(verdict["reason"], lang)) for verdict in stands.unjudged],
    }


def _weight(verdict: dict[str, Any]) -> int:
    """Return what puts the document with most errors first."""
    return -int(verdict["errors"])


def _more(count: int, lang: Lang) -> str:
    return MORE.of(lang).format(count=count) if count > 0 else ""


def _branch(branch: Branch, lang: Lang, *, opened: bool, depth: int = 0) -> dict[str, object]:
    share = branch.share
    return {
        "path": branch.entry.path,
        "words": _words(branch.entry, lang),
        "basis": BASIS[branch.entry.basis].of(lang) if branch.entry.parent else "",
        "rate": percent(share.covered, share.applicable) if share else "",
        "step": _step(share.covered, share.applicable) if share else None,
        "passed": share.passed if share else None,
        "below": [_branch(each, lang, opened=opened, depth=depth + 1) for each in branch.below],
        "left": _more(branch.left, lang),
        "sum": BELOW.of(lang).format(size=branch.size, failing=branch.failing),
        "open": opened or depth == 0,
    }


def _words(entry: Entry, lang: Lang) -> str:
    parts = (LEVEL[entry.level].of(lang), entry.place, str(entry.year or ""), entry.domain)
    return " · ".join(part for part in parts if part)


def _map(each: CoverageMap, titles: Mapping[str, str]) -> dict[str, object]:
    return {
        "parent": each.parent,
        "title": titles.get(each.parent) or each.parent,
        "sections": each.sections,
        "rows": [(place, [_cell(cell) for cell in cells]) for place, cells in each.rows],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "rate": percent(cell.covered, cell.applicable),
        "step": _step(cell.covered, cell.applicable),
        "counts": f"{cell.covered}/{cell.applicable}",
    }


def _step(covered: int, applicable: int) -> int | None:
    """Return the shade of a share, 0 to 10; None where there is nothing to cover."""
    return covered * _STEPS // applicable if applicable else None


def _change(change: dict[str, Any], lang: Lang) -> tuple[str, str, str]:
    before, now = (_state(change[side], lang) for side in ("before", "now"))
    return change["path"], before, now


def _state(standing: dict[str, Any] | None, lang: Lang) -> str:
    if standing is None:
        return PAGE["absent"].of(lang)
    return "；".join(_parts(standing, lang)) if lang is Lang.ZH else "; ".join(_parts(standing, lang))


def _parts(standing: dict[str, Any], lang: Lang) -> Iterator[str]:
    if standing["passed"] is not None:
        yield PAGE["passed" if standing["passed"] else "failed"].of(lang)
    figures = {name: standing[name] or 0 for name in ("covered", "partial", "dropped", "errors")}
    yield STATE.of(lang).format(**figures)
