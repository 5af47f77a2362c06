"""Which facts are one matter, and who is asked; plans on schools, care and health."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, handed_down

from planalign.model.facts import Aspect
from planalign.model.plan import Level


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        (
            "乡镇（街道）急救箱配备率达到100%。",
            "行政村急救箱配备率达到100%。",
            ("乡镇（街道）100%", "行政村100%", "stricter"),
        ),
        ("村（社区）急救箱配备率达到100%。", "乡镇急救箱配备率达到100%。", ("村（社区）100%", "乡镇100%", "looser")),
        ("乡镇（街道）急救箱配备率达到100%。", "镇街急救箱配备率达到100%。", ("100%", "100%", "same")),
        ("区县急救箱配备率达到100%。", "镇街急救箱配备率达到100%。", ("100%", "100%", "same")),
        ("村（社区）急救箱配备率达到100%。", "全镇急救箱配备率达到100%。", ("100%", "100%", "same")),
        ("各村急救箱配备率达到100%。", "清渡镇急救箱配备率达到100%。", ("100%", "100%", "same")),
        ("村干部培训率达到100%。", "乡镇干部培训率达到100%。", ("100%", "100%", "same")),
        ("干部和村民急救培训率达到100%。", "乡镇急救培训率达到100%。", ("100%", "100%", "same")),
        (
            "各村民小组每季度检查1次食堂。",
            "村（社区）每季度检查1次食堂。",
            ("村民小组每季度检查1次", "村（社区）每季度检查1次", "looser"),
        ),
        (
            "村（社区）组织各隐患点每年至少开展1次疏散演练。",
            "村(居)每年至少组织1次疏散演练。",
            ("隐患点每年至少开展1次", "村(居)每年至少组织1次", "looser"),
        ),
    ],
)
def test_who_is_asked(parent: str, child: str, expected: tuple[str, str, str]) -> None:
    """The same rate or frequency binds more where each village is asked than where each township is."""
    assert [expected] == handed_down(parent, child, Level.CITY, Level.DISTRICT)


def test_asked_of_the_child_itself() -> None:
    """What is asked of the townships a township hands on to its villages."""
    found = handed_down("镇街每季度检查1次食堂。", "村（社区）每季度检查1次食堂。", Level.DISTRICT, Level.TOWNSHIP)
    assert [("每季度检查1次", "每季度检查1次", "same")] == found


def test_firms_and_townships() -> None:
    """An exercise of the firms is not that of the townships; the demand on the same ones is preferred."""
    parent = "每年组织1次综合疏散演练，村（社区）在人员密集场所每年至少组织1次以避险转移为重点的疏散演练。"
    found = handed_down(parent, "村（社区）每年至少组织1次疏散演练。", Level.CITY, Level.DISTRICT)
    assert [("每年组织1次", None), ("每年至少组织1次", "每年至少组织1次")] == [each[:2] for each in found]
    apart = handed_down("高危企业每年组织1次演练。", "乡镇每年组织1次演练。", Level.CITY, Level.DISTRICT)
    assert ["missing_in_child", "new_in_child"] == [drift for _, _, drift in apart]


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        (
            "新建养老服务站12座、托育园9所，购置送餐、助浴、康复车28辆。",
            "购置适合山区的康复小车4辆。",
            ("28辆", "4辆", "not_comparable"),
        ),
        ("全年培训护理员8000人次，持证上岗率达到90%以上。", "年底护理员持证率不低于85%。", ("90%", "85%", "looser")),
        (
            "市级每年组织1次多科目联合演练，各区县每半年至少组织1次无脚本演练。",
            "全区每年至少开展1次不写脚本的联合演练。",
            ("每半年至少组织1次", "每年至少开展1次", "looser"),
        ),
    ],
)
def test_alone_in_its_clause(parent: str, child: str, expected: tuple[str, str, str]) -> None:
    """A number that is the only one of its unit, or beside the parent's own, needs few words in common."""
    assert expected in handed_down(parent, child, Level.CITY, Level.DISTRICT)


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        ("同步完善小区适老化设施。", "逐年完善社区和老旧小区适老化设施。"),
        (
            "督促学校整改食堂隐患，对连续两次排名末位的学校进行约谈。",
            "督促学校整改食堂隐患，对排名靠后的学校进行提醒。",
        ),
        ("推动企业建立困难职工帮扶制度。", "倡导企业设立困难职工帮扶金。"),
    ],
)
def test_a_step_down(parent: str, child: str) -> None:
    """Year by year for at once, a reminder for a summons, an appeal for a demand on the same people."""
    assert "looser" in [drift.drift.value for drift in drift_of(parent, child) if drift.aspect is Aspect.VERB]


