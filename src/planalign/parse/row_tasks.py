"""Tasks out of the rows of a table: items become tasks, headings over several items sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.model.annex import AnnexRow, RowKind
from planalign.model.block import Cell, CellOrigin, Paragraph
from planalign.model.plan import Section, Task, TaskKind, Unit, UnitRole
from planalign.parse.annex_row import is_blank, text_in
from planalign.parse.clause import with_term
from planalign.parse.label import Label, Rank, parse_label
from planalign.parse.line import Line, lines_of
from planalign.parse.outline import Node, build_outline
from planalign.parse.run_in import split_run_in
from planalign.parse.section import kind_of
from planalign.parse.task_table import Columns, columns_of
from planalign.parse.tasks import read_task
from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.parse.annex import Grid
    from planalign.parse.annex_row import Row
    from planalign.parse.tasks import Body

_SAMPLE = compiled(r"[（(]?(?:示|范|样|举)?例[)）]?[:：]?")


def read_task_tables(grids: Iterable[Grid], body: Body) -> None:
    """Add the tasks and sections that the rows of tables hold to the body, in order."""
    for grid in grids:
        reading = _Reading(columns_of(grid), body)
        for row, cells in zip(grid.annex.rows, grid.rows, strict=True):
            if row.kind is RowKind.GROUP:
                reading.open_group(row, cells)
            elif row.kind is RowKind.ITEM and not _is_sample(cells):
                reading.add(row, cells)


def _is_sample(cells: Row) -> bool:
    return any(_SAMPLE.fullmatch(text_in(cell)) for cell in cells[:2])


@dataclass
class _Reading:
    """The tasks of one table while its rows are read."""

    columns: Columns
    body: Body
    group: Section | None = None
    """The heading over several rows that stands above."""
    sections: list[Section] = field(default_factory=list)
    """What the columns left of the task say, the widest first."""
    title: Line | None = None
    """That of the row above."""

    def open_group(self, row: AnnexRow, cells: Row) -> None:
        """Begin a section at a heading over several rows."""
        number = "" if self.columns.number is None else text_in(cells[self.columns.number])
        label = parse_label(row.name)
        if label is None and number and number != row.name:
            label = _label(number)
        self.group, self.sections = self._section(row.name, label, None, cells[0]), []

    def add(self, row: AnnexRow, cells: Row) -> None:
        """Add the task of a row, or its clauses to the task that goes on over several rows."""
        goes_on = self._goes_on(cells)
        title, lines = self._title(cells), self._measures(cells, anew=not goes_on)
        if goes_on and self.body.tasks and self.body.tasks[-1].rows:
            self._extend(row, cells, lines)
            return
        if title is None and not lines:
            return
        self._place(cells)
        node = Node(self._number(cells), title, lines) if title else Node(self._number(cells), lines[0], lines[1:])
        self.title = title
        self.body.tasks.append(self._task(node, row, cells))

    def _task(self, node: Node, row: AnnexRow, cells: Row) -> Task:
        above = [self.group, *self.sections] if self.group else [*self.sections]
        kind = TaskKind.TASK
        for section in above:
            kind = kind_of(section.title, kind)
        task = read_task(node, above[-1].id if above else None, kind, len(self.body.tasks) + 1)
        return _with_cells(task, row, self._terms(cells))

    def _extend(self, row: AnnexRow, cells: Row, lines: list[Line]) -> None:
        last = self.body.tasks[-1]
        clauses = last.clauses
        if lines:
            node = Node(_label(""), self.title or lines[0], lines)
            more = _with_cells(read_task(node, None, last.kind, 0), row, self._terms(cells))
            numbered = enumerate(more.clauses, start=len(clauses) + 1)
            clauses += tuple(each.model_copy(update={"id": f"{last.id}.c{number}"}) for number, each in numbered)
        changed = {
            "clauses": clauses,
            "rows": (*last.rows, row.id),
            "units": tuple(dict.fromkeys([*last.units, *_units(row)])),
            "text": "\n".join([last.text, *(line.text for line in lines)]),
        }
        self.body.tasks[-1] = last.model_copy(update=changed)

    def _goes_on(self, cells: Row) -> bool:
        """Say whether a row has neither a number nor a title of its own: both are merged with those above."""
        if self.columns.title is None or self.title is None:
            return False
        name = cells[self.columns.title]
        if self.columns.number is None:
            return name.origin is CellOrigin.VMERGE
        return _is_merged(name) and _is_merged(cells[self.columns.number])

    def _title(self, cells: Row) -> Line | None:
        if self.columns.title is None:
            return None
        lines = _lines(cells[self.columns.title])
        if not lines:
            return self.title
        whole = lines[0]
        for line in lines[1:]:
            whole = whole.join(line)
        return whole

    def _measures(self, cells: Row, *, anew: bool) -> list[Line]:
        """Return the lines of the cells that say what is to be done, numbers taken off."""
        own = [cells[at] for at in self.columns.measures if anew or cells[at].origin is CellOrigin.OWN]
        found: list[Line] = []
        for cell in own:
            outline = build_outline(split_run_in(_lines(cell)))
            found += [*outline.intro, *(line for node in outline.nodes for line in node.full_lines())]
        return [line for line in found if line.text and not is_blank(line.text)]

    def _terms(self, cells: Row) -> list[str]:
        return [term for at in self.columns.terms if not is_blank(term := "".join(text_in(cells[at]).split()))]

    def _number(self, cells: Row) -> Label:
        number = "" if self.columns.number is None else text_in(cells[self.columns.number])
        return _label(number)

    def _place(self, cells: Row) -> None:
        """Set the sections that the columns left of the task name; a blank cell goes on with the one above."""
        path: list[Section] = []
        for depth, at in enumerate(self.columns.groups):
            above = self.sections[depth] if depth < len(self.sections) else None
            text = "".join(text_in(cells[at]).split("\n"))
            parent = path[-1] if path else self.group
            if above and above.parent == (parent.id if parent else None) and text in ("", above.label + above.title):
                path.append(above)
            elif text:
                path.append(self._section(text, parse_label(text), parent, cells[at]))
        self.sections = path

    def _section(self, text: str, label: Label | None, parent: Section | None, cell: Cell) -> Section:
        section = Section(
            id=f"s{len(self.body.sections) + 1}",
            number=label.number if label else "",
            title=text[label.end :].strip() if label else text,
            parent=parent.id if parent else None,
            label=label.text if label else "",
            location=cell.location,
        )
        self.body.sections.append(section)
        return section


def _with_cells(task: Task, row: AnnexRow, terms: list[str]) -> Task:
    """Return a task with the units and the time that the other cells of its row name."""
    units = _units(row)
    clauses = [each if each.units else each.model_copy(update={"units": units}) for each in task.clauses]
    for term in terms:
        clauses[-1] = with_term(clauses[-1], term)
    return task.model_copy(update={"clauses": tuple(clauses), "units": task.units or units, "rows": (row.id,)})


def _units(row: AnnexRow) -> tuple[Unit, ...]:
    leads = [Unit(name=name, role=UnitRole.LEAD) for name in row.lead_units]
    others = [name for name in row.responsible_units if name not in row.lead_units]
    return (*leads, *(Unit(name=name, role=UnitRole.RESPONSIBLE) for name in others))


def _is_merged(cell: Cell) -> bool:
    return cell.origin is CellOrigin.VMERGE or not text_in(cell)


def _label(number: str) -> Label:
    """Return the number in a cell as the label that it would be in running text: 3 as 3., 三 as 三、."""
    bare = number.strip("（）()、.． ")
    if not bare:
        return Label(Rank.DIGIT, "", "", None, 0)
    text = number if number != bare else f"{bare}." if bare[-1].isdecimal() else f"{bare}、"
    return Label(Rank.DIGIT, text, bare, parse_numeral(bare), 0)


def _lines(cell: Cell) -> list[Line]:
    """Return the lines of a cell; one that is part of a line of text knows where in it each of them stands."""
    start = cell.location.start or 0
    lines = lines_of(Paragraph(text=cell.text, location=cell.location))
    return [
        line._replace(pieces=tuple(piece._replace(offset=piece.offset + start) for piece in line.pieces))
        for line in lines
    ]
