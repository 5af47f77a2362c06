"""The comparison as a Markdown report (对照表): verdict, gaps, all clauses, links, leftovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import heading
from planalign.model.plan import TaskKind
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.digest import DROPPED, INPUT, LOCAL, PARTIAL, SLIPS, STRUCTURE, TARGETS, WAIVERS, Digest, reason
from planalign.report.drift import drift_sentence, drift_table
from planalign.report.escaping import escaped
from planalign.report.figures import count_sentences, dropped_tasks, gap_note, left_out, rate_sentence
from planalign.report.gap import CARRIERS, close_call, finding_gap
from planalign.report.markdown_contents import with_contents
from planalign.report.markdown_gap import gap_text
from planalign.report.markdown_inputs import inputs
from planalign.report.markdown_table import row, table
from planalign.report.origin import origin
from planalign.report.passage import led
from planalign.report.places import place
from planalign.report.punctuation import bracketed, commas, semicolons
from planalign.report.reviews import TITLE as REVIEW
from planalign.report.reviews import review_lines
from planalign.report.scrub import clipped
from planalign.report.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.comparison import ClauseCoverage, Comparison, Finding, Link
    from planalign.model.plan import Task
    from planalign.model.wording import Lang
    from planalign.report.digest import Group
    from planalign.report.look import Look

    Show = Callable[[Digest, Finding, Lang], str]

_SLIP_QUOTE = 160
"""So much of the words around a slip is quoted."""
_MORE = Wording("另有 {more} 条")
_TITLE = Wording("上下级工作计划对照报告")
_VERDICT = Wording("结论")
_TABLE = Wording("逐条对照")
_LINKS = Wording("任务对应关系")
_PROVENANCE = Wording("口径说明", "heading")
_CLAUSE_HEAD = Wording("{upper}条款|状态|{lower}承接内容|缺少")
_LINK_HEAD = Wording("{lower}任务|{upper}任务|{upper}任务状态|主次|关系|得分|次优")
_NONE = Wording("无。")
_IN_ALL = Wording("共 {count} 处")


def render(comparison: Comparison, look: Look) -> str:
    """Return the whole report."""
    lang = look.lang
    digest = Digest(comparison)
    told = cautions(comparison, (digest.upper, digest.lower), lang)
    first = [
        f"# {_TITLE.of(lang)}",
        *(f"> **{escaped(caution)}**" for caution in told),
        f"> {labels.NOTICE.of(lang)} · {comparison.generator}",
        inputs(comparison, (digest.upper, digest.lower), lang),
    ]
    parts = _verdict(digest, lang)
    parts += _section(digest, DROPPED, lang, _gap)
    parts += _section(digest, PARTIAL, lang, _gap)
    parts += _targets(digest, lang)
    parts += _close_calls(digest, lang)
    parts += _section(digest, LOCAL, lang, _message)
    parts += _section(digest, STRUCTURE, lang, _message)
    parts += _section(digest, SLIPS, lang, _slip)
    parts += _section(digest, INPUT, lang, _message)
    parts += _accepted(digest, lang)
    parts += _decisions(digest, lang)
    parts += [f"## {_TABLE.of(lang)}", *_tasks(digest, lang)]
    parts += [f"## {_LINKS.of(lang)}", _links(digest, lang)]
    parts += [f"## {_PROVENANCE.of(lang)}", escaped(origin(comparison.provenance, lang))]
    return "\n\n".join([*first, *with_contents(parts, lang)]) + "\n"


def _verdict(digest: Digest, lang: Lang) -> list[str]:
    sentences = [*count_sentences(digest, lang), dropped_tasks(digest, lang)[0], *left_out(digest, lang)]
    lines = [f"**{rate_sentence(digest.comparison.summary, lang)}**", *map(escaped, sentences)]
    return [f"## {_VERDICT.of(lang)}", "\n".join(f"- {line}" for line in lines)]


def _section(digest: Digest, group: Group, lang: Lang, show: Show) -> list[str]:
    """Return the findings of a group under a heading, after their number; an empty group says so."""
    head, findings = f"## {digest.title(group).of(lang)}", digest.findings(group)
    if not findings:
        return [head, _NONE.of(lang)]
    note = gap_note(digest, lang) if group is DROPPED else ""
    return [head, _in_all(len(findings), note, lang), "\n".join(show(digest, finding, lang) for finding in findings)]


def _in_all(count: int, note: str, lang: Lang) -> str:
    return _IN_ALL.of(lang).format(count=count) + (bracketed(note, lang) if note else "")


def _gap(digest: Digest, finding: Finding, lang: Lang) -> str:
    return gap_text(digest, finding_gap(digest, finding), lang, _lead(finding, lang))


def _targets(digest: Digest, lang: Lang) -> list[str]:
    """Return what became of numbers, deadlines and frequencies: what is wrong with them, then all of them."""
    sentence = drift_sentence(digest.comparison, lang)
    if not sentence:
        return []
    parts = [*_section(digest, TARGETS, lang, _message), sentence]
    return [*parts, drift_table(digest.comparison, (digest.upper, digest.lower), lang)]


def _close_calls(digest: Digest, lang: Lang) -> list[str]:
    """Return every verdict that a person should look at, those that are shown above too."""
    head, calls = f"## {labels.CLOSE_CALLS.of(lang)}", digest.close_calls()
    if not calls:
        return [head, _NONE.of(lang)]
    texts = [gap_text(digest, close_call(digest, entry), lang) for entry in calls]
    return [head, _in_all(len(calls), "", lang), "\n".join(texts)]


def _message(digest: Digest, finding: Finding, lang: Lang) -> str:
    label, end = (digest.upper, finding.parent) if finding.parent else (digest.lower, finding.child)
    where = f"{label.of(lang)} {place(end.location, lang)}".strip() if end else ""
    return _told(finding, where, lang)


def _slip(digest: Digest, finding: Finding, lang: Lang) -> str:
    """Return the message with the words of the child, or of the parent where only these are at fault."""
    label, end = (digest.lower, finding.child) if finding.child else (digest.upper, finding.parent)
    if end is None:
        return _told(finding, "", lang)
    where = f"{label.of(lang)} {place(end.location, lang)}".strip()
    words = f"<br>{escaped(clipped(end.text, _SLIP_QUOTE))}" if end.text else ""
    return _told(finding, where, lang) + words


def _told(finding: Finding, where: str, lang: Lang) -> str:
    """Return the message behind its severity, and in front of its id."""
    return f"- {_lead(finding, lang)}{escaped(finding.message)}{bracketed(where, lang)} · {finding.id}"


def _lead(finding: Finding, lang: Lang) -> str:
    return f"{labels.SEVERITY[finding.severity].of(lang)} · "


def _accepted(digest: Digest, lang: Lang) -> list[str]:
    """Return what a waiver accepts, apart from what is open; nothing where there are no waivers."""
    parts = _section(digest, WAIVERS, lang, _message) if digest.findings(WAIVERS) else []
    if digest.comparison.waived:
        parts += [f"## {labels.WAIVED.of(lang)}", _in_all(len(digest.comparison.waived), "", lang)]
    for waiver, findings in digest.waived():
        parts += [escaped(terms(waiver, lang)), "\n".join(_accepted_line(found, lang) for found in findings)]
    return parts


def _decisions(digest: Digest, lang: Lang) -> list[str]:
    """Return what people decided, and what of it is in doubt; nothing where nobody did."""
    lines = review_lines(digest, lang)
    return [f"## {REVIEW.of(lang)}", "\n".join(f"- {escaped(line)}" for line in lines)] if lines else []


def _accepted_line(finding: Finding, lang: Lang) -> str:
    end = finding.parent or finding.child
    quote = led(escaped(end.title), escaped(end.text), lang) if end else escaped(finding.message)
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
    head = _CLAUSE_HEAD.of(lang).format(upper=digest.upper.of(lang), lower=digest.lower.of(lang))
    return table(head.split("|"), rows) if rows else _NONE.of(lang)


def _clause(digest: Digest, text: str, entry: ClauseCoverage, lang: Lang) -> str:
    status = labels.STATUS[entry.status].of(lang)
    mark = bracketed(labels.UNDECIDED.of(lang), lang) if digest.undecided(entry) else ""
    carriers = "<br>".join(_carriers(digest, entry, lang))
    return row(
        [escaped(text), status + mark, carriers or "—", _joined(entry.missing, lang) or escaped(reason(entry, lang))]
    )


def _carriers(digest: Digest, entry: ClauseCoverage, lang: Lang) -> list[str]:
    """Return the best carriers in full, and how many more there are; the record lists them all."""
    more = len(entry.child_clauses) - CARRIERS
    shown = [_carrier(digest, clause_id, lang) for clause_id in entry.child_clauses[:CARRIERS]]
    return [*shown, _MORE.of(lang).format(more=more)] if more > 0 else shown


def _carrier(digest: Digest, clause_id: str, lang: Lang) -> str:
    title = escaped(heading(digest.child.task_of[clause_id]))
    return led(title, escaped(digest.child.clauses[clause_id].text), lang)


def _links(digest: Digest, lang: Lang) -> str:
    links = digest.comparison.links
    head = _LINK_HEAD.of(lang).format(lower=digest.lower.of(lang), upper=digest.upper.of(lang))
    return table(head.split("|"), [_link(digest, link, lang) for link in links])


def _link(digest: Digest, link: Link, lang: Lang) -> str:
    status = digest.task_status.get(link.parent_task)
    return row(
        [
            escaped(heading(digest.child.tasks[link.child_task])),
            escaped(heading(digest.parent.tasks[link.parent_task])),
            labels.STATUS[status].of(lang) if status else "—",
            labels.STRENGTH[link.strength].of(lang),
            labels.RELATION[link.relation].of(lang),
            f"{link.score:.2f}",
            f"{link.runner_up:.2f}",
        ]
    )


def _joined(texts: tuple[str, ...], lang: Lang) -> str:
    return semicolons(map(escaped, texts), lang)
