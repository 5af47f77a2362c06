"""The comparison for a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from tests.hand_made import (
    ALIGNMENT,
    CITY,
    DISTRICT,
    comparison,
    covered,
    dropped,
    partial,
    plan,
    status,
    task,
)

from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.comparison import Comparison, Status
from planalign.model.plan import PlanKind
from planalign.model.wording import Lang
from planalign.report.look import Look
from planalign.report.terminal import render

EXPECTED = """\
planalign 0.1.0 · 自动比对结果，供人工复核
上级    江城市应急管理局《2025年全市应急管理工作要点》 江应急发〔2025〕3号 ·
        2025-02-10 · 市级
        city.txt · sha256 0123456789abcdef…
下级    江城市临江区应急管理局《2025年全区应急管理工作要点》 区县级
        district.txt · sha256 0123456789abcdef…

条款承接率 20%（1/5；严格口径：部分承接不算，不适用不计）
任务：上级 3 项，已承接 1，部分承接 1，未承接 1，不适用 0；下级 3 项，其中自选动
作 1
条款：共 5 条，已承接 1，部分承接 1，未承接 3，不适用 0；待人工判定 0
问题：错误 1，警告 2，提示 1；未能识别或需核对的内容 0 处
整项未承接的任务：2．建设森林防火道路
工作要求：上级 1 项，下级 0 项，未计入以上数字（加 --requirements 计入）

─ 未承接（2） ─────────────────────────────────────────────────────────────────
其中整项未承接的任务 1 项，计 2 条；其他条款 1 条；合计 3 条
错误  2．建设森林防火道路（整项未承接）  PA101-t2
  上级    第20行：新建防火道路20公里。完善取水点。
  下级    未找到
警告  1．完善应急预案  PA102-t1.c2
  上级    第10行：每季度开展一次联合演练；
  下级    未找到；最接近（仅供参考）：1．修订预案，第10行：加强值班值守。

─ 部分承接（1） ───────────────────────────────────────────────────────────────
警告  1．完善应急预案  PA103-t1.c1
  上级    第10行：修订市级总体预案，更新物资清单。
  下级    1．修订预案，第10行：修订区级总体预案。
  缺少    更新物资清单

─ 自选动作（1） ───────────────────────────────────────────────────────────────
提示  3．柑橘冻害防范（第30行）  PA104-t3
"""


@pytest.fixture
def example() -> Comparison:
    """Return the comparison of the two fictional plans."""
    return comparison(CITY, DISTRICT, ALIGNMENT)


def test_whole_report(example: Comparison) -> None:
    """The verdict comes first, then what was dropped with both quotes, what is missing, what is local."""
    assert EXPECTED == render(example, Look(width=80))


@pytest.mark.parametrize("columns", [60, 80, 120, 160])
@pytest.mark.parametrize("lang", Lang)
def test_fits(example: Comparison, columns: int, lang: Lang) -> None:
    """No line is wider than the terminal."""
    lines = render(example, Look(lang=lang, width=columns)).splitlines()
    assert max(map(cell_len, lines)) <= columns


def test_wide_screen_shows_quotes_side_by_side(example: Comparison) -> None:
    """On a wide terminal both quotes stand on one line."""
    lines = render(example, Look(width=160)).splitlines()
    assert any("上级 第10行：每季度开展" in line and "下级 未找到；最接近（仅供参考）：" in line for line in lines)


def test_english(example: Comparison) -> None:
    """The words of the report are English, the quotes stay."""
    report = render(example, Look(lang=Lang.EN, width=80))
    assert "Clause coverage 20% (1/5; strict" in report
    assert "Child   not found; nearest (for reference only): 1．修订预案, line 10:" in report
    assert "\nerror  2．建设森林防火道路 (whole task dropped)  PA101-t2\n" in report
    assert "\nnote  3．柑橘冻害防范 (line 30)  PA104-t3\n" in report


def test_colour(example: Comparison) -> None:
    """Colour comes only where it is wanted."""
    assert "\x1b[" not in render(example, Look(width=80))
    assert "\x1b[" in render(example, Look(width=80, colour=True))


def test_markup_and_controls_of_documents_are_inert() -> None:
    """Text that looks like markup is shown as it is; control characters never reach the terminal."""
    parent = plan("a", task(1, "[/b]责任单位", "[link=file:///etc]修订\x1b]0;x\x07预案。"))
    alignment = Alignment(
        coverage=(partial("t1.c1", "t1.c1", "[red]修订"),), task_status=(status("t1", Status.PARTIAL),)
    )
    report = render(comparison(parent, parent, alignment), Look(width=80))
    assert "[/b]责任单位" in report
    assert "[link=file:///etc]修订" in report
    assert "\x1b" not in report
    assert "\x07" not in report


def test_undecided_is_marked() -> None:
    """A close call says so where it is shown, and in the counts."""
    parent = plan("a", task(1, "预案", "修订预案。"))
    alignment = Alignment(
        coverage=(partial("t1.c1", "t1.c1", "修订", undecided=True),), task_status=(status("t1", Status.PARTIAL),)
    )
    report = render(comparison(parent, parent, alignment), Look(width=80))
    assert "\n警告  1．预案（待人工判定）  PA103-t1.c1\n" in report
    assert "待人工判定 1\n" in report
    assert "─ 待人工判定（1）" in report
    assert "\n1．预案（部分承接）  PA103-t1.c1\n" in report


def test_two_years_of_one_issuer() -> None:
    """Plans of one issuer are told apart by their years, not as parent and child."""
    later = CITY.model_copy(update={"masthead": CITY.masthead.model_copy(update={"year": 2026})})
    report = render(comparison(CITY, later, ALIGNMENT), Look(width=80))
    assert "2025年  江城市应急管理局《2025年全市应急管理工作要点》" in report
    assert "任务：2025年 3 项" in report
    assert "  2026年  未找到" in report
    assert "上级" not in report


def test_interpretation_is_pointed_out() -> None:
    """Whoever compares with a 解读 is told before the figures."""
    parent = CITY.model_copy(update={"kind": PlanKind.INTERPRETATION})
    report = render(comparison(parent, DISTRICT, ALIGNMENT), Look(width=80))
    assert "注意：上级文件是解读而不是计划本身" in report


def test_many_dropped_tasks_are_not_all_named_twice() -> None:
    """The verdict names some of many dropped tasks and says how many there are."""
    parent = plan("a", *(task(number, f"任务{number}", "做事。") for number in range(1, 12)))
    alignment = Alignment(
        coverage=tuple(dropped(f"t{number}.c1") for number in range(1, 12)),
        task_status=tuple(status(f"t{number}", Status.DROPPED) for number in range(1, 12)),
    )
    assert "8．任务8等 11 项" in render(comparison(parent, DISTRICT, alignment), Look(width=160))


def test_nothing_dropped() -> None:
    """Full coverage is said in plain words, without empty headings."""
    parent = plan("a", task(1, "预案", "修订预案。"))
    alignment = Alignment(coverage=(covered("t1.c1", "t1.c1"),), task_status=(status("t1", Status.COVERED),))
    report = render(comparison(parent, parent, alignment, Settings()), Look(width=80))
    assert "条款承接率 100%（1/1" in report
    assert "整项未承接的任务：无" in report
    assert "部分承接（" not in report
