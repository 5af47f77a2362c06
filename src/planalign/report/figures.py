"""The figures of a comparison in sentences: what they count, and what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Severity, Status
from planalign.model.index import further_annexes, heading
from planalign.model.plan import TaskKind
from planalign.model.wording import Wording
from planalign.report.digest import DROPPED
from planalign.report.plurals import counted
from planalign.report.punctuation import colon, semicolons
from planalign.report.ratios import percent
from planalign.report.reviews import review_sentence
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Summary
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest

LISTED = 8
"""So many dropped tasks are named in the verdict; all are quoted below it."""

_TASKS = Wording(
    "任务：{upper} {total} 项，已承接 {covered}，部分承接 {partial}，未承接 {dropped}，不适用 {na}；"
    "{lower} {child} 项，其中自选动作 {local}"
)
_CLAUSES = Wording(
    "条款：共 {total} 条，已承接 {covered}，部分承接 {partial}，未承接 {dropped}，不适用 {na}；待人工判定 {undecided}"
)
_RATE = Wording("条款承接率 {rate}（{covered}/{whole}；严格口径：部分承接不算，不适用不计）")
_FINDINGS = Wording("问题：错误 {error}，警告 {warning}，提示 {note}；未能识别或需核对的内容 {part} 处")
_WAIVED = Wording("；另有 {waived} 项已豁免（按 {day} 判断是否有效）")
_DROPPED_TASKS = Wording("整项未承接的任务")
_AND_MORE = Wording("等 {count} 项")
_WAIVED_TASKS = Wording("（另有 {waived} 项已豁免）")
_NONE = Wording("无")
_ADDS_UP = Wording("其中整项未承接的任务 {tasks} 项，计 {inside} 条；其他条款 {single} 条；合计 {all} 条")
_REQUIREMENTS = Wording("工作要求：{upper} {first} 项，{lower} {second} 项，未计入以上数字（加 --requirements 计入）")
_EXCLUDED = Wording("按设置不计入的{upper}任务 {count} 项：{titles}")
_ANNEXES = Wording("附表：{upper} {first}，{lower} {second}；附表只比对数字、时限和频次")
_ANNEX = Wording("{annexes} 张 {rows} 行")
_NO_ANNEX = Wording("0 张")


def rate_sentence(summary: Summary, lang: Lang) -> str:
    """Return the strict coverage of clauses with numerator and denominator."""
    covered, whole = summary.covered, summary.applicable
    return _RATE.of(lang).format(rate=percent(covered, whole), covered=covered, whole=whole)


def count_sentences(digest: Digest, lang: Lang) -> list[str]:
    """Return the figures on tasks, clauses and findings."""
    summary = digest.comparison.summary
    tasks = {
        **_named(summary.tasks),
        **_sides(digest, lang),
        "child": summary.child_tasks,
        "local": summary.local_tasks,
    }
    clauses = {**_named(summary.clauses), "undecided": summary.undecided}
    findings = {
        "error": summary.findings.get(Severity.ERROR, 0),
        "warning": summary.findings.get(Severity.WARNING, 0),
        "note": summary.findings.get(Severity.INFO, 0),
        "part": summary.skipped,
    }
    texts = {noun: counted(number, noun, lang) for noun, number in findings.items()}
    day = digest.comparison.provenance.settings["as_of"]
    waived = _WAIVED.of(lang).format(waived=summary.waived, day=day) if summary.waived else ""
    review = review_sentence(summary, lang)
    return [
        _TASKS.of(lang).format(**tasks),
        _CLAUSES.of(lang).format(**clauses),
        _FINDINGS.of(lang).format(**texts) + waived,
        *([review] if review else []),
    ]


def dropped_tasks(digest: Digest, lang: Lang) -> tuple[str, bool]:
    """Name the tasks that are dropped as a whole, and say whether there are any."""
    dropped = [heading(task) for task in digest.comparison.parent.tasks if _drops(digest, task.id)]
    titles = semicolons((one_line(title) for title in dropped[:LISTED]), lang) or _NONE.of(lang)
    titles += _AND_MORE.of(lang).format(count=len(dropped)) if len(dropped) > LISTED else ""
    waived = sum(entry.finding.code == "PA101" for entry in digest.comparison.waived)
    titles += _WAIVED_TASKS.of(lang).format(waived=waived) if waived else ""
    return f"{_DROPPED_TASKS.of(lang)}{colon(lang)}{titles}", bool(dropped)


def left_out(digest: Digest, lang: Lang) -> Iterator[str]:
    """Say what took no part: 工作要求 that do not count, and annexes."""
    plans = (digest.comparison.parent, digest.comparison.child)
    requirements = [0 if digest.requirements else _requirements(plan) for plan in plans]
    if any(requirements):
        yield _REQUIREMENTS.of(lang).format(**_sides(digest, lang), first=requirements[0], second=requirements[1])
    if digest.comparison.excluded:
        yield _excluded(digest, lang)
    if any(annex.rows for plan in plans for annex in further_annexes(plan)):
        first, second = (_annexes(plan, lang) for plan in plans)
        yield _ANNEXES.of(lang).format(**_sides(digest, lang), first=first, second=second)


def gap_note(digest: Digest, lang: Lang) -> str:
    """Say how the dropped entries add up to clauses, as the verdict counts them; empty where each is one clause."""
    findings = digest.findings(DROPPED)
    whole = {found.parent.id for found in findings if found.parent and digest.entry(found) is None}
    if not whole:
        return ""
    dropped = [entry.parent_task for entry in digest.comparison.coverage if entry.status is Status.DROPPED]
    inside, single = sum(task in whole for task in dropped), len(findings) - len(whole)
    return _ADDS_UP.of(lang).format(
        tasks=counted(len(whole), "whole task", lang),
        inside=counted(inside, "clause", lang),
        single=counted(single, "clause", lang),
        all=counted(inside + single, "clause", lang),
    )


def _drops(digest: Digest, task_id: str) -> bool:
    """Whether a finding says that the whole task is dropped; so 工作要求 stay out where they do not count."""
    return any(finding.parent and finding.parent.id == task_id for finding in digest.findings(DROPPED))


def _excluded(digest: Digest, lang: Lang) -> str:
    """Name the parent tasks that the settings leave out."""
    tasks = [heading(digest.parent.tasks[task_id]) for task_id in digest.comparison.excluded]
    titles = semicolons((one_line(title) for title in tasks[:LISTED]), lang)
    titles += _AND_MORE.of(lang).format(count=len(tasks)) if len(tasks) > LISTED else ""
    return _EXCLUDED.of(lang).format(upper=digest.upper.of(lang), count=len(tasks), titles=titles)


def _requirements(plan: Plan) -> int:
    return sum(task.kind is TaskKind.REQUIREMENT for task in plan.tasks)


def _annexes(plan: Plan, lang: Lang) -> str:
    annexes = further_annexes(plan)
    if not annexes:
        return _NO_ANNEX.of(lang)
    rows = sum(len(annex.rows) for annex in annexes)
    return _ANNEX.of(lang).format(annexes=counted(len(annexes), "table", lang), rows=counted(rows, "row", lang))


def _sides(digest: Digest, lang: Lang) -> dict[str, str]:
    return {"upper": digest.upper.of(lang), "lower": digest.lower.of(lang)}


def _named(counts: dict[Status, int]) -> dict[str, int]:
    return {
        "total": sum(counts.values()),
        "covered": counts.get(Status.COVERED, 0),
        "partial": counts.get(Status.PARTIAL, 0),
        "dropped": counts.get(Status.DROPPED, 0),
        "na": counts.get(Status.NOT_APPLICABLE, 0),
    }
