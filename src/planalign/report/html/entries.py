"""The findings of the report in groups, gaps first: each with both quotes, and where its verdict is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.rules import RULES
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.digest import (
    DROPPED,
    INPUT,
    LOCAL,
    PARTIAL,
    SLIPS,
    STRUCTURE,
    TARGETS,
    WAIVERS,
)
from planalign.report.figures import gap_note
from planalign.report.gap import finding_gap
from planalign.report.html.marker import Marker
from planalign.report.html.opinions import opinion
from planalign.report.punctuation import colon, semicolons
from planalign.report.scrub import one_line
from planalign.report.table_findings import end_lines, nearest_lines
from planalign.report.table_row import Line, Part, line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planalign.model.comparison import Finding, Severity
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest, Group
    from planalign.report.html.facets import Facets, Facetted
    from planalign.report.html.opinions import Opinion
    from planalign.report.table_row import Row

GROUPS = {
    "dropped": DROPPED,
    "partial": PARTIAL,
    "targets": TARGETS,
    "slips": SLIPS,
    "structure": STRUCTURE,
    "local": LOCAL,
    "input": INPUT,
    "waivers": WAIVERS,
}
"""The groups by the names of their anchors, in the order of the report."""
_OTHERS = Wording("其他问题", "plural heading")


class Entry(NamedTuple):
    """One finding."""

    id: str
    code: str
    severity: Severity
    rule: str
    """What the rule is about."""
    title: str
    """Heading of the task that it speaks of; empty where it speaks of none."""
    undecided: bool
    upper: tuple[Line, ...]
    """The words of the parent with their place."""
    lower: tuple[Line, ...]
    """The words of the child with their place, or that there are none."""
    told: str
    """What is missing, or what is wrong."""
    why: str
    """Id of the clause, task or link whose verdict stands behind it; empty without one."""
    row: str
    """Id of the clause or task in the table clause by clause; empty without one."""
    facets: Facets
    opinion: Opinion | None


class EntryGroup(NamedTuple):
    """Findings under one heading."""

    name: str
    """Its anchor."""
    title: str
    note: str
    """How its entries add up; empty where nothing needs to be said."""
    entries: tuple[Entry, ...]


class Entries:
    """Makes the entries of one comparison."""

    def __init__(self, digest: Digest, rows: Mapping[str, Row], facetted: Facetted, lang: Lang) -> None:
        """Keep the comparison, the rows of its clauses by their ids, and the maker of facets."""
        self._digest = digest
        self._rows = rows
        self._facetted = facetted
        self._lang = lang
        self._marker = Marker(digest, lang)
        self._links = {link.id for link in digest.comparison.links}

    def groups(self) -> list[EntryGroup]:
        """Return the groups that hold anything, and the gaps whether they do or not."""
        grouped = {code for group in GROUPS.values() for code in group.codes}
        found = [self._group(name, group) for name, group in GROUPS.items()]
        others = [finding for finding in self._digest.comparison.findings if finding.code not in grouped]
        found.append(EntryGroup("others", _OTHERS.of(self._lang), "", tuple(map(self.entry, others))))
        return [group for group in found if group.entries or group.name in {"dropped", "partial"}]

    def _group(self, name: str, group: Group) -> EntryGroup:
        findings = self._digest.findings(group)
        note = gap_note(self._digest, self._lang) if group is DROPPED else ""
        return EntryGroup(name, self._digest.title(group).of(self._lang), note, tuple(map(self.entry, findings)))

    def entry(self, finding: Finding) -> Entry:
        """Return what to show of a finding."""
        upper, lower = self._sides(finding)
        title, shown_at = self._title(finding)
        facets = self._facetted.of_finding(finding)
        return Entry(
            id=finding.id,
            code=finding.code,
            severity=finding.severity,
            rule=RULES[finding.code].title.of(self._lang),
            title=title,
            undecided=facets.undecided,
            upper=_untitled(upper, title) if shown_at == "upper" else upper,
            lower=_untitled(lower, title) if shown_at == "lower" else lower,
            told=self._told(finding),
            why=self._why(finding),
            row=self._row(finding),
            facets=facets,
            opinion=opinion(finding.review, self._lang),
        )

    def _title(self, finding: Finding) -> tuple[str, str]:
        """Return the heading of the task in question, and on which side it stands."""
        for side, end in (("upper", finding.parent), ("lower", finding.child)):
            if end is not None and end.title:
                return one_line(end.title), side
        return "", ""

    def _sides(self, finding: Finding) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Return both quotes; those of a clause that is partly carried with the marks of the table."""
        entry = self._digest.entry(finding)
        if entry is not None and finding.code in PARTIAL.codes:
            marked = self._rows[entry.parent_clause]
            return marked.upper, marked.lower
        if finding.code in DROPPED.codes:
            return end_lines(finding.parent, self._lang), nearest_lines(finding_gap(self._digest, finding), self._lang)
        return self._marker.sides(finding)

    def _told(self, finding: Finding) -> str:
        """Return what is missing of a clause, or the message where the quotes do not say it."""
        if finding.code in DROPPED.codes:
            return ""
        entry = self._digest.entry(finding)
        if entry is not None and finding.code in PARTIAL.codes and entry.missing:
            missing = semicolons(map(one_line, entry.missing), self._lang)
            return f"{labels.MISSING.of(self._lang)}{colon(self._lang)}{missing}"
        return one_line(finding.message)

    def _why(self, finding: Finding) -> str:
        link = finding.id.partition("-")[2]
        return link if link in self._links else self._row(finding)

    def _row(self, finding: Finding) -> str:
        end = finding.parent.id if finding.parent else ""
        return end if end in self._digest.coverage or end in self._digest.parent.tasks else ""


def _untitled(lines: tuple[Line, ...], title: str) -> tuple[Line, ...]:
    """Take the heading that stands above both quotes out of what leads to one of them."""
    return tuple(_short(each, title) if each.part is Part.LEAD else each for each in lines)


def _short(lead: Line, title: str) -> Line:
    text = "".join(piece.text for piece in lead.pieces)
    return line(text.removeprefix(title).strip(), Part.LEAD) if text.startswith(title) else lead