def test_rising_year_by_year() -> None:
    """逐年提高 says which way a figure goes and puts nothing off."""
    found = drift_of("提高养老床位护理能力。", "逐年提高养老床位护理能力。")
    assert [] == [drift for drift in found if drift.aspect is Aspect.VERB]


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        (
            "遇高温天气，果断落实停课、停工、停运、停演四项措施。",
            "遇高温天气，该停课的停课、该停工的停工、该停演的停演。",
            "停课、停工、停演",
        ),
        ("对食堂、宿舍、校车、实验室4类场所开展检查。", "把校车、食堂等场所纳入检查。", "食堂、校车"),
        ("在重要节日、重大活动、重要考试前开展食堂检查。", "在重要考试前开展食堂检查。", "重要考试前开展食堂检查"),
    ],
)
def test_counted_list_in_other_words(parent: str, child: str, expected: str) -> None:
    """A list is the child's without its count too, and one member may stand alone in its place."""
    found = [drift for drift in drift_of(parent, child) if drift.aspect is Aspect.LISTING and drift.parent_value]
    assert [("looser", expected)] == [(drift.drift.value, drift.child_value) for drift in found]


def test_list_kept_in_other_words() -> None:
    """A counted list of which the child enumerates every member is kept."""
    found = drift_of("落实停课、停工、停运三项措施。", "该停课的停课、该停工的停工、该停运的停运。")
    assert ["same"] == [drift.drift.value for drift in found if drift.parent_value]


def test_teams_by_rank() -> None:
    """支队, 大队 and 分队 are the teams of different levels; what each of the parent's own teams has is its own."""
    found = handed_down(
        "区县急救队伍不少于50人。市级专业急救队伍6支，每支队伍不少于60人。",
        "区急救大队保持在45人以上。",
        Level.CITY,
        Level.DISTRICT,
    )
    assert ("50人", "45人", "looser") in found
    assert "60人" not in [before for before, _, change in found if change == "looser"]


def test_own_of_both_levels() -> None:
    """How often each level looks after its own stock can be compared, how much it has cannot."""
    parent, child = "区级储备药品不少于28类，每季度盘点1次。", "乡级储备药品不少于10类，每半年盘点1次。"
    found = handed_down(parent, child, Level.DISTRICT, Level.TOWNSHIP)
    assert ("每季度盘点1次", "每半年盘点1次", "looser") in found
    assert ("28类", None, "missing_in_child") in found


def test_time_put_in_a_vague_word() -> None:
    """及时 on the matter of a deadline takes it up in words."""
    found = drift_of("演练结束后10日内形成复盘报告，对发现的问题列单整改。", "演练后及时复盘，对发现的问题列单整改。")
    lost = [(drift.parent_value, drift.child_clause, drift.in_words) for drift in found]
    assert [("10日内", "t1.c1", True)] == lost


def test_two_lists_that_are_no_list() -> None:
    """Where 等 ends one list before the next begins, no members of both are told as what the child keeps of a list."""
    parent = "厘清托育机构、托老机构等新型机构备案职责和食堂、宿舍消防职责。"
    found = drift_of(parent, "厘清新型机构备案职责和食堂、宿舍消防职责。")
    assert [] == [drift.child_value for drift in found if drift.aspect is Aspect.LISTING]
