"""What reports for people look up: the two inputs, the findings in groups, the verdicts behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.case import best_links
from planalign.assess.same_plan import issue_names
from planalign.model.index import PlanIndex, counts, heading
from planalign.model.wording import Wording
from planalign.report.labels import CHILD, EXEMPTION, LEVEL, PARENT, UNTITLED
from planalign.report.scrub import one_line
from planalign.text.levels import place_names

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Comparison, Finding
    from planalign.model.plan import Plan, Task
    from planalign.model.plan_head import PlanHead
    from planalign.model.waiver import Waiver
    from planalign.model.wording import Lang


class Group(NamedTuple):
    """Findings that are shown together."""

    title: Wording
    codes: tuple[str, ...]
    yearly: Wording | None = None
    """Its title between two issues of one plan, where nothing is handed down."""


DROPPED = Group(Wording("未承接", "heading"), ("PA101", "PA102", "PA106"), Wording("未再保留"))
PARTIAL = Group(Wording("部分承接", "heading"), ("PA103",), Wording("部分保留"))
TARGETS = Group(
    Wording("指标变化"),
    ("PA201", "PA202", "PA203", "PA204", "PA205", "PA206", "PA207", "PA208", "PA209", "PA303"),
)
LOCAL = Group(Wording("自选动作", "plural heading"), ("PA104",), Wording("新增任务"))
STRUCTURE = Group(Wording("合并、拆分与不明确的对应"), ("PA105", "PA107"))
WAIVERS = Group(Wording("豁免和复核本身的问题"), ("PA501", "PA502", "PA503", "PA504"))
INPUT = Group(
    Wording("文件本身的问题"),
    ("PA001", "PA002", "PA003", "PA004", "PA005", "PA006", "PA007", "PA008"),
)
SLIPS = Group(
    Wording("责任、引用和用语"),
    ("PA301", "PA302", "PA401", "PA402", "PA403", "PA404", "PA405", "PA406"),
)


def plan_title(plan: Plan | PlanHead, lang: Lang) -> str:
    """Return issuer and title of a plan in one line."""
    head = plan.masthead
    title = one_line(head.title or head.notice_title or "")
    issuer = one_line(head.issuer or "")
    if not title:
        return f"{issuer}{UNTITLED.of(lang)}"
    return f"{issuer}《{title}》" if issuer and not title.startswith(issuer) else f"《{title}》"


def plan_facts(plan: Plan | PlanHead, lang: Lang) -> list[str]:
    """Return number, date and level of a plan, as far as they are known."""
    head = plan.masthead
    facts = (head.document_number, head.dated, LEVEL[head.level].of(lang))
    return [one_line(fact) for fact in facts if fact]


def side_names(comparison: Comparison) -> tuple[Wording, Wording]:
    """Return what to call both plans: parent and child, or by issue or draft where they are one plan."""
    if comparison.same_plan:
        return issue_names(comparison.parent.masthead, comparison.child.masthead)
    return PARENT, CHILD


def reason(entry: ClauseCoverage, lang: Lang) -> str:
    """Return why a clause is not applicable; empty where it applies."""
    return EXEMPTION[entry.reason].of(lang) if entry.reason else ""


class Digest:
    """A comparison with lookups that reports need."""

    def __init__(self, comparison: Comparison) -> None:
        """Set up the lookups."""
        self.comparison = comparison
        self.upper, self.lower = side_names(comparison)
        self.parent = PlanIndex(comparison.parent)
        self.child = PlanIndex(comparison.child)
        self.coverage: dict[str, ClauseCoverage] = {entry.parent_clause: entry for entry in comparison.coverage}
        self.requirements = bool(comparison.provenance.settings.get("requirements"))
        found = [*comparison.findings, *(entry.finding for entry in comparison.waived)]
        verdicts = (finding for finding in found if finding.code in {*DROPPED.codes, *PARTIAL.codes})
        self.ids = {finding.parent.id: finding.id for finding in verdicts if finding.parent}
        self.task_status = {entry.parent_task: entry.status for entry in comparison.task_status}
        self.linked = frozenset(link.child_task for link in comparison.links)

    @property
    def places(self) -> tuple[str, ...]:
        """Names of the places of both plans, whose change means nothing."""
        heads = self.comparison.parent.masthead, self.comparison.child.masthead
        return tuple(name for head in heads for name in place_names(head.place))

    def called(self, lang: Lang) -> dict[str, str]:
        """Return what to call both plans, by the fields of a wording."""
        return {"upper": self.upper.of(lang), "lower": self.lower.of(lang)}

    def counts(self, task: Task) -> bool:
        """Whether a task counts: 工作要求 do so only where the settings say it."""
        return counts(task, requirements=self.requirements)

    def findings(self, group: Group) -> list[Finding]:
        """Return the findings of a group, worst first, those about whole tasks before those about clauses."""
        found = [finding for finding in self.comparison.findings if finding.code in group.codes]
        return sorted(found, key=lambda finding: finding.parent is not None and finding.parent.id in self.coverage)

    def waived(self) -> list[tuple[Waiver, list[Finding]]]:
        """Return the waivers that were used, in the order of their file, with what each accepts."""
        accepted: dict[int, tuple[Waiver, list[Finding]]] = {}
        for entry in self.comparison.waived:
            accepted.setdefault(entry.waiver.number, (entry.waiver, []))[1].append(entry.finding)
        return [accepted[number] for number in sorted(accepted)]

    def title(self, group: Group) -> Wording:
        """Return the title of a group."""
        return group.yearly if self.comparison.same_plan and group.yearly else group.title

    def counterpart(self, finding: Finding) -> str:
        """Return the heading of the child task that takes up the title of a wholly dropped task; empty without one."""
        link = best_links(self.comparison.links).get(finding.parent.id) if finding.parent else None
        return heading(self.child.tasks[link.child_task]) if link else ""

    def entry(self, finding: Finding) -> ClauseCoverage | None:
        """Return the verdict that a finding speaks of, where it speaks of a clause."""
        return self.coverage.get(finding.parent.id) if finding.parent else None

    def undecided(self, entry: ClauseCoverage) -> bool:
        """Whether a verdict is a close call that counts; so 工作要求 and excluded tasks stay out."""
        if entry.parent_task in self.comparison.excluded:
            return False
        task = self.parent.tasks.get(entry.parent_task)
        return entry.undecided and task is not None and self.counts(task)

    def close_calls(self) -> list[ClauseCoverage]:
        """Return the close calls in the order of the parent: as many as the summary counts."""
        return [entry for entry in self.comparison.coverage if self.undecided(entry)]
