"""Links between tasks as a table, in the order of the child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import heading
from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.outline_above import section_path
from planalign.report.places import place
from planalign.report.status_tones import status_cell
from planalign.report.table_cells import Table, columns, hidden

if TYPE_CHECKING:
    from planalign.model.comparison import Link
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

_NAME = Wording("任务对应关系", "Links between tasks")
_COLUMNS = (
    Wording("{lower}部分", "{lower}: section"),
    Wording("{lower}任务", "{lower}: task"),
    Wording("{lower}位置", "{lower}: place"),
    Wording("{upper}部分", "{upper}: section"),
    Wording("{upper}任务", "{upper}: task"),
    Wording("{upper}位置", "{upper}: place"),
    Wording("{upper}任务状态", "{upper}: status of the task"),
    Wording("主次", "strength"),
    Wording("关系", "relation"),
    Wording("共有词语", "shared words"),
    Wording("得分", "score"),
    Wording("次优得分", "runner-up"),
)
_HIDDEN = (
    Wording("编号", "id"),
    Wording("{lower}任务编号", "{lower}: id of the task"),
    Wording("{upper}任务编号", "{upper}: id of the task"),
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
