"""Findings, targets and local tasks as rows of a comparison table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.comparison import DriftKind
from planalign.model.index import heading
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.digest import DROPPED, LOCAL
from planalign.report.drift import ASPECTS, KINDS, LEVEL_CHANGE
from planalign.report.gap import not_found
from planalign.report.places import place
from planalign.report.punctuation import bracketed, colon, commas
from planalign.report.scrub import clipped, one_line
from planalign.report.status_tones import DRIFT_TONES, SEVERITY_TONES
from planalign.report.table_row import Kind, Line, Part, Row, Tone, line, lines
from planalign.report.word_diff import Piece, Quote, contrast

if TYPE_CHECKING:
    from planalign.model.block import Location
    from planalign.model.comparison import Comparison, Drift, Finding, FindingEnd
    from planalign.model.index import PlanIndex
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.gap import Gap

LONGEST = 600
"""So much of one quote is shown; what could not be read may be a whole page."""

_CHANGED = {
    DriftKind.SAME: (False, False),
    DriftKind.STRICTER: (True, True),
    DriftKind.LOOSER: (True, True),
    DriftKind.MISSING: (True, False),
    DriftKind.NEW: (False, True),
    DriftKind.NOT_COMPARABLE: (False, False),
}
"""Whether the value of the parent and that of the child are marked."""
_SHARE = Wording("分解到本级 {share}")
_NOTHING = "—"


def placed(comparison: Comparison) -> tuple[dict[str, list[Finding]], list[Finding]]:
    """Return the open findings by the parent task or clause that they stand at, and those that stand at none."""
    ends = {task.id for task in comparison.parent.tasks} | {entry.parent_clause for entry in comparison.coverage}
    at: dict[str, list[Finding]] = {}
    rest: list[Finding] = []
    for finding in comparison.findings:
        if finding.parent and finding.parent.id in ends:
            at.setdefault(finding.parent.id, []).append(finding)
        else:
            rest.append(finding)
    return at, rest


def finding_row(finding: Finding, lang: Lang) -> Row:
    """Return the row of a finding: both quotes, its rule, its message."""
    upper, lower = _sides(finding, lang)
    kinds = [RULES[finding.code].title.of(lang), bracketed(labels.SEVERITY[finding.severity].of(lang), lang).strip()]
    return Row(
        upper=upper,
        lower=lower,
        kinds=tuple(Kind(kind, SEVERITY_TONES[finding.severity]) for kind in kinds),
        notes=(line(one_line(finding.message), Part.NOTE, finding.id),),
    )


def local_row(digest: Digest, finding: Finding, lang: Lang) -> Row:
    """Return the row of a child task without a parent: its own words, all of them new."""
    row = finding_row(finding, lang)
    kind = Kind(digest.title(LOCAL).of(lang), Tone.APART)
    return row._replace(lower=_one_sided(row.lower), kinds=(kind,), notes=(line("", Part.NOTE, finding.id),))


def drift_rows(digest: Digest, lang: Lang) -> list[Row]:
    """Return the targets, deadlines and frequencies that are not the same, in the order of the parent."""
    return [drift_row(digest, drift, lang) for drift in digest.comparison.drift if drift.drift is not DriftKind.SAME]


def end_lines(end: FindingEnd | None, lang: Lang, part: Part = Part.QUOTE) -> tuple[Line, ...]:
    """Return where an end stands, and its words; a dash for none."""
    if end is None:
        return (line(_NOTHING, Part.NOTE),)
    lead = lines([where(end.title, end.location, lang)], Part.LEAD)
    return (*lead, *lines([clipped(end.text, LONGEST)], part)) or (line(end.file, Part.LEAD),)


def nearest_lines(gap: Gap, lang: Lang) -> tuple[Line, ...]:
    """Return that nothing was found, and the words of the child that come nearest."""
    quotes = [each for end in gap.lower[:1] for each in end_lines(end, lang, Part.ASIDE)]
    return (line(not_found(gap, lang) + (colon(lang) if quotes else ""), Part.NOTE), *quotes)


def where(title: str, location: Location, lang: Lang) -> str:
    """Return a title with the place in brackets; the place alone where there is no title."""
    spot = place(location, lang)
    return f"{one_line(title)}{bracketed(spot, lang)}" if title else bracketed(spot, lang).strip()


def _sides(finding: Finding, lang: Lang) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return both quotes; the child has nothing of what is dropped, only words that come near."""
    upper = end_lines(finding.parent, lang)
    if finding.code in DROPPED.codes:
        said = labels.NOT_FOUND.of(lang) + (labels.NEAREST.of(lang) if finding.child else "")
        near = end_lines(finding.child, lang, Part.ASIDE) if finding.child else ()
        return _one_sided(upper), (line(said, Part.NOTE), *near)
    lower = end_lines(finding.child, lang)
    return _marked(upper, lower) if finding.parent and finding.child else (upper, lower)


def _marked(upper: tuple[Line, ...], lower: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Mark what the quotes of two ends say otherwise; either may have none."""
    if upper[-1].part is not Part.QUOTE or lower[-1].part is not Part.QUOTE:
        return upper, lower
    above, below = ("".join(piece.text for piece in side[-1].pieces) for side in (upper, lower))
    found = contrast(Quote(above), [Quote(below)])
    return (
        (*upper[:-1], upper[-1]._replace(pieces=found.upper)),
        (*lower[:-1], lower[-1]._replace(pieces=found.lower[0])),
    )


def _one_sided(side: tuple[Line, ...]) -> tuple[Line, ...]:
    """Mark all quotes: the other side has nothing of them."""
    return tuple(_all_changed(each) if each.part is Part.QUOTE else each for each in side)


def _all_changed(quote: Line) -> Line:
    return quote._replace(pieces=tuple(Piece(piece.text, changed=True) for piece in quote.pieces))


def drift_row(digest: Digest, drift: Drift, lang: Lang) -> Row:
    """Return the row of a target: both values, and what became of it."""
    above, below = _CHANGED[drift.drift]
    tone = Tone.APART if drift.level_change else DRIFT_TONES[drift.drift]
    return Row(
        upper=_value(digest.parent, drift.parent_clause, drift.parent_value, lang, changed=above),
        lower=_value(digest.child, drift.child_clause, drift.child_value, lang, changed=below),
        kinds=(Kind(f"{ASPECTS[drift.aspect].of(lang)}{colon(lang)}{KINDS[drift.drift].of(lang)}", tone),),
        notes=lines([commas([drift.matter, drift_note(drift, lang)], lang)], Part.NOTE),
    )


def drift_note(drift: Drift, lang: Lang) -> str:
    """Return the share that the child has of a total, and whether the change of level asks for the change."""
    share = _SHARE.of(lang).format(share=drift.share) if drift.share else ""
    return commas([share, LEVEL_CHANGE.of(lang) if drift.level_change else ""], lang)


def _value(side: PlanIndex, end: str | None, value: str | None, lang: Lang, *, changed: bool) -> tuple[Line, ...]:
    if not value:
        return (line(_NOTHING, Part.NOTE),)
    return (Line((Piece(value, changed),), Part.QUOTE, _spot(side, end or "", lang)),)


def _spot(side: PlanIndex, end: str, lang: Lang) -> str:
    """Return the task or annex in which a clause or row stands, and its place."""
    if end in side.clauses:
        return where(heading(side.task_of[end]), side.clauses[end].location, lang)
    found = ((annex, row) for annex in side.plan.annexes for row in annex.rows if row.id == end)
    return next((where(commas([annex.title, row.name], lang), row.location, lang) for annex, row in found), "")
