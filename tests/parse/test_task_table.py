"""Which documents that are a table are a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.model.plan import PlanKind
from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.block import Document

WORK = (
    "序号\t重点任务\t工作措施\t责任单位",
    "1\t建设管网\t新建管网20公里\t供水科",
    "2\t治理漏损\t漏损率降到9%\t供水科",
)


def _kind(document: Callable[[str], Document], title: str, rows: tuple[str, ...]) -> PlanKind:
    return parse_document(document("\n".join((title, *rows)))).kind


@pytest.mark.parametrize(
    "title",
    [
        "2025年重点工作任务分解表",
        "青渡镇2025年工作要点责任清单",
        "江城市水务局2025年工作计划表",
        "2025年民生实事任务分工方案",
        "关于印发2025年重点任务清单的通知",
    ],
)
def test_a_table_of_tasks_under_the_title_of_a_plan_is_a_plan(document: Callable[[str], Document], title: str) -> None:
    """A title that names the work of a year, above a table that says what is done and by whom, makes a plan."""
    assert PlanKind.PLAN == _kind(document, title, WORK)


@pytest.mark.parametrize(
    "title",
    [
        "重点任务清单",
        "2024年重点工作任务完成情况表",
        "2025年目标任务考核结果",
        "2025年先进工作者名单",
        "2025年部门预算安排表",
    ],
)
def test_other_titles_make_no_plan_of_a_table(document: Callable[[str], Document], title: str) -> None:
    """Results, accounts, lists of names and tables of no year stay tables."""
    assert PlanKind.OTHER == _kind(document, title, WORK)


@pytest.mark.parametrize(
    "rows",
    [
        ("序号\t工作任务\t评分标准\t分值\t责任单位", "1\t安全\t好\t10\t应急办", "2\t消防\t好\t5\t消防站"),
        (
            "序号\t项目名称\t建设内容\t总投资\t责任单位",
            "1\t水厂\t新建1座\t1亿元\t供水公司",
            "2\t管网\t改造\t1亿元\t供水公司",
        ),
        ("指标\t单位\t1-6月\t同比", "产值\t亿元\t12\t5%", "利润\t亿元\t2\t6%"),
        ("月份\t会议\t参加人员", "1月\t例会\t全体", "2月\t例会\t全体"),
        ("序号\t姓名\t任务\t电话", "1\t赵某\t值班\t无", "2\t钱某\t值班\t无"),
    ],
)
def test_tables_of_other_things_are_no_plan(document: Callable[[str], Document], rows: tuple[str, ...]) -> None:
    """Marks, money, figures, meetings and names are no tasks, whatever stands above them."""
    assert PlanKind.OTHER == _kind(document, "2025年重点工作安排表", rows)


def test_numbered_tasks_of_the_text_are_the_tasks(document: Callable[[str], Document]) -> None:
    """Where the text numbers its tasks, the rows of a table stay an annex."""
    text = ("一、建设管网。新建管网20公里。", "附件", "2025年重点任务清单", *WORK)
    plan = parse_document(document("\n".join(("2025年重点任务清单", *text))))
    assert [("t1", ())] == [(task.id, task.rows) for task in plan.tasks]
    assert 2 == len(plan.annexes[0].rows)
