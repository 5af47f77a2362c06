"""A matrix as a Markdown report: the children with their coverage, then parent tasks down and children across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import PlanIndex, heading
from planalign.model.wording import Wording
from planalign.report import labels, matrix_items, matrix_totals
from planalign.report.escaping import escaped
from planalign.report.markdown_inputs import fact_table
from planalign.report.markdown_table import row, table
from planalign.report.matrix_items import carriers, cell_text, child_names, named_cautions, rate
from planalign.report.origin import origin
from planalign.report.unread import unread_reason

if TYPE_CHECKING:
    from planalign.model.matrix import Matrix
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_FILE = Wording("文件", "heading")


def render(matrix: Matrix, look: Look) -> str:
    """Return the whole report."""
    lang = look.lang
    names = [escaped(name) for name in child_names(matrix)]
    parts = [
        f"# {matrix_items.TITLE.of(lang)}",
        f"> {labels.NOTICE.of(lang)} · {matrix.generator}",
        f"**{labels.PARENT.of(lang)}**",
        fact_table(matrix.parent, lang),
        _children(matrix, names, lang),
        *(f"> **{escaped(name)}** {escaped(caution)}" for name, caution in named_cautions(matrix, lang)),
        _grid(matrix, names, lang),
        *_totals(matrix, names, lang),
        escaped(origin(matrix.provenance, lang)),
    ]
    return "\n\n".join(parts) + "\n"


def _children(matrix: Matrix, names: list[str], lang: Lang) -> str:
    rows = [
        row([name, rate(child, lang), escaped(child.source.file), child.source.sha256])
        for name, child in zip(names, matrix.children, strict=True)
    ]
    rows += [
        row([matrix_items.UNREAD.of(lang), escaped(unread_reason(each, lang)), escaped(each.file), "—"])
        for each in matrix.unread
    ]
    head = [matrix_items.CHILDREN.of(lang), matrix_items.RATE.of(lang), _FILE.of(lang), "sha256"]
    return table(head, rows)


def _grid(matrix: Matrix, names: list[str], lang: Lang) -> str:
    tasks = PlanIndex(matrix.parent).tasks
    rows = [
        row(
            [
                escaped(heading(tasks[line.task])),
                carriers(line.cells),
                *(cell_text(cell, lang) for cell in line.cells),
            ]
        )
        for line in matrix.rows
    ]
    return table([matrix_items.TASK.of(lang), matrix_items.CARRIED_BY.of(lang), *names], rows)


def _totals(matrix: Matrix, names: list[str], lang: Lang) -> list[str]:
    """Return the totals with the sums of the children, and who gives no number; nothing where there is no total."""
    if not matrix.totals:
        return []
    rows = [row([escaped(total.matter), *map(escaped, matrix_totals.cells(total, lang))]) for total in matrix.totals]
    head = [matrix_totals.MATTER.of(lang), *matrix_totals.headings(names, lang)]
    silent = [f"- {escaped(line)}" for line in matrix_totals.without(matrix, child_names(matrix), lang)]
    title = f"**{matrix_totals.WITHOUT.of(lang)}**"
    told = [title, "\n".join(silent)] if silent else []
    return [f"## {matrix_totals.TITLE.of(lang)}", table(head, rows), *told]
