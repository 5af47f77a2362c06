"""Tasks out of the rows of tables, as DOCX, HTML and PDF readers give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import Cell, CellOrigin, Document, Format, Location, Paragraph, Table
from planalign.model.index import further_annexes
from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from planalign.model.plan import Plan

OWN, DOWN, OVER = CellOrigin.OWN, CellOrigin.VMERGE, CellOrigin.HMERGE
HEADER = ("序号", "重点任务", "工作措施", "完成时限", "牵头单位")


def _plan(*rows: tuple[str | tuple[str, CellOrigin], ...]) -> Plan:
    grid = []
    for index, row in enumerate(rows, start=1):
        pairs = [cell if isinstance(cell, tuple) else (cell, OWN) for cell in row]
        grid.append(
            tuple(
                Cell(text=text, origin=origin, location=Location(table=1, row=index, cell=number))
                for number, (text, origin) in enumerate(pairs, start=1)
            )
        )
    title = Paragraph(text="2025年重点工作任务分解表", location=Location(paragraph=1))
    blocks = (title, Table(rows=tuple(grid), location=Location(table=1)))
    return parse_document(Document(file="plan.docx", sha256="0" * 64, format=Format.DOCX, blocks=blocks))


def test_a_task_over_several_rows_is_one_task() -> None:
    """Where number and name are merged over rows, each row gives a clause with its own units and time."""
    plan = _plan(
        HEADER,
        ("1", "供水", "新建水厂1座", "6月底", "供水科"),
        (("1", DOWN), ("供水", DOWN), "改造管网20公里", "11月底", "管网科"),
        ("2", "节水", "创建节水单位30个", "", "节水办"),
    )
    assert [("t1", ("a1.r1", "a1.r2")), ("t2", ("a1.r3",))] == [(task.id, task.rows) for task in plan.tasks]
    assert [
        ("t1.c1", "新建水厂1座，6月底", ["供水科"]),
        ("t1.c2", "改造管网20公里，11月底", ["管网科"]),
        ("t2.c1", "创建节水单位30个", ["节水办"]),
    ] == [(each.id, each.text, [unit.name for unit in each.units]) for task in plan.tasks for each in task.clauses]


def test_a_number_of_its_own_makes_a_task_of_its_own() -> None:
    """Where only the name is merged, each numbered row is a task."""
    plan = _plan(
        HEADER, ("1", "供水", "新建水厂1座", "", "供水科"), ("2", ("供水", DOWN), "改造管网20公里", "", "管网科")
    )
    assert [("1.", "供水"), ("2.", "供水")] == [(task.label, task.title) for task in plan.tasks]


def test_headings_over_the_table_are_sections() -> None:
    """A row that is one cell over the whole width heads the tasks below it; 合计 is no task."""
    covered = ("（一）供水保障", OVER)
    wide = ("（一）供水保障", covered, covered, covered, covered)
    plan = _plan(HEADER, wide, ("1", "供水", "新建水厂1座", "", "供水科"), ("合计", "", "", "", ""))
    assert [("s1", "（一）", "供水保障")] == [(each.id, each.label, each.title) for each in plan.sections]
    assert ["s1"] == [task.section for task in plan.tasks]


def test_a_clause_knows_its_cell_and_the_row_its_place() -> None:
    """The measure is found in its own cell, behind its number; the annex row keeps its place."""
    plan = _plan(HEADER, ("1", "供水", "①新建水厂1座\n②改造管网20公里", "12月", "供水科"))
    places = [clause.location for task in plan.tasks for clause in task.clauses]
    assert [(2, 3, 1, 7), (2, 3, 9, 17)] == [(each.row, each.cell, each.start, each.end) for each in places]
    assert (2, 1) == (plan.annexes[0].rows[0].location.row, plan.annexes[0].rows[0].location.cell)


def test_a_month_in_a_column_of_times_is_a_deadline() -> None:
    """A bare month means its end, a day that day; 全年 and 持续 name no day."""
    rows = [
        (str(at), f"供水{at}", "新建水厂1座", term, "供水科") for at, term in enumerate(("12月", "9月30日", "全年"), 1)
    ]
    plan = _plan(HEADER, *rows)
    assert [[("12月", "12-31")], [("9月30日", "09-30")], []] == [
        [(due.text, due.due) for due in task.clauses[0].facts.deadlines] for task in plan.tasks
    ]


def test_without_a_name_the_measure_says_all() -> None:
    """A table of 工作内容 alone takes the first sentence for the heading, as running text does."""
    plan = _plan(("序号", "工作内容", "责任单位", "完成时间"), ("1", "加强供水保障。新建水厂1座。", "供水科", "12月底"))
    assert [("加强供水保障", "新建水厂1座。12月底")] == [(task.title, task.clauses[0].text) for task in plan.tasks]


def test_a_table_that_is_the_plan_is_no_further_annex() -> None:
    """What the tasks tell is not told again by the rows."""
    plan = _plan(HEADER, ("1", "供水", "新建水厂1座", "6月底", "供水科"))
    assert 1 == len(plan.annexes)
    assert () == further_annexes(plan)
