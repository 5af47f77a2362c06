"""The sheet of gaps (缺口): open findings on coverage first, then those on structure, duties and the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.index import section_path
from planalign.model.wording import Wording
from planalign.report.digest import DROPPED, INPUT, LOCAL, PARTIAL, SLIPS, STRUCTURE, TARGETS, WAIVERS, Group
from planalign.report.gap import finding_gap, not_found
from planalign.report.places import place
from planalign.report.status_tones import severity_cell
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.index import PlanIndex
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.gap import Gap
    from planalign.report.table_cells import Row

NAME = Wording("缺口")
_COLUMNS = (
    Wording("类别"),
    Wording("级别"),
    Wording("规则"),
    Wording("{upper}部分"),
    Wording("{upper}任务"),
    Wording("{upper}表述"),
    Wording("{upper}位置"),
    Wording("{lower}任务"),
    Wording("{lower}表述"),
    Wording("{lower}位置"),
    Wording("缺少内容"),
    Wording("问题", "message"),
    Wording("处理"),
)
_HIDDEN = (Wording("编号"), Wording("指纹"))
_GROUPS = (DROPPED, PARTIAL, STRUCTURE, SLIPS, INPUT, WAIVERS)
_OTHER = Group(Wording("其他"), ())


def gaps_table(digest: Digest, lang: Lang) -> Table:
    """Return one row an open finding; those on targets and local tasks have sheets of their own."""
    sides = digest.called(lang)
    heads = (*columns(_COLUMNS, lang, **sides), *hidden(_HIDDEN, lang))
    return Table(NAME.of(lang), heads, list(_rows(digest, lang)), frozen=3)


def _rows(digest: Digest, lang: Lang) -> Iterator[Row]:
    for group in _GROUPS:
        for finding in digest.findings(group):
            yield _row(digest, group, finding, lang)
    told = {code for group in (*_GROUPS, TARGETS, LOCAL) for code in group.codes}
    for finding in digest.comparison.findings:
        if finding.code not in told:
            yield _row(digest, _OTHER, finding, lang)


def _row(digest: Digest, group: Group, finding: Finding, lang: Lang) -> Row:
    rule = RULES[finding.code]
    gap = finding_gap(digest, finding)
    return (
        digest.title(group).of(lang),
        severity_cell(finding.severity, lang),
        rule.title.of(lang),
        _section(digest.parent, finding.parent),
        *end_cells(finding.parent, lang),
        *_lower(finding, gap, lang),
        "\n".join(gap.missing),
        finding.message,
        rule.fix.of(lang),
        finding.id,
        finding.fingerprint,
    )


def end_cells(end: FindingEnd | None, lang: Lang) -> tuple[str, str, str]:
    """Return title, words and place of an end; empty for none."""
    return (end.title, end.text, place(end.location, lang)) if end else ("", "", "")


def _lower(finding: Finding, gap: Gap, lang: Lang) -> tuple[str, str, str]:
    """Return what the child says; of what is dropped that nothing was found, and what comes nearest."""
    if finding.code not in DROPPED.codes:
        return end_cells(finding.child, lang)
    title, words, spot = end_cells(finding.child, lang)
    return title, f"{not_found(gap, lang)}\n{words}".strip(), spot


def _section(side: PlanIndex, end: FindingEnd | None) -> str:
    """Return the headings above an end; empty where it stands in no task."""
    name = end.id.partition(".")[0] if end else ""
    return section_path(side.plan, side.tasks[name]) if name in side.tasks else ""
