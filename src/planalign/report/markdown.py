"""The comparison as a Markdown report (对照表): verdict, gaps, all clauses, links, leftovers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planalign.model.index import heading
from planalign.model.plan import TaskKind
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.digest import (
    DROPPED,
    INPUT,
    LOCAL,
    PARTIAL,
    STRUCTURE,
    WAIVERS,
    Digest,
    count_sentences,
    not_found,
    rate_sentence,
    reason,
)
from planalign.report.escaping import escaped
from planalign.report.markdown_inputs import inputs
from planalign.report.markdown_table import row, table
from planalign.report.places import place
from planalign.report.punctuation import bracketed, colon, commas, quoted
from planalign.report.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.comparison import ClauseCoverage, Comparison, Finding, Link
    from planalign.model.plan import Task
    from planalign.model.wording import Lang
    from planalign.report.digest import Group
    from planalign.report.look import Look

    Show = Callable[[Digest, Finding, Lang], str]

CARRIERS = 3
"""So many child clauses are quoted beside a parent clause."""

_MORE = Wording("另有 {} 条", "and {} more")
_TITLE = Wording("上下级工作计划对照报告", "Work plans compared")
_VERDICT = Wording("结论", "Verdict")
_TABLE = Wording("逐条对照", "Clause by clause")
_LINKS = Wording("任务对应关系", "Links between tasks")
_PROVENANCE = Wording("口径说明", "How this was made")
_CLAUSE_HEAD = Wording("{}条款|状态|{}承接内容|缺少", "{} clause|Status|{} carries it by|Missing")
_LINK_HEAD = Wording("{}任务|{}任务|主次|关系|得分|次优", "{} task|{} task|Strength|Relation|Score|Runner-up")
_NONE = Wording("无。", "None.")


def render(comparison: Comparison, look: Look) -> str:
    """Return the whole report."""
    lang = look.lang
    digest = Digest(comparison)
    parts = [f"# {_TITLE.of(lang)}", f"> {labels.NOTICE.of(lang)} · {comparison.generator}"]
    parts += [
        inputs(comparison, (digest.upper, digest.lower), lang),
        *cautions(comparison, (digest.upper, digest.lower), lang),
        *_verdict(digest, lang),
    ]
    parts += _section(digest, DROPPED, lang, _gap)
    parts += _section(digest, PARTIAL, lang, _gap)
    parts += _section(digest, LOCAL, lang, _message)
    parts += _section(digest, STRUCTURE, lang, _message)
    parts += _section(digest, INPUT, lang, _message)
    parts += _accepted(digest, lang)
    parts += [f"## {_TABLE.of(lang)}", *_tasks(digest, lang)]
    parts += [f"## {_LINKS.of(lang)}", _links(digest, lang)]
    parts += [f"## {_PROVENANCE.of(lang)}", _provenance(comparison)]
    return "\n\n".join(parts) + "\n"


def _verdict(digest: Digest, lang: Lang) -> list[str]:
    summary = digest.comparison.summary
    sentences = [f"**{rate_sentence(summary, lang)}**", *count_sentences(digest, lang)]
    return [f"## {_VERDICT.of(lang)}", "\n".join(f"- {sentence}" for sentence in sentences)]


def _section(digest: Digest, group: Group, lang: Lang, show: Show) -> list[str]:
    """Return the findings of a group under a heading; an empty group says so."""
    findings = digest.findings(group)
    head = f"## {digest.title(group).of(lang)}{bracketed(len(findings), lang)}"
    if not findings:
        return [head, _NONE.of(lang)]
    return [head, "\n".join(show(digest, finding, lang) for finding in findings)]


def _gap(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return both quotes of one gap, and what is missing."""
    entry = digest.entry(finding)
    mark = bracketed(labels.UNDECIDED.of(lang), lang) if digest.undecided(finding) else ""
    title = escaped(finding.parent.title) if finding.parent else ""
    lines = [
        f"### {title}{mark} · {finding.id}",
        _upper(digest, finding, lang),
        _lower(digest, finding, lang),
    ]
    if entry is not None and entry.missing and digest.carried(finding):
        lines.append(f"**{labels.MISSING.of(lang)}**{colon(lang)}{_joined(entry.missing, lang)}")
    return "\n\n".join(lines) + "\n"


def _upper(digest: Digest, finding: Finding, lang: Lang) -> str:
    end = finding.parent
    return _quote(digest.upper.of(lang), place(end.location, lang), end.text, lang) if end else ""


