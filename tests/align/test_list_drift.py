"""Lists that the child shortens, keeps or words otherwise; plans on schools and clinics."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of

from planalign.align.renamed import with_renamed
from planalign.model.facts import Aspect


def _lists(parent: str, child: str) -> list[str | None]:
    return [drift.child_value for drift in drift_of(parent, child) if drift.aspect is Aspect.LISTING]


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        ("组织学校自查、行业互查、专家核查。", "学校自己查、同行互相查、专家核查。"),
        ("4月底前完成校舍、围墙、操场汛前检查。", "4月底前完成校舍、宿舍围墙、运动操场检查。"),
        ("清查食堂冷库、灶具、烟道、阀门隐患。", "食堂的冷库、灶具、烟道、阀门挨个检查。"),
        ("整合教育、卫生、民政力量进驻统一办公。", "教育、卫生、民政三支力量统一办公。"),
        ("健全班级日查、年级周查、学校月查、区县季查的制度。", "健全班级日查、年级周查、学校月查、区级季查的制度。"),
    ],
)
def test_same_list_in_other_words(parent: str, child: str) -> None:
    """A member that the child words otherwise in the same enumeration is not missing, nor one behind another verb."""
    assert [] == _lists(parent, child)


@pytest.mark.parametrize(
    ("parent", "child", "kept"),
    [
        ("检查食堂、宿舍、校车、实验室隐患。", "检查食堂、宿舍、校车、游泳馆隐患。", "检查食堂、宿舍、校车"),
        ("检查食堂、宿舍、校车安全带15条、实验室。", "检查食堂、宿舍、校车安全带10条。", "检查食堂、宿舍、校车安全带"),
        (
            "检查校车、食堂和宿舍超员、积水、失火隐患。",
            "检查校车、宿舍超员、积水、失火隐患。",
            "检查校车、宿舍超员、积水、失火隐患",
        ),
        ("食堂、宿舍、校车单位自3月起每月填报1次记录。", "宿舍、校车单位按时填报记录。", "宿舍、校车单位"),
    ],
)
def test_shorter_list(parent: str, child: str, kept: str) -> None:
    """Something else in the place of a member does not stand for it; what follows the last member is not shown."""
    assert [kept] == _lists(parent, child)


def test_names_of_others() -> None:
    """What resembles a member that is kept is no other name of the one that is lost."""
    cores = {each: each for each in ("重要节日", "重大活动", "重要考试")}
    assert ["重要节日", "重要考试"] == with_renamed(cores, ["重要节日", "重要考试"], "重大节日和重要考试前检查")


def test_numbers_are_no_part_of_a_list() -> None:
    """A number behind the last of several members that begin alike is read as a number."""
    found = drift_of(
        "健康讲座进学校、进企业、进社区，全年覆盖5万人次。", "健康讲座进学校、进企业、进社区覆盖8000人次。"
    )
    assert [("5万人次", "8000人次")] == [
        (drift.parent_value, drift.child_value) for drift in found if drift.aspect is Aspect.NUMBER
    ]
