"""Links between tasks as a table, in the order of the child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import heading, section_path
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.places import place
from planalign.report.status_tones import status_cell
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from planalign.model.comparison import Link
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

_NAME = Wording("任务对应关系")
_COLUMNS = (
    Wording("{lower}部分"),
    Wording("{lower}任务"),
    Wording("{lower}位置"),
    Wording("{upper}部分"),
    Wording("{upper}任务"),
    Wording("{upper}位置"),
    Wording("{upper}任务状态"),
    Wording("主次"),
    Wording("关系"),
    Wording("共有词语"),
    Wording("得分"),
    Wording("次优得分"),
)
_HIDDEN = (
    Wording("编号"),
    Wording("{lower}任务编号"),
    Wording("{upper}任务编号"),
)
_MOST_WORDS = 8


def links_table(digest: Digest, lang: Lang) -> Table:
    """Return one row a link."""
    sides = digest.called(lang)
    order = digest.child.order
    links = sorted(digest.comparison.links, key=lambda link: (order[link.child_task], -link.score, link.id))
    heads = (*columns(_COLUMNS, lang, **sides), *hidden(_HIDDEN, lang, **sides))
    return Table(_NAME.of(lang), heads, [_row(digest, link, lang) for link in links])


def _row(digest: Digest, link: Link, lang: Lang) -> Row:
    lower, upper = digest.child.tasks[link.child_task], digest.parent.tasks[link.parent_task]
    words = dict.fromkeys(word for piece in link.evidence for word in piece.words)
    return (
        section_path(digest.child.plan, lower),
        heading(lower),
        place(lower.location, lang),
        section_path(digest.parent.plan, upper),
        heading(upper),
        place(upper.location, lang),
        status_cell(digest.task_status.get(upper.id), lang),
        labels.STRENGTH[link.strength].of(lang),
        labels.RELATION[link.relation].of(lang),
        " ".join(list(words)[:_MOST_WORDS]),
        link.score,
        link.runner_up,
        link.id,
        lower.id,
        upper.id,
    )
