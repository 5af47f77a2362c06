"""The parser: the blocks of a document become a plan, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import Paragraph, SkipKind, Skipped, Table
from planalign.model.plan import Plan, PlanKind, Source
from planalign.model.sentence import english
from planalign.parse.annex import read_grids
from planalign.parse.annex_head import head_of, listed_heads
from planalign.parse.annex_part import cut_annexes
from planalign.parse.flat_table import rebuild_tables
from planalign.parse.front import Front, split_front
from planalign.parse.furniture import as_furniture, clear_furniture
from planalign.parse.hidden_label import label_bare_numbers, label_named_numbers, label_points
from planalign.parse.interpretation import read_interpretation
from planalign.parse.joining import join_broken
from planalign.parse.kind import is_plan, is_plan_title, kind_of_document
from planalign.parse.line import Line, lines_of, text_of
from planalign.parse.masthead import beside_fields, lost_parts, read_masthead
from planalign.parse.outline import build_outline
from planalign.parse.row_tasks import read_task_tables
from planalign.parse.run_in import split_run_in
from planalign.parse.stated_count import find_stated_counts
from planalign.parse.task_table import holds_tasks, names_task_list
from planalign.parse.tasks import Body, preamble_clauses, read_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.model.annex import AnnexHead
    from planalign.model.block import Block, Document
    from planalign.model.plan import Masthead
    from planalign.parse.annex import Grid

_NO_PLAN = english("not a work plan: its text was not taken for tasks")
_NO_ITEMS = english("a plan by its title, but without numbered items: no task can be told apart")
# A new page stands for as many blank lines.
_PAGE_GAP = 3


def parse_document(document: Document) -> Plan:
    """Return the plan that a document holds; what is not understood is kept as skipped."""
    cleared = clear_furniture(_elements(document.blocks))
    tabled, flat = rebuild_tables(label_named_numbers(label_bare_numbers(cleared.elements)))
    joined, headers = join_broken(tabled)
    parts = cut_annexes(joined)
    front = split_front(parts.lines)
    grids, left = read_grids(parts.tables)
    annexes = tuple(grid.annex for grid in grids)
    # An annex that is a file of its own bears the title of its table.
    named = {"title": annexes[0].title} if annexes and not front.body else {}
    masthead = read_masthead(front, named | cleared.stated | document.metadata)
    kind, body = _read(front, masthead, grids)
    notes = [as_furniture(line, "note") for line in front.notes]
    return Plan(
        id=document.sha256[:12],
        source=Source(file=document.file, sha256=document.sha256, format=document.format.value),
        kind=kind,
        masthead=masthead,
        sections=tuple(body.sections),
        tasks=tuple(body.tasks),
        preamble=preamble_clauses(body.preamble),
        annexes=annexes,
        annex_list=tuple(listed_heads(parts.listed)),
        annex_heads=(*_plan_as_annex(front, masthead.title), *parts.heads),
        stated_counts=tuple(find_stated_counts([*front.notice, *body.preamble])),
        skipped=(*document.skipped, *lost_parts(front), *flat, *body.skipped, *parts.skipped, *left),
        furniture=(
            *document.furniture,
            *cleared.furniture,
            *headers,
            *parts.furniture,
            *beside_fields(front, masthead),
            *body.headings,
            *notes,
        ),
    )


def _read(front: Front, masthead: Masthead, grids: Sequence[Grid]) -> tuple[PlanKind, Body]:
    """Return what the document is and what its body holds."""
    title = masthead.title
    kind = kind_of_document(title, front.body)
    outline = build_outline(split_run_in(label_points(front.body)))
    if kind is PlanKind.INTERPRETATION:
        return kind, read_interpretation(outline)
    body = read_body(outline)
    if kind is PlanKind.PLAN and not body.tasks and names_task_list(title, masthead.year):
        read_task_tables(filter(holds_tasks, grids), body)
    if kind is PlanKind.PLAN and is_plan(title, body.tasks):
        return kind, body
    bare = kind is PlanKind.PLAN and not body.tasks and is_plan_title(title)
    return PlanKind.OTHER, _no_tasks(front.body, bare=bare)


def _plan_as_annex(front: Front, title: str) -> Iterator[AnnexHead]:
    """Return the mark 附件 that stands above the plan itself."""
    for line in (*front.head, *front.marker, *front.titles):
        head = head_of(line, None)
        if head:
            yield head.model_copy(update={"title": head.title or title})


def _no_tasks(lines: Sequence[Line], *, bare: bool) -> Body:
    """Set a whole text aside: that of another document, or that of a plan without numbered items."""
    if not lines:
        return Body()
    reason = _NO_ITEMS if bare else _NO_PLAN
    kind = SkipKind.UNPLACED if bare else SkipKind.NO_TASK
    return Body(skipped=[Skipped(location=lines[0].place(), reason=reason, kind=kind, text=text_of(lines))])


def _elements(blocks: Sequence[Block]) -> list[Line | Table]:
    """Return tables and lines in order; every line knows how many blank lines stood above it."""
    elements: list[Line | Table] = []
    above: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Table):
            elements.append(block)
        else:
            elements += lines_of(block, _gap(above, block))
            above = block
    return elements


def _gap(above: Paragraph | None, paragraph: Paragraph) -> int:
    if above is None:
        return 0
    before, here = above.location, paragraph.location
    if before.line is not None and here.line is not None:
        return max(0, here.line - before.line - 1)
    return _PAGE_GAP if before.page != here.page else 0
