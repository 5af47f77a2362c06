"""What every report for people says first: the two inputs, the verdict in figures, the findings in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.case import best_links, same_level
from planalign.model.comparison import Severity, Status
from planalign.model.index import PlanIndex, heading
from planalign.model.wording import Wording
from planalign.report.labels import CHILD, COUNTERPART, LEVEL, NOT_FOUND, PARENT, UNTITLED
from planalign.report.ratios import percent
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.comparison import ClauseCoverage, Comparison, Finding, Summary
    from planalign.model.plan import Plan
    from planalign.model.waiver import Waiver
    from planalign.model.wording import Lang


class Group(NamedTuple):
    """Findings that are shown together."""

    title: Wording
    codes: tuple[str, ...]
    yearly: Wording | None = None
    """Its title between two years of one issuer, where nothing is handed down."""


DROPPED = Group(Wording("未承接", "Dropped"), ("PA101", "PA102", "PA106"), Wording("未再保留", "No longer there"))
PARTIAL = Group(Wording("部分承接", "Partly carried"), ("PA103",), Wording("部分保留", "Partly kept"))
LOCAL = Group(Wording("自选或新增任务", "Local or new tasks"), ("PA104",))
STRUCTURE = Group(Wording("合并、拆分与不明确的对应", "Merged, split and ambiguous"), ("PA105", "PA107"))
WAIVERS = Group(Wording("豁免本身的问题", "The waivers themselves"), ("PA503", "PA504"))
INPUT = Group(Wording("文件本身的问题", "The documents themselves"), ("PA001", "PA002", "PA003"))

_TASKS = Wording(
    "任务：{upper} {total} 项，已承接 {covered}，部分承接 {partial}，未承接 {dropped}，不适用 {na}；"
    "{lower} {child} 项，其中自选 {local}",
    "Tasks: {upper} {total}: {covered} covered, {partial} partial, {dropped} dropped, {na} not applicable; "
    "{lower} {child}, {local} of them local",
)
_CLAUSES = Wording(
    "条款：共 {total} 条，已承接 {covered}，部分承接 {partial}，未承接 {dropped}，不适用 {na}；待人工判定 {undecided}",
    "Clauses: {total}: {covered} covered, {partial} partial, {dropped} dropped, {na} not applicable; "
    "{undecided} undecided",
)
_RATE = Wording(
    "条款承接率 {rate}（{covered}/{whole}；严格口径：部分承接不算，不适用不计）",
    "Clause coverage {rate} ({covered}/{whole}; strict: partial is not covered, not applicable is left out)",
)
_FINDINGS = Wording(
    "提示项：错误 {error}，警告 {warning}，提示 {info}；未能识别的内容 {skipped} 处",
    "Findings: {error} errors, {warning} warnings, {info} notes; {skipped} parts not understood",
)
_WAIVED = Wording("；另有 {} 项已豁免", "; {} more are waived")


def plan_title(plan: Plan, lang: Lang) -> str:
    """Return issuer and title of a plan in one line."""
    head = plan.masthead
    title = one_line(head.title or head.notice_title or "")
    issuer = one_line(head.issuer or "")
    if not title:
        return f"{issuer}{UNTITLED.of(lang)}"
    return f"{issuer}《{title}》" if issuer and not title.startswith(issuer) else f"《{title}》"


def plan_facts(plan: Plan, lang: Lang) -> list[str]:
    """Return number, date and level of a plan, as far as they are known."""
    head = plan.masthead
    facts = (head.document_number, head.dated, LEVEL[head.level].of(lang))
    return [one_line(fact) for fact in facts if fact]


def side_names(comparison: Comparison) -> tuple[Wording, Wording]:
    """Return what to call both plans: parent and child, or their years where one issuer wrote both."""
    upper, lower = comparison.parent.masthead, comparison.child.masthead
    if same_level(upper, lower):
        return Wording(f"{upper.year}年", str(upper.year)), Wording(f"{lower.year}年", str(lower.year))
    return PARENT, CHILD


def rate_sentence(summary: Summary, lang: Lang) -> str:
    """Return the strict coverage of clauses with numerator and denominator."""
    covered, whole = summary.clauses[Status.COVERED], _applicable(summary.clauses)
    return _RATE.of(lang).format(rate=percent(covered, whole), covered=covered, whole=whole)


def count_sentences(digest: Digest, lang: Lang) -> list[str]:
    """Return the figures on tasks, clauses and findings."""
    summary = digest.comparison.summary
    names = {"upper": digest.upper.of(lang), "lower": digest.lower.of(lang)}
    tasks = {**_named(summary.tasks), **names, "child": summary.child_tasks, "local": summary.local_tasks}
    clauses = {**_named(summary.clauses), "undecided": summary.undecided}
    return [
        _TASKS.of(lang).format(**tasks),
        _CLAUSES.of(lang).format(**clauses),
        _FINDINGS.of(lang).format(**severity_counts(summary), skipped=summary.skipped) + _waived(summary, lang),
    ]


def _waived(summary: Summary, lang: Lang) -> str:
    return _WAIVED.of(lang).format(summary.waived) if summary.waived else ""


def reason(entry: ClauseCoverage, lang: Lang) -> str:
    """Return why a clause is not applicable; the record gives it as Chinese / English."""
    zh, _, en = entry.reason.partition(" / ")
    return Wording(zh, en or zh).of(lang)


def not_found(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Say that nothing carries it; of a whole task also which child task has its title without its content."""
    counterpart = digest.counterpart(finding)
    named = COUNTERPART.of(lang).format(one_line(counterpart)) if counterpart else ""
    return NOT_FOUND.of(lang) + named


