"""Numbers that bind the parent's own level are none of the child's business, unless the child's is named beside it."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("市级部门9月底前配备首席护理官。", "11月底前配备首席护理官。", True),
        ("市级部门和区县9月底前配备首席护理官。", "11月底前配备首席护理官。", False),
        ("各区县和市级部门9月底前配备首席护理官。", "11月底前配备首席护理官。", False),
        ("市级、区级储备药品不少于42类。", "储备药品不少于30类。", False),
        ("市级储备药品不少于42类、区级储备适量。", "储备药品不少于30类。", True),
        ("市级平台6月底前、区县平台9月底前建成。", "平台11月底前建成。", True),
    ],
)
def test_whom_a_fact_binds(parent: str, child: str, expected: bool) -> None:
    """市级 alone is the parent's own; 市级部门和区县 asks the child too."""
    assert expected is drift_of(parent, child)[0].level_change
