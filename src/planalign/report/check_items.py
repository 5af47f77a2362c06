"""What the reports of a check show: the documents, the verdict, the findings as things to fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.rule import PlanRule
from planalign.assess.rules import RULES
from planalign.model.comparison import Comparison, Severity
from planalign.model.gate import Bound
from planalign.model.policy import FailOn
from planalign.model.wording import Wording
from planalign.report.digest import DROPPED, side_names
from planalign.report.labels import NEAREST, NOT_FOUND, SEVERITY
from planalign.report.plurals import counted
from planalign.report.punctuation import colon, semicolons
from planalign.report.ratios import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.check import Check
    from planalign.model.comparison import Finding, FindingEnd, Summary
    from planalign.model.gate import Breach
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang

CHECKED = Wording("文件", "plan heading")
PASSED = Wording("通过")
FAILED = Wording("不通过")
FIX = Wording("处理", "heading")
KNOWN = Wording("存量问题（基线）")
KNOWN_LEFT = Wording("存量问题 {count} 项，加 --all 列出")
NONE_OPEN = Wording("没有需要处理的问题")

_COUNTS = Wording(
    "问题：错误 {error}，警告 {warning}，提示 {note}；已豁免 {waived}，存量 {known}，"
    "未能识别或需核对的内容 {skipped} 处"
)
_JUDGED = Wording("豁免是否有效，按 {day} 判断")
_COVERAGE = Wording(
    "条款承接率：严格 {strict}（{covered}/{whole}），计入豁免 {waived}（{with_waivers}/{whole}），"
    "人工确认 {confirmed}（{reviewed}/{whole}）"
)
_ALONE = Wording("未给出上级文件，只检查了文件本身（加 --parent 可与上级比对）")
_FINDINGS = {
    FailOn.ERROR: (Wording("有 {findings} 个错误"), "error"),
    FailOn.WARNING: (Wording("有 {findings} 个警告或错误"), "warning"),
}
_SHARES = {
    Bound.COVERAGE: Wording("条款承接率 {share}（{part}/{whole}），低于 {limit}"),
    Bound.COVERAGE_WITH_WAIVERS: Wording("计入豁免的条款承接率 {share}（{part}/{whole}），低于 {limit}"),
    Bound.UNDECIDED_MAX: Wording("待人工判定的条款占 {share}（{part}/{whole}），高于 {limit}"),
}
_REVIEW = Wording("要求复核的 {whole} 个问题中有 {part} 个尚未复核（require_review = {limit}）")


class Item(NamedTuple):
    """One finding as a thing to fix."""

    id: str
    """What `planalign explain` takes."""
    severity: Severity
    """How much it weighs."""
    head: str
    """Rule code and what is wrong."""
    quotes: tuple[tuple[Wording, str, FindingEnd | None], ...]
    """Both sides: what to call it, what to say before the quote, the quote."""
    fix: str
    """How to fix it; empty where it was said of an earlier finding of the rule."""


def documents(record: Check | Comparison) -> list[tuple[Wording, Plan]]:
    """Return what was checked, with what to call it."""
    if isinstance(record, Comparison):
        upper, lower = side_names(record)
        return [(upper, record.parent), (lower, record.child)]
    return [(CHECKED, record.plan)]


def verdict(record: Check | Comparison, lang: Lang) -> tuple[str, bool]:
    """Say whether the policy is met and what breaks it."""
    gate = record.gate
    if gate is None or gate.passed:
        return PASSED.of(lang), True
    reasons = semicolons((_reason(breach, lang) for breach in gate.breaches), lang)
    return f"{FAILED.of(lang)}{colon(lang)}{reasons}", False


def count_lines(record: Check | Comparison, lang: Lang) -> Iterator[str]:
    """Yield the counts of findings, then the coverage, or that nothing was compared."""
    yield _COUNTS.of(lang).format(**finding_counts(record), skipped=record.summary.skipped)
    if record.summary.waived:
        yield _JUDGED.of(lang).format(day=record.provenance.settings["as_of"])
    if not isinstance(record, Comparison):
        yield _ALONE.of(lang)
    elif not record.same_plan:
        yield _coverage(record.summary, lang)


def finding_counts(record: Check | Comparison) -> dict[str, int]:
    """Return how many findings are open, by severity, and how many are waived or known, by the fields of a wording."""
    counts = record.summary.findings
    return {
        "error": counts.get(Severity.ERROR, 0),
        "warning": counts.get(Severity.WARNING, 0),
        "note": counts.get(Severity.INFO, 0),
        "waived": record.summary.waived,
        "known": record.summary.known,
    }


def in_turn(record: Check | Comparison) -> dict[Severity, list[Finding]]:
    """Return the open findings by severity, slips of the plan itself first."""
    findings = sorted(record.findings, key=_turn)
    return {severity: [each for each in findings if each.severity is severity] for severity in Severity}


def items(record: Check | Comparison, findings: Iterable[Finding], lang: Lang) -> list[Item]:
    """Return findings as things to fix, each way to fix with its first finding."""
    names = [name for name, _ in documents(record)]
    told: set[str] = set()
    found: list[Item] = []
    for finding in findings:
        found.append(_item(finding, names, "" if finding.code in told else _fix(finding, lang), lang))
        told.add(finding.code)
    return found


def severity_title(severity: Severity, lang: Lang) -> str:
    """Return the title of a group of findings."""
    return SEVERITY[severity].of(lang)


def first_end(finding: Finding) -> FindingEnd | None:
    """Return the words that a finding is about."""
    return finding.parent or finding.child


def _coverage(summary: Summary, lang: Lang) -> str:
    covered, whole = summary.covered, summary.applicable
    with_waivers = covered + summary.waived_clauses
    return _COVERAGE.of(lang).format(
        strict=percent(covered, whole),
        covered=covered,
        waived=percent(with_waivers, whole),
        with_waivers=with_waivers,
        confirmed=percent(summary.confirmed, whole),
        reviewed=summary.confirmed,
        whole=whole,
    )


def _turn(finding: Finding) -> int:
    """Put what is wrong in the plan itself before what it makes of its parent, and slips of the parent last."""
    if not isinstance(RULES.get(finding.code), PlanRule):
        return 1
    return 2 if finding.parent else 0


def _item(finding: Finding, names: Iterable[Wording], fix: str, lang: Lang) -> Item:
    first, *rest = names
    lower = rest[0] if rest else first
    quotes: list[tuple[Wording, str, FindingEnd | None]] = [(first, "", finding.parent)] if finding.parent else []
    if finding.code in DROPPED.codes:
        near = NEAREST.of(lang) if finding.child else ""
        quotes.append((lower, NOT_FOUND.of(lang) + near, finding.child))
    elif finding.child:
        quotes.append((lower, "", finding.child))
    return Item(finding.id, finding.severity, f"{finding.code} {finding.message}", tuple(quotes), fix)


def _fix(finding: Finding, lang: Lang) -> str:
    rule = RULES.get(finding.code)
    return rule.fix.of(lang) if rule else ""


def _reason(breach: Breach, lang: Lang) -> str:
    if breach.bound is Bound.FINDINGS:
        wording, noun = _FINDINGS[FailOn(breach.limit)]
        return wording.of(lang).format(findings=counted(breach.part, noun, lang))
    if breach.bound is Bound.REVIEW:
        return _REVIEW.of(lang).format(part=breach.part, whole=breach.whole, limit=breach.limit)
    share = percent(breach.part, breach.whole)
    limit = f"{float(breach.limit):.0%}"
    return _SHARES[breach.bound].of(lang).format(share=share, part=breach.part, whole=breach.whole, limit=limit)
