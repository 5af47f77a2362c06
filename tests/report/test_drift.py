"""What became of targets, in reports."""

from __future__ import annotations

from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison

from planalign.model.comparison import Drift, DriftKind
from planalign.model.facts import Aspect
from planalign.model.wording import Lang
from planalign.report import labels
from planalign.report.drift import drift_sentence, drift_table
from planalign.report.look import Look
from planalign.report.markdown import render as markdown
from planalign.report.terminal import render as terminal

DRIFT = (
    Drift(
        matter="整改率",
        parent_clause="t1.c1",
        child_clause="t1.c1",
        parent_value="95%",
        child_value="90%",
        drift=DriftKind.LOOSER,
    ),
    Drift(
        matter="编制规划",
        parent_clause="t1.c2",
        child_clause="t1.c1",
        parent_value="编制规划",
        child_value="配合编制规划",
        drift=DriftKind.LOOSER,
        aspect=Aspect.VERB,
        level_change=True,
    ),
    Drift(
        matter="演练",
        parent_clause="t1.c1",
        child_clause=None,
        parent_value="每季度",
        child_value=None,
        drift=DriftKind.MISSING,
        aspect=Aspect.FREQUENCY,
    ),
)
PLAIN = comparison(CITY, DISTRICT, ALIGNMENT)
RECORD = PLAIN.model_copy(update={"drift": DRIFT})


def test_sentence() -> None:
    """The counts are told by kind; without drift there is nothing to tell."""
    assert drift_sentence(RECORD, Lang.ZH) == "数字、时限、频次、清单和动词共 3 项：放宽 2，未写 1。"
    assert drift_sentence(RECORD, Lang.EN) == "3 targets, deadlines and verbs: looser 2, missing 1."
    assert drift_sentence(PLAIN, Lang.ZH) == ""


def test_table() -> None:
    """Every drift is a row; a change of level is marked as one."""
    rows = drift_table(RECORD, (labels.PARENT, labels.CHILD), Lang.ZH).splitlines()
    assert rows[0] == "| 事项 | 类别 | 上级 | 下级 | 变化 |"
    assert rows[2] == "| 整改率 | 数字 | 95% | 90% | 放宽 |"
    assert rows[3] == "| 编制规划 | 动词 | 编制规划 | 配合编制规划 | 放宽（属层级变化） |"
    assert rows[4] == "| 演练 | 频次 | 每季度 | — | 未写 |"


def test_section_in_reports() -> None:
    """Terminal and Markdown have a section on targets where there is drift, and none without."""
    assert "指标变化" in terminal(RECORD, Look(lang=Lang.ZH))
    assert "## 指标变化" in markdown(RECORD, Look(lang=Lang.ZH))
    assert "指标变化" not in terminal(PLAIN, Look(lang=Lang.ZH))
    assert "指标变化" not in markdown(PLAIN, Look(lang=Lang.ZH))
