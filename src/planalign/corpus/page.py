"""The overview of a corpus as one HTML file: opens from a file share, asks nothing of a network, runs no script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import planalign
from planalign.corpus.head import Outcome
from planalign.corpus.listing import counts, plans, reason, verdict_line
from planalign.corpus.page_words import PAGE, STATE
from planalign.corpus.words import BASIS, DOUBT, OUTCOME
from planalign.errors import ExitCode
from planalign.model.wording import Lang
from planalign.report.html.engine import inline, page, policy
from planalign.report.labels import LEVEL, NOTICE
from planalign.report.ratios import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.corpus.manifest import Entry, Manifest
    from planalign.corpus.overview import Branch, Cell, CoverageMap, Overview
    from planalign.corpus.standing import Standing

FOLDER = Path(__file__).parent / "template"
"""Where the template and the style sheet lie."""
_STEPS = 10


def render(manifest: Manifest, found: Overview, stands: Standing, changes: Sequence[dict[str, Any]], lang: Lang) -> str:
    """Return the whole page."""
    style = inline(FOLDER, "overview.css")
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
        "passed": stands.code is ExitCode.OK,
        **_lists(manifest, stands, lang),
        "tree": [_branch(branch, lang) for branch in found.tree],
        "maps": [_map(each, manifest) for each in found.maps],
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
    unread = [entry for entry in manifest.documents if entry.outcome is not Outcome.READ and entry.twin_of is None]
    return {
        "problems": [(each.path, DOUBT[each.doubt].of(lang), each.about) for each in manifest.problems],
        "unread": [(entry.path, OUTCOME[entry.outcome].of(lang), reason(entry.reason, lang)) for entry in unread],
        "unjudged": [(verdict["child"], reason(verdict["reason"], lang)) for verdict in stands.unjudged],
    }


def _branch(branch: Branch, lang: Lang) -> dict[str, object]:
    share = branch.share
    return {
        "path": branch.entry.path,
        "words": _words(branch.entry, lang),
        "basis": BASIS[branch.entry.basis].of(lang) if branch.entry.parent else "",
        "rate": percent(share.covered, share.applicable) if share else "",
        "step": _step(share.covered, share.applicable) if share else None,
        "passed": share.passed if share else None,
        "below": [_branch(each, lang) for each in branch.below],
    }


def _words(entry: Entry, lang: Lang) -> str:
    parts = (LEVEL[entry.level].of(lang), entry.place, str(entry.year or ""), entry.domain)
    return " · ".join(part for part in parts if part)


def _map(each: CoverageMap, manifest: Manifest) -> dict[str, object]:
    titles = {entry.path: entry.title for entry in manifest.documents}
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
