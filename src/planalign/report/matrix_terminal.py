"""A matrix for a terminal: parent tasks down, children across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.index import PlanIndex, heading
from planalign.report import labels, matrix_items, matrix_totals
from planalign.report.digest import plan_facts, plan_title
from planalign.report.grid import Line, draw
from planalign.report.matrix_items import carried_by_nobody, carriers, cell_text, child_names, named_cautions, rate
from planalign.report.punctuation import bracketed, colon, semicolons
from planalign.report.screen import Screen
from planalign.report.scrub import one_line
from planalign.report.unread import unread_reason

if TYPE_CHECKING:
    from planalign.model.matrix import Matrix
    from planalign.report.look import Look


def render(matrix: Matrix, look: Look) -> str:
    """Return the report as lines of the given width."""
    screen, lang = Screen(look), look.lang
    tasks = PlanIndex(matrix.parent).tasks
    names = child_names(matrix)
    _header(screen, matrix, names, look)
    nobody = [one_line(heading(tasks[row.task])) for row in matrix.rows if carried_by_nobody(row.cells)]
    screen.line()
    screen.line(
        matrix_items.NOBODY.of(lang)
        + bracketed(len(nobody), lang)
        + colon(lang)
        + (semicolons(nobody, lang) or matrix_items.NONE.of(lang)),
        "red" if nobody else "green",
    )
    screen.line()
    head = Line(matrix_items.TASK.of(lang), (matrix_items.CARRIED_BY.of(lang), *names), "bold")
    lines = [
        Line(
            one_line(heading(tasks[row.task])),
            (carriers(row.cells), *(cell_text(cell, lang) for cell in row.cells)),
            "red" if carried_by_nobody(row.cells) else "",
        )
        for row in matrix.rows
    ]
    draw(screen, look.width, head, lines)
    _totals(screen, matrix, names, look)
    return screen.render()


def _header(screen: Screen, matrix: Matrix, names: list[str], look: Look) -> None:
    lang = look.lang
    screen.line(f"{matrix.generator} · {labels.NOTICE.of(lang)}", "dim")
    facts = " · ".join(plan_facts(matrix.parent, lang))
    screen.labelled(labels.PARENT.of(lang), f"{plan_title(matrix.parent, lang)} {facts}", "bold")
    for name, child in zip(names, matrix.children, strict=True):
        screen.labelled(name, f"{matrix_items.RATE.of(lang)} {rate(child, lang)} · {one_line(child.source.file)}")
    for name, caution in named_cautions(matrix, lang):
        screen.labelled(name, caution, "bold yellow")
    for unread in matrix.unread:
        screen.labelled(matrix_items.UNREAD.of(lang), f"{one_line(unread.file)} {unread_reason(unread, lang)}", "red")


def _totals(screen: Screen, matrix: Matrix, names: list[str], look: Look) -> None:
    """Write the totals with the sums of the children, and who gives no number."""
    if not matrix.totals:
        return
    lang = look.lang
    screen.line()
    screen.line(matrix_totals.TITLE.of(lang), "bold")
    head = Line(matrix_totals.MATTER.of(lang), tuple(matrix_totals.headings(names, lang)), "bold")
    lines = [Line(one_line(total.matter), tuple(matrix_totals.cells(total, lang))) for total in matrix.totals]
    draw(screen, look.width, head, lines)
    silent = matrix_totals.without(matrix, names, lang)
    if silent:
        screen.line()
        screen.line(matrix_totals.WITHOUT.of(lang) + colon(lang))
        for line in silent:
            screen.line(f"- {line}")
