"""What the reports of a chain show: names of the plans, what became of tasks and targets, where."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.model.comparison import Status
from planalign.model.index import PlanIndex, heading
from planalign.model.wording import Wording
from planalign.report.cautions import pair_cautions, plan_cautions
from planalign.report.digest import plan_title
from planalign.report.drift import KINDS
from planalign.report.labels import LEVEL, STATUS
from planalign.report.place_names import short_names
from planalign.report.punctuation import commas
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.chain import Chain, Fate, TargetFate
    from planalign.model.plan_head import PlanHead
    from planalign.model.wording import Lang

TITLE = Wording("工作计划逐级对照")
TASKS = Wording("任务逐级承接情况")
CLAUSES = Wording("逐级丢失的条款")
TARGETS = Wording("逐级变化的指标")
UNREAD = Wording("未参加比对的文件")
TASK = Wording("任务", "heading")
CLAUSE = Wording("条款", "heading")
TARGET = Wording("指标", "heading")
CHANGED_AT = Wording("变化", "place")
LOST_AT = Wording("丢失")
NOWHERE = "—"

_COUNT = Wording("{top}的任务共 {total} 项：{parts}；到末级仍有承接 {kept} 项")
_LOST_IN = Wording("在{name}丢失 {count} 项")


class ChainDigest:
    """A chain with the lookups that reports need."""

    def __init__(self, chain: Chain, lang: Lang) -> None:
        """Set up the lookups."""
        self.chain = chain
        self.lang = lang
        self.top = PlanIndex(chain.comparisons[0].parent)
        self.names = short_names([_name(plan, lang) for plan in chain.plans])
        self._rows = {row.id: annex.title for annex in self.top.plan.annexes for row in annex.rows}

    def cautions(self) -> Iterator[tuple[str, str]]:
        """Yield what speaks against a plan, then against two neighbours as parent and child, with their names."""
        for plan, name in zip(self.chain.plans, self.names, strict=True):
            yield from ((name, caution) for caution in plan_cautions(plan, self.lang))
        for (upper, lower), names in zip(pairwise(self.chain.plans), pairwise(self.names), strict=True):
            yield from ((" → ".join(names), caution) for caution in pair_cautions(upper, lower, self.lang))

    def count(self) -> str:
        """Say how many tasks were lost at which level."""
        fates = self.chain.tasks
        lost = [sum(fate.lost_at == place for fate in fates) for place in range(len(self.names))]
        parts = [
            _LOST_IN.of(self.lang).format(name=name, count=count)
            for name, count in list(zip(self.names, lost, strict=True))[1:]
        ]
        return _COUNT.of(self.lang).format(
            top=self.names[0],
            total=len(fates),
            parts=commas(parts, self.lang),
            kept=sum(fate.lost_at is None and Status.NOT_APPLICABLE is not fate.statuses[-1] for fate in fates),
        )

    def task(self, fate: Fate) -> str:
        """Return number and title of a task."""
        return one_line(heading(self.top.tasks[fate.id]))

    def lost_clauses(self) -> Iterator[tuple[Fate, str, str]]:
        """Yield the clauses that are lost of tasks that are not: with the title of their task and their text."""
        lost = {fate.id for fate in self.chain.tasks if fate.lost_at is not None}
        for fate in self.chain.clauses:
            task = self.top.task_of[fate.id]
            if fate.lost_at is not None and task.id not in lost:
                yield fate, one_line(heading(task)), self.top.clauses[fate.id].text

    def changed_targets(self) -> list[TargetFate]:
        """Return the targets that do not arrive as they were."""
        return [fate for fate in self.chain.targets if fate.changed_at is not None]

    def target_place(self, fate: TargetFate) -> str:
        """Return the task or annex in which a target stands, and what it is about."""
        task = self.top.task_of.get(fate.clause)
        place = one_line(heading(task) if task else self._rows.get(fate.clause, ""))
        return f"{place} · {one_line(fate.matter)}" if place else one_line(fate.matter)

    def statuses(self, fate: Fate) -> tuple[str, ...]:
        """Return what became of it at each level."""
        return tuple(STATUS[status].of(self.lang) for status in fate.statuses)

    def drifts(self, fate: TargetFate) -> tuple[str, ...]:
        """Return what became of a target at each level."""
        return tuple(KINDS[drift].of(self.lang) if drift else NOWHERE for drift in fate.drifts)

    def at(self, place: int | None) -> str:
        """Return the name of the level at a place."""
        return NOWHERE if place is None else self.names[place]


def _name(plan: PlanHead, lang: Lang) -> str:
    return one_line(plan.masthead.place or "") or LEVEL[plan.masthead.level].of(lang)


def title_line(digest: ChainDigest, place: int) -> str:
    """Return title and file of one plan."""
    head = digest.chain.plans[place]
    comparison = next(each for each in digest.chain.comparisons if head.id in {each.parent.id, each.child.id})
    plan = comparison.parent if comparison.parent.id == head.id else comparison.child
    return f"{plan_title(plan, digest.lang)} · {one_line(head.source.file)} · sha256 {head.source.sha256[:16]}…"