def severity_counts(summary: Summary) -> dict[str, int]:
    """Return findings by the name of their severity."""
    return {severity.value: summary.findings.get(severity, 0) for severity in Severity}


class Digest:
    """A comparison with lookups that reports need."""

    def __init__(self, comparison: Comparison) -> None:
        """Set up the lookups."""
        self.comparison = comparison
        self.upper, self.lower = side_names(comparison)
        self.same_level = same_level(comparison.parent.masthead, comparison.child.masthead)
        self.parent = PlanIndex(comparison.parent)
        self.child = PlanIndex(comparison.child)
        self.coverage: dict[str, ClauseCoverage] = {entry.parent_clause: entry for entry in comparison.coverage}
        self.task_status = {entry.parent_task: entry.status for entry in comparison.task_status}

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
        return group.yearly if self.same_level and group.yearly else group.title

    def counterpart(self, finding: Finding) -> str:
        """Return the heading of the child task that takes up the title of a wholly dropped task; empty without one."""
        link = best_links(self.comparison.links).get(finding.parent.id) if finding.parent else None
        return heading(self.child.tasks[link.child_task]) if link else ""

    def entry(self, finding: Finding) -> ClauseCoverage | None:
        """Return the verdict that a finding speaks of, where it speaks of a clause."""
        return self.coverage.get(finding.parent.id) if finding.parent else None

    def carried(self, finding: Finding) -> bool:
        """Whether a finding speaks of a clause that the child carries in part."""
        entry = self.entry(finding)
        return entry is not None and entry.status is Status.PARTIAL

    def undecided(self, finding: Finding) -> bool:
        """Whether the verdict behind a finding is a close call."""
        entry = self.entry(finding)
        return entry is not None and entry.undecided


def _applicable(counts: dict[Status, int]) -> int:
    return sum(count for status, count in counts.items() if status is not Status.NOT_APPLICABLE)


def _named(counts: dict[Status, int]) -> dict[str, int]:
    return {
        "total": sum(counts.values()),
        "covered": counts.get(Status.COVERED, 0),
        "partial": counts.get(Status.PARTIAL, 0),
        "dropped": counts.get(Status.DROPPED, 0),
        "na": counts.get(Status.NOT_APPLICABLE, 0),
    }
