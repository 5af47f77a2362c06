"""Parsed documents for a terminal and as Markdown."""

from __future__ import annotations

from tests.hand_made import CITY

from planalign.model.annex import Annex, AnnexRow
from planalign.model.block import Location, SkipKind, Skipped
from planalign.report import plan_markdown, plan_terminal
from planalign.report.look import Look

FULL = CITY.model_copy(
    update={
        "annexes": (
            Annex(
                id="a1",
                title="附件：任务分解",
                columns=("序号", "名称"),
                rows=(AnnexRow(id="a1.r1", seq=1, name="预案|演练", cells=("1", "预案|演练")),),
            ),
        ),
        "skipped": (Skipped(location=Location(line=9), reason="a caption or a note to a table", text="说明"),),
    }
)


def test_terminal() -> None:
    """The head, the tasks under their sections, the annexes and the leftovers."""
    expected = """\
江城市应急管理局《2025年全市应急管理工作要点》
city.txt · 工作计划 · 江应急发〔2025〕3号 · 2025-02-10 · 市级
部分 1，任务 4，条款 6，附表 1（1 行），未能识别 1
  一、重点任务
    1．完善应急预案 · 2 条
    2．建设森林防火道路 · 2 条
    3．开展安全宣传 · 1 条
    4．强化组织领导（工作要求） · 1 条
  附件：任务分解（1 行）
未能识别 第9行 表格的标题或注释 说明

"""
    assert expected == plan_terminal.render([FULL], Look(width=80))


def test_markdown() -> None:
    """All tasks with their clauses, annex tables with escaped cells."""
    lines = plan_markdown.render([FULL], Look()).splitlines()
    assert "## 一、重点任务" in lines
    assert "- 每季度开展一次联合演练；" in lines
    assert "| 1 | 预案\\|演练 |" in lines
    assert "- 第9行 表格的标题或注释：说明" in lines


def test_doubtful_readings_are_to_be_checked() -> None:
    """What was read with doubts is in the record: it is counted and headed apart from what was not understood."""
    doubt = Skipped(location=Location(page=2), reason="a number without text", kind=SkipKind.UNCLEAR, text="0.3%o")
    plan = FULL.model_copy(update={"skipped": (*FULL.skipped, doubt)})
    lines = plan_terminal.render([plan], Look(width=80)).splitlines()
    assert lines[2].endswith("未能识别 1，请核对 1")
    assert "请核对 第2页 只有编号，没有文字 0.3%o" in [" ".join(line.split()) for line in lines]
    assert "## 请核对\n\n- 第2页 只有编号，没有文字：0.3%o" in plan_markdown.render([plan], Look())
