"""What the filters of the page ask of each entry: its status, severities, codes, chapter, units and change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.review import ReviewState
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planalign.model.comparison import Drift, Finding
    from planalign.model.plan import Plan
    from planalign.model.review import Review
    from planalign.report.chapters import Chapter
    from planalign.report.digest import Digest

MARK = "|"
"""Stands between several units of an entry; a unit's own name has none."""


class Facets(NamedTuple):
    """The values of one entry; an empty one is matched by no choice of its filter."""

    status: str = ""
    severities: str = ""
    """Those of its findings, with a space between two."""
    codes: str = ""
    """Those of its findings, with a space between two."""
    section: str = ""
    """Chapter of the parent."""
    units: str = ""
    """Names of units, with a mark between two."""
    drift: str = ""
    undecided: bool = False
    review: str = ""
    """Whether people have looked at it; empty where no decisions were read."""


class Facetted:
    """Works out the facets of the entries of one comparison."""

    def __init__(self, digest: Digest, chapters: Iterable[Chapter], placed: Mapping[str, list[Finding]]) -> None:
        """Keep the lookups; `placed` are the open findings by the parent task or clause that they stand at."""
        self._digest = digest
        self._placed = placed
        self._chapter = {task.id: chapter.key for chapter in chapters for task in chapter.tasks}
        comparison = digest.comparison
        self._upper = _units(comparison.parent)
        self._lower = _units(comparison.child)

    def units(self) -> list[str]:
        """Return all units, those that are named most often first."""
        count: dict[str, int] = {}
        for names in (*self._upper.values(), *self._lower.values()):
            for name in names:
                count[name] = count.get(name, 0) + 1
        return sorted(count, key=lambda name: (-count[name], name))

    def of_finding(self, finding: Finding) -> Facets:
        """Return the facets of a finding; its status is that of the parent clause or task that it stands at."""
        upper = finding.parent.id if finding.parent else ""
        lower = finding.child.id if finding.child else ""
        entry = self._digest.coverage.get(upper)
        status = entry.status if entry else self._digest.task_status.get(upper)
        return Facets(
            status=status.value if status else "",
            severities=finding.severity.value,
            codes=finding.code,
            section=self._section(upper),
            units=self._names([upper], [lower]),
            undecided=entry is not None and self._digest.undecided(entry),
            review=self._state(finding.review),
        )

    def of_clause(self, clause_id: str) -> Facets:
        """Return the facets of a parent clause with a verdict."""
        entry = self._digest.coverage[clause_id]
        found = self._placed.get(clause_id, ())
        return Facets(
            status=entry.status.value,
            severities=_tokens(finding.severity.value for finding in found),
            codes=_tokens(finding.code for finding in found),
            section=self._section(clause_id),
            units=self._names([clause_id], entry.child_clauses),
            undecided=self._digest.undecided(entry),
            review=self._state(entry.review),
        )

    def of_drift(self, drift: Drift) -> Facets:
        """Return the facets of a target."""
        upper, lower = drift.parent_clause or "", drift.child_clause or ""
        entry = self._digest.coverage.get(upper)
        return Facets(
            status=entry.status.value if entry else "",
            section=self._section(upper),
            units=self._names([upper], [lower]),
            drift=drift.drift.value,
            review=self._state(drift.review),
        )

    def _state(self, review: Review | None) -> str:
        if self._digest.comparison.summary.review is None:
            return ""
        return (review.state if review else ReviewState.PROPOSED).value

    def _section(self, end: str) -> str:
        """Return the chapter of a parent task or clause."""
        task = self._digest.parent.task_of.get(end) or self._digest.parent.tasks.get(end)
        return self._chapter.get(task.id, "") if task else ""

    def _names(self, upper: Iterable[str], lower: Iterable[str]) -> str:
        names = [name for end in upper for name in self._upper.get(end, ())]
        names += [name for end in lower for name in self._lower.get(end, ())]
        return MARK.join(dict.fromkeys(names))


def _tokens(values: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(values))


def _units(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return the units of each clause, task and annex row that names any."""
    found: dict[str, tuple[str, ...]] = {}
    for task in plan.tasks:
        found[task.id] = _shown(unit.name for unit in task.units)
        for clause in task.clauses:
            found[clause.id] = _shown(unit.name for unit in (*clause.units, *task.units))
    for row in (row for annex in plan.annexes for row in annex.rows):
        found[row.id] = _shown((*row.lead_units, *row.responsible_units))
    return {end: names for end, names in found.items() if names}


def _shown(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(name).replace(MARK, "") for name in names))