def _lower(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return what the child says: the carrier, or that there is none and what comes nearest."""
    name, end = digest.lower.of(lang), finding.child
    lost = escaped(not_found(digest, finding, lang))
    if end is None:
        return f"**{name}**{colon(lang)}{lost}"
    lead = name if digest.carried(finding) else f"{name}{colon(lang)}{lost}{labels.NEAREST.of(lang).strip()}"
    return _quote(lead, commas([place(end.location, lang), escaped(end.title)], lang), end.text, lang)


def _quote(lead: str, where: str, text: str, lang: Lang) -> str:
    return f"**{lead}**{bracketed(where, lang)}\n\n> {escaped(text)}"


def _message(digest: Digest, finding: Finding, lang: Lang) -> str:
    label, end = (digest.upper, finding.parent) if finding.parent else (digest.lower, finding.child)
    where = f"{label.of(lang)} {place(end.location, lang)}".strip() if end else ""
    return f"- {escaped(finding.message)}{bracketed(where, lang)} · {finding.id}"


def _accepted(digest: Digest, lang: Lang) -> list[str]:
    """Return what a waiver accepts, apart from what is open; nothing where there are no waivers."""
    parts = _section(digest, WAIVERS, lang, _message) if digest.findings(WAIVERS) else []
    if digest.comparison.waived:
        parts.append(f"## {labels.WAIVED.of(lang)}{bracketed(len(digest.comparison.waived), lang)}")
    for waiver, findings in digest.waived():
        parts += [escaped(terms(waiver, lang)), "\n".join(_accepted_line(found, lang) for found in findings)]
    return parts


def _accepted_line(finding: Finding, lang: Lang) -> str:
    end = finding.parent or finding.child
    quote = f"“{escaped(end.text)}”{bracketed(escaped(end.title), lang)}" if end else escaped(finding.message)
    return f"- {quote} · {finding.id}"


def _tasks(digest: Digest, lang: Lang) -> list[str]:
    """Return one table for each parent task."""
    parts: list[str] = []
    for task in digest.comparison.parent.tasks:
        status = digest.task_status.get(task.id)
        words = [labels.STATUS[status].of(lang)] if status else []
        words += [] if task.kind is TaskKind.TASK else [labels.TASK_KIND[task.kind].of(lang)]
        parts += [f"### {escaped(heading(task))}{bracketed(commas(words, lang), lang)}", _clauses(digest, task, lang)]
    return parts


def _clauses(digest: Digest, task: Task, lang: Lang) -> str:
    rows = [
        _clause(digest, clause.text, digest.coverage[clause.id], lang)
        for clause in task.clauses
        if clause.id in digest.coverage
    ]
    head = _CLAUSE_HEAD.of(lang).format(digest.upper.of(lang), digest.lower.of(lang))
    return table(head.split("|"), rows) if rows else _NONE.of(lang)


def _clause(digest: Digest, text: str, entry: ClauseCoverage, lang: Lang) -> str:
    status = labels.STATUS[entry.status].of(lang)
    mark = bracketed(labels.UNDECIDED.of(lang), lang) if entry.undecided else ""
    carriers = "<br>".join(_carriers(digest, entry, lang))
    return row(
        [escaped(text), status + mark, carriers or "—", _joined(entry.missing, lang) or escaped(reason(entry, lang))]
    )


def _carriers(digest: Digest, entry: ClauseCoverage, lang: Lang) -> list[str]:
    """Return the best carriers in full, and how many more there are; the record lists them all."""
    more = len(entry.child_clauses) - CARRIERS
    shown = [_carrier(digest, clause_id, lang) for clause_id in entry.child_clauses[:CARRIERS]]
    return [*shown, _MORE.of(lang).format(more)] if more > 0 else shown


def _carrier(digest: Digest, clause_id: str, lang: Lang) -> str:
    title = escaped(heading(digest.child.task_of[clause_id]))
    return f"{escaped(digest.child.clauses[clause_id].text)}{bracketed(title, lang)}"


def _links(digest: Digest, lang: Lang) -> str:
    links = digest.comparison.links
    head = _LINK_HEAD.of(lang).format(digest.lower.of(lang), digest.upper.of(lang))
    return table(head.split("|"), [_link(digest, link, lang) for link in links])


def _link(digest: Digest, link: Link, lang: Lang) -> str:
    return row(
        [
            escaped(heading(digest.child.tasks[link.child_task])),
            escaped(heading(digest.parent.tasks[link.parent_task])),
            labels.STRENGTH[link.strength].of(lang),
            labels.RELATION[link.relation].of(lang),
            f"{link.score:.2f}",
            f"{link.runner_up:.2f}",
        ]
    )


def _provenance(comparison: Comparison) -> str:
    return f"```json\n{json.dumps(comparison.provenance.model_dump(mode='json'), ensure_ascii=False, indent=2)}\n```"


def _joined(texts: tuple[str, ...], lang: Lang) -> str:
    return quoted(map(escaped, texts), lang)
