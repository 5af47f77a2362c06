"""The sheet of targets (指标变化): numbers, deadlines, frequencies, lists and verbs, in the order of the parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import clause_end
from planalign.model.wording import Wording
from planalign.report.digest import TARGETS
from planalign.report.drift import ASPECTS, LEVEL_CHANGE
from planalign.report.places import place
from planalign.report.status_tones import drift_cell
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.comparison import Drift
    from planalign.model.index import PlanIndex
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

_COLUMNS = (
    Wording("事项", "matter"),
    Wording("类别", "kind"),
    Wording("{upper}数值"),
    Wording("{lower}数值"),
    Wording("分解到本级"),
    Wording("变化"),
    Wording("说明"),
    Wording("{upper}出处"),
    Wording("{upper}表述"),
    Wording("{upper}位置"),
    Wording("{lower}出处"),
    Wording("{lower}表述"),
    Wording("{lower}位置"),
)
_HIDDEN = (
    Wording("{upper}条款编号", "column of clauses"),
    Wording("{lower}条款编号", "column of clauses"),
)
_PREAMBLE = Wording("总体要求")
_IN_WORDS = Wording("有表述，无数值")


def targets_table(digest: Digest, lang: Lang) -> Table:
    """Return one row a target, those that are the same too."""
    sides = digest.called(lang)
    heads = (*columns(_COLUMNS, lang, **sides), *hidden(_HIDDEN, lang, **sides))
    others = tuple(dict(_other_sources(side, lang)) for side in (digest.parent, digest.child))
    found = [_row(digest, drift, others, lang) for drift in digest.comparison.drift]
    return Table(digest.title(TARGETS).of(lang), heads, found, frozen=1)


def _row(digest: Digest, drift: Drift, others: Sequence[dict[str, _Source]], lang: Lang) -> Row:
    notes = [_IN_WORDS.of(lang) if drift.in_words else "", LEVEL_CHANGE.of(lang) if drift.level_change else ""]
    return (
        drift.matter,
        ASPECTS[drift.aspect].of(lang),
        drift.parent_value,
        drift.child_value,
        drift.share,
        drift_cell(drift.drift, lang),
        "\n".join(filter(None, notes)),
        *_source(digest.parent, drift.parent_clause, others[0], lang),
        *_source(digest.child, drift.child_clause, others[1], lang),
        drift.parent_clause or "",
        drift.child_clause or "",
    )


_Source = tuple[str, str, str]


def _source(side: PlanIndex, name: str | None, others: dict[str, _Source], lang: Lang) -> _Source:
    """Return title, words and place of a clause or an annex row; empty for none."""
    if name in side.clauses:
        end = clause_end(side, name)
        return end.title, end.text, place(end.location, lang)
    return others.get(name or "", ("", "", ""))


def _other_sources(side: PlanIndex, lang: Lang) -> Iterator[tuple[str, _Source]]:
    """Yield what stands outside the tasks: the clauses above them, and the annex rows."""
    for clause in side.plan.preamble:
        yield clause.id, (_PREAMBLE.of(lang), clause.text, place(clause.location, lang))
    for annex in side.plan.annexes:
        for row in annex.rows:
            words = "：".join(filter(None, (row.name, row.target)))
            yield row.id, (annex.title, words, place(row.location, lang))
