"""Names of offices: short and full names, own places, levels, townships, crowds."""

from __future__ import annotations

import pytest

from planalign.assess.unit_names import UnitNames

PLACE = "江城市临江区"


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("区应急管理局", "区应急管理局"),
        ("区应急管理局", "区应急局"),
        ("区应急局", "临江区应急管理局"),
        ("江城市临江区应急管理局", "区应急管理局"),
        ("应急管理局", "区应急管理局"),
        ("区应急管理局", "区应急管理局（区安委办）"),
        ("区安委办", "区应急管理局（区安委办）"),
        ("区林业局", "区林业局等单位"),
        ("区住房和城乡建设委员会", "区住房城乡建委"),
        ("区住建局", "区住房城乡建设局"),
        ("区发改委", "区发展改革委"),
        ("区发展和改革委员会", "区发展改革委"),
        ("区人社局", "区人力资源和社会保障局"),
        ("区文旅委", "区文化旅游委"),
        ("区卫健委", "区卫生健康委"),
        ("区教育局", "区教委"),
        ("区市场监督管理局", "区市场监管局"),
        ("区消防救援大队", "区消防救援局"),
        ("区委宣传部", "区委宣传部"),
        ("清渡镇人民政府", "清渡镇"),
        ("临江区清渡镇", "清渡镇政府"),
        ("石桥街道办事处", "石桥街道"),
    ],
)
def test_one_office(asked: str, name: str) -> None:
    """Another name of the same office is known."""
    assert UnitNames(asked, PLACE).means(name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("区应急管理局", "市应急管理局"),
        ("区应急管理局", "北湖区应急管理局"),
        ("区应急管理局", "区安委办"),
        ("区安委办", "区安委会"),
        ("区水利局", "区水文中心"),
        ("区教委", "区教师进修学院"),
        ("区民政局", "区人民政府"),
        ("区公安局", "区公共资源交易中心"),
        ("区林业局", "区级有关部门"),
        ("清渡镇", "白沙镇"),
        ("清渡镇", "清渡镇应急办"),
        ("区应急管理局", "清渡镇"),
        ("", "区应急管理局"),
        ("区应急管理局", ""),
    ],
)
def test_other_offices(asked: str, name: str) -> None:
    """Another level, place, kind or field is another office."""
    assert not UnitNames(asked, PLACE).means(name)


@pytest.mark.parametrize(
    ("asked", "name", "expected"),
    [
        ("清渡镇", "各镇街", True),
        ("清渡镇", "各乡镇（街道）", True),
        ("清渡镇", "有关镇街", True),
        ("清渡镇", "各街道", False),
        ("石桥街道", "各街道", True),
        ("石桥街道", "各镇", False),
        ("清渡镇", "区级有关部门", False),
        ("清渡镇", "白沙镇", False),
        ("区教育局", "区安委会成员单位", True),
        ("区教育局", "区级各行业主管部门", True),
        ("区教育局", "市级有关部门", False),
        ("区教育局", "各镇街", False),
        ("区教育局", "区水利局等单位", False),
    ],
)
def test_crowds(asked: str, name: str, expected: bool) -> None:
    """A word for several units takes in those of its kind and level."""
    assert expected == UnitNames(asked, PLACE).takes_in(name)


def test_place_unknown() -> None:
    """Where the plan does not say where it is from, the place in the name asked for stands for its level."""
    assert UnitNames("临江区应急管理局", None).means("区应急管理局")
    assert not UnitNames("临江区应急管理局", None).means("市应急管理局")
