"""What became of numbers, deadlines, frequencies, lists and verbs, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.comparison import DriftKind
from planalign.report.drift import ASPECTS, KINDS
from planalign.report.html.opinions import opinion
from planalign.report.scrub import one_line
from planalign.report.table_findings import drift_note, drift_row

if TYPE_CHECKING:
    from planalign.model.comparison import Drift
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.html.facets import Facets, Facetted
    from planalign.report.html.opinions import Opinion
    from planalign.report.table_row import Row


class TargetRow(NamedTuple):
    """One target."""

    matter: str
    aspect: str
    kind: str
    change: str
    """What became of it, in words."""
    row: Row
    note: str
    clause: str
    """Id of the parent clause in the table clause by clause; empty where it does not stand there."""
    facets: Facets
    opinion: Opinion | None


def target_rows(digest: Digest, facetted: Facetted, lang: Lang) -> tuple[list[TargetRow], list[TargetRow]]:
    """Return the targets that are not the same, and those that are, in the order of the parent."""
    rows = [_row(digest, drift, facetted, lang) for drift in digest.comparison.drift]
    same = DriftKind.SAME.value
    return [row for row in rows if row.kind != same], [row for row in rows if row.kind == same]


def _row(digest: Digest, drift: Drift, facetted: Facetted, lang: Lang) -> TargetRow:
    upper = drift.parent_clause or ""
    return TargetRow(
        matter=one_line(drift.matter),
        aspect=ASPECTS[drift.aspect].of(lang),
        kind=drift.drift.value,
        change=KINDS[drift.drift].of(lang),
        row=drift_row(digest, drift, lang),
        note=drift_note(drift, lang),
        clause=upper if upper in digest.coverage else "",
        facets=facetted.of_drift(drift),
        opinion=opinion(drift.review, lang),
    )
