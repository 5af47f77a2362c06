"""Drift of small plans on schools, clinics and water."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.annex import Annex, AnnexKind, AnnexRow
from planalign.model.plan import Clause, Level, Masthead, Plan, Source, Task
from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import Drift


def plan_of(
    level: Level, *tasks: tuple[str, Sequence[str]], rows: Sequence[tuple[str, str]] = (), year: int | None = 2025
) -> Plan:
    """Return a plan with these tasks and clauses, and an annex of indicators."""
    annex = Annex(
        id="a1", title="核心指标", kind=AnnexKind.KPI, columns=("名称", "目标"), rows=tuple(map(_row, rows, _ids()))
    )
    return Plan(
        id="0" * 12,
        source=Source(file=f"{level}.txt", sha256="0" * 64),
        masthead=Masthead(level=level, year=year),
        tasks=tuple(_task(number, title, clauses) for number, (title, clauses) in enumerate(tasks, start=1)),
        annexes=(annex,) if rows else (),
    )


def _ids() -> list[str]:
    return [f"a1.r{number}" for number in range(1, 10)]


def _row(row: tuple[str, str], name: str) -> AnnexRow:
    title, target = row
    return AnnexRow(
        id=name, seq=None, name=title, target=target, targets=find_targets(target), facts=find_facts(target)
    )


def _task(number: int, title: str, clauses: Sequence[str]) -> Task:
    return Task(
        id=f"t{number}",
        section=None,
        number=str(number),
        title=title,
        targets=find_targets(title),
        facts=find_facts(title),
        clauses=tuple(
            Clause(id=f"t{number}.c{place}", text=text, targets=find_targets(text), facts=find_facts(text))
            for place, text in enumerate(clauses, start=1)
        ),
    )


def drift_of(parent: str, child: str, years: tuple[int | None, int | None] = (2025, 2025)) -> list[Drift]:
    """Return the drift of one clause, beside a second task that both plans share."""
    other = ("规范学校食堂管理", ["落实校长陪餐制度。"])
    upper = plan_of(Level.CITY, ("推进重点工作", [parent]), other, year=years[0])
    lower = plan_of(Level.DISTRICT, ("推进重点工作", [child]), other, year=years[1])
    return list(align(upper, lower, AlignSettings()).drift)


def told(found: Sequence[Drift]) -> list[tuple[str | None, str | None, str]]:
    """Return both values of each drift and its kind."""
    return [(drift.parent_value, drift.child_value, drift.drift.value) for drift in found]


def handed_down(parent: str, child: str, upper: Level, lower: Level) -> list[tuple[str | None, str | None, str]]:
    """Return the drift of one clause between two levels."""
    other = ("规范学校食堂管理", ["落实校长陪餐制度。"])
    plans = plan_of(upper, ("推进重点工作", [parent]), other), plan_of(lower, ("推进重点工作", [child]), other)
    return told(align(*plans, AlignSettings()).drift)
