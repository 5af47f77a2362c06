"""The drifts that rules look at, with the ends of their findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.ends import clause_end, text_end
from planalign.assess.rule import Hit
from planalign.model.facts import Aspect, Span
from planalign.model.plan import PlanKind
from planalign.model.review import ruled_out
from planalign.text.bound import with_bounds
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case
    from planalign.model.comparison import Drift, DriftKind, FindingEnd
    from planalign.model.index import PlanIndex

# In such a matter it does not show which number is meant.
_FURTHER = compiled(r"[\d，。；]")


def drifts(case: Case, kind: DriftKind, *aspects: Aspect) -> list[Drift]:
    """Return the drifts of one kind that count.

    Those of parent tasks that do not count are left out, those that the change of level asks for, and all of them
    between two issues of one plan, where nothing is handed down.
    """
    if case.same_plan:
        return []
    return [
        drift
        for drift in case.alignment.drift
        if drift.drift is kind
        and drift.aspect in aspects
        and not drift.level_change
        and _counts(case, drift)
        and not ruled_out(drift.review)
    ]


def _counts(case: Case, drift: Drift) -> bool:
    """Whether the words of the parent bind anybody: the lead-in of a 解读 only speaks of the plan."""
    parent = drift.parent_clause
    if parent is None or parent in case.parent.clauses:
        return parent in case.coverage
    preamble = {clause.id for clause in case.parent.plan.preamble}
    return case.parent.plan.kind is not PlanKind.INTERPRETATION or parent not in preamble


def one_by_one(case: Case, found: list[Drift]) -> Iterator[Hit]:
    """Return a hit for each drift; several of one clause are numbered."""
    for drift, number in zip(found, _numbers(found), strict=True):
        ends = _ends(case, drift)
        values: dict[str, object] = {
            "matter": drift.matter,
            "before": _bounded(drift, ends[0], drift.parent_value) + _share(drift),
            "after": _bounded(drift, ends[1], drift.child_value),
        }
        stake = (drift.matter, _asked(drift), drift.child_value or "")
        key = f"{drift.parent_clause}.{number}" if number else f"{drift.parent_clause}"
        yield Hit(key, *ends, values, at_stake=stake)


def by_clause(case: Case, found: list[Drift]) -> Iterator[Hit]:
    """Return one hit for all drifts of a parent clause that look to the same child clause."""
    groups: dict[tuple[str | None, str | None], list[Drift]] = defaultdict(list)
    for drift in found:
        groups[drift.parent_clause, drift.child_clause].append(drift)
    heads = [group[0] for group in groups.values()]
    for group, number in zip(groups.values(), _numbers(heads), strict=True):
        matters = [drift.matter for drift in group]
        stake = tuple(_shown(drift, alone=matters.count(drift.matter) == 1) for drift in group)
        key = f"{group[0].parent_clause}.{number}" if number else f"{group[0].parent_clause}"
        told = [words for words, drift in zip(stake, group, strict=True) if not _is_told(drift, stake)]
        yield Hit(key, *_ends(case, group[0]), {"matters": "；".join(told)}, at_stake=stake)


def _is_told(drift: Drift, shown: tuple[str, ...]) -> bool:
    """Say whether another matter, shown as it is, holds matter and value of a drift: 上半年 of 上半年组织1次演练."""
    words = drift.matter, _asked(drift)
    longer = (other for other in shown if len(other) > len(drift.matter) and not other.endswith("）"))
    return not drift.child_value and any(all(each in other for each in words) for other in longer)


def _numbers(found: list[Drift]) -> list[int]:
    """Return 0 for the first drift of a parent clause, then 2, 3 and so on."""
    seen: dict[str | None, int] = defaultdict(int)
    numbers = []
    for drift in found:
        seen[drift.parent_clause] += 1
        numbers.append(seen[drift.parent_clause] if seen[drift.parent_clause] > 1 else 0)
    return numbers


def _shown(drift: Drift, *, alone: bool) -> str:
    """Return matter and values; 新建34条廊道 holds its value already, unless it is also told for another number."""
    before = _asked(drift)
    head, found, tail = "".join(drift.matter.split()).partition("".join(before.split()))
    if alone and found and not _FURTHER.search(head + tail) and drift.child_value is None:
        return drift.matter
    return f"{drift.matter}（{before}{f'→{drift.child_value}' if drift.child_value else ''}）"


def _asked(drift: Drift) -> str:
    """Return the parent's words, with the child's share of a total where it is known."""
    return f"{drift.parent_value or ''}{_share(drift)}"


def _share(drift: Drift) -> str:
    return "" if drift.share is None else f"，分解数{drift.share}"


def _bounded(drift: Drift, end: FindingEnd | None, value: str | None) -> str:
    """Return a value, a number with the words that bind it in the quote (同比下降5%), where it stands there once."""
    if end is None or not value or drift.aspect is not Aspect.NUMBER or end.text.count(value) != 1:
        return value or ""
    start = end.text.index(value)
    return with_bounds(end.text, [Span(text=value, start=start, end=start + len(value))])[0]


def _ends(case: Case, drift: Drift) -> tuple[FindingEnd | None, FindingEnd | None]:
    return fact_end(case.parent, drift.parent_clause), fact_end(case.child, drift.child_clause)


def fact_end(side: PlanIndex, end_id: str | None) -> FindingEnd | None:
    """Quote a clause of a task or of the preamble, or an annex row; nothing where there is none."""
    if end_id is None:
        return None
    if end_id in side.clauses:
        return clause_end(side, end_id)
    for clause in side.plan.preamble:
        if clause.id == end_id:
            return text_end(side.plan, clause.text, clause.location, end_id=end_id)
    for annex in side.plan.annexes:
        for row in annex.rows:
            if row.id == end_id:
                quote = f"{row.name}：{row.target}" if row.target else row.name
                return text_end(side.plan, quote, row.location, end_id=end_id, title=annex.title)
    return None
