"""The comparison as Markdown."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, partial, plan, status, task

from planalign.model.alignment import Alignment
from planalign.model.comparison import Status
from planalign.model.wording import Lang
from planalign.report.look import Look
from planalign.report.markdown import render

REPORT = render(comparison(CITY, DISTRICT, ALIGNMENT), Look())


@pytest.mark.parametrize(
    "line",
    [
        "# 上下级工作计划对照报告",
        "> 自动比对结果，供人工复核 · planalign 0.1.0",
        "| 发文字号 | 江应急发〔2025〕3号 | — |",
        "- **条款承接率 20%（1/5；严格口径：部分承接不算，不适用不计）**",
        "- 整项未承接的任务：2．建设森林防火道路",
        "- 工作要求：上级 1 项，下级 0 项，未计入以上数字（加 --requirements 计入）",
        "共 2 处（其中整项未承接的任务 1 项，计 2 条；其他条款 1 条；合计 3 条）",
        "### 错误 · 2．建设森林防火道路（整项未承接） · PA101-t2",
        "> 新建防火道路20公里。完善取水点。",
        "**下级**：未找到",
        "**缺少**：更新物资清单",
        "- 提示 · “3．柑橘冻害防范”没有对应的上级任务（下级 第30行） · PA104-t3",
        "### 4．强化组织领导（未承接，工作要求）",
        "| 修订市级总体预案，更新物资清单。 | 部分承接 | 1．修订预案：修订区级总体预案。 | 更新物资清单 |",
        "| 1．修订预案 | 1．完善应急预案 | 部分承接 | 主要 | 部分重合 | 0.80 | 0.20 |",
    ],
)
def test_line(line: str) -> None:
    """The report holds the verdict, both quotes of each gap, every clause, every link."""
    assert line in REPORT.splitlines()


def test_english() -> None:
    """The same report in English."""
    report = render(comparison(CITY, DISTRICT, ALIGNMENT), Look(lang=Lang.EN))
    assert "**Child**: not found" in report.splitlines()


def test_document_text_is_no_markup() -> None:
    """Pipes, tags and links of a document do not break tables or the page."""
    parent = plan("a|b.txt", task(1, "<b>预案|清单", "修订|[预案](http://x.cn)。"))
    alignment = Alignment(coverage=(partial("t1.c1", "t1.c1", "修订|"),), task_status=(status("t1", Status.PARTIAL),))
    report = render(comparison(parent, parent, alignment), Look())
    table = [line for line in report.splitlines() if line.startswith("|")]
    bare = {line.replace("\\|", "").count("|") for line in table}
    assert bare <= {4, 5, 8}
    assert "<b>" not in report
    assert "\\[预案\\](http\\://" in report
