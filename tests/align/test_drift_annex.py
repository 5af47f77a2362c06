"""What became of numbers that stand in annexes, or in annex and body."""

from __future__ import annotations

import pytest
from tests.align.drifted import plan_of, told

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.comparison import DriftKind
from planalign.model.plan import Clause, Level
from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets


def test_annex_row_against_the_body() -> None:
    """An indicator in the parent's annex is looked for in the child's text; 不发生 answers a 0."""
    rows = [("校园食品安全事故起数", "0"), ("学生近视率", "控制在50%以内"), ("高中毛入学率", "95%以上")]
    upper = plan_of(Level.CITY, ("办好学校", ["改善办学条件。"]), rows=rows)
    lower = plan_of(
        Level.DISTRICT, ("办好学校", ["改善办学条件。", "不发生校园食品安全事故。", "学生近视率控制在52%以内。"])
    )
    found = align(upper, lower, AlignSettings()).drift
    assert [("0", "不发生", "same"), ("50%", "52%", "looser"), ("95%", None, "missing_in_child")] == told(found)


def test_told_by_text_and_annex_once() -> None:
    """A number of the preamble that the child lacks is told once, though a row of the annex holds it too."""
    upper = plan_of(Level.CITY, ("推进重点工作", ["检查消防设施。"]), rows=[("火灾死亡人数", "同比下降3%")])
    text = "火灾死亡人数同比下降3%。"
    preamble = (Clause(id="p.c1", text=text, targets=find_targets(text), facts=find_facts(text)),)
    lower_text = "生产安全事故死亡人数同比下降6%，森林火灾受害率控制在0.3‰以内。"
    lower = plan_of(Level.DISTRICT, ("推进重点工作", ["检查消防设施。"])).model_copy(
        update={"preamble": (Clause(id="p.c1", text=lower_text, targets=find_targets(lower_text)),)}
    )
    found = align(upper.model_copy(update={"preamble": preamble}), lower, AlignSettings()).drift
    lost = [drift for drift in found if drift.drift is DriftKind.MISSING]
    assert [("p.c1", "3%", False)] == [(drift.parent_clause, drift.parent_value, drift.in_words) for drift in lost]


@pytest.mark.parametrize(("row", "expected"), [("60%", 1), ("55%", 2)])
def test_change_in_body_and_annex(row: str, expected: int) -> None:
    """A change that bodies and annexes both make is told once; another value of the child's annex is told too."""
    upper = plan_of(Level.CITY, ("医疗服务", ["家庭医生签约率达到65%。"]), rows=[("家庭医生签约率", "65%")])
    lower = plan_of(Level.DISTRICT, ("医疗服务", ["家庭医生签约率达到60%。"]), rows=[("家庭医生签约率", row)])
    found = align(upper, lower, AlignSettings()).drift
    assert expected == sum(drift.drift is DriftKind.LOOSER for drift in found)
