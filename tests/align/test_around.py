"""The words around a fact, as people read them and as deadlines beside each other share them."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, told


@pytest.mark.parametrize(
    ("parent", "expected"),
    [
        ("校车年检率达到95%。", ["校车年检率"]),
        ("推进34条上学路整治。", ["推进34条上学路整治"]),
        ("食堂原料集中采购支出不低于总支出的60%。", ["食堂原料集中采购支出不低于总支出的60%"]),
        ("新建幼儿园6所、学生食堂9座。", ["新建幼儿园", "学生食堂"]),
        ("东湖、西山等新校区30%以上的屋面安装光伏板。", ["东湖、西山等新校区30%以上的屋面安装光伏板"]),
        ("实施校舍安全三年行动。", ["实施校舍安全三年行动"]),
        ("接到求助后20分钟内到场。", ["接到求助后20分钟内到场"]),
    ],
)
def test_matter_as_printed(parent: str, expected: list[str]) -> None:
    """A number at the end is left out with what bounds it; one in the midst of its words stays there."""
    assert expected == [drift.matter for drift in drift_of(parent, parent)]


def test_deadlines_side_by_side() -> None:
    """Each of two deadlines that 、 joins has its own addressee, and equal times asked of another are no pair."""
    found = drift_of(
        "停水通知发出后15分钟内告知学校负责人、20分钟内告知班级和学生家长。",
        "停水通知发出后15分钟内告知班级和学生家长。",
    )
    assert [("15分钟内", None, "missing_in_child"), ("20分钟内", "15分钟内", "stricter")] == told(found)
