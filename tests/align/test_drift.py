"""What became of numbers, deadlines, frequencies, lists and verbs; plans on schools, clinics and water."""

from __future__ import annotations

import pytest
from tests.align.drifted import drift_of, plan_of, told

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.comparison import DriftKind
from planalign.model.facts import Aspect
from planalign.model.plan import Level


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("义务教育巩固率达到99%。", "义务教育巩固率达到99%以上。", ("99%", "99%", "same")),
        ("家庭医生签约率不低于65%。", "家庭医生签约率不低于60%。", ("65%", "60%", "looser")),
        ("家庭医生签约率不低于65%。", "家庭医生签约率不低于70%。", ("65%", "70%", "stricter")),
        ("供水管网漏损率控制在9%以内。", "供水管网漏损率控制在10%以内。", ("9%", "10%", "looser")),
        ("供水管网漏损率控制在9%以内。", "供水管网漏损率控制在8%以内。", ("9%", "8%", "stricter")),
        ("道路交通事故死亡人数同比下降5%。", "道路交通事故死亡人数同比下降3%。", ("5%", "3%", "looser")),
        ("每个乡镇配备校车3辆。", "每个乡镇配备校车2辆。", ("3辆", "2辆", "looser")),
        ("新建幼儿园60所。", "新建幼儿园4所。", ("60所", "4所", "not_comparable")),
        ("注册居民突破320万。", "注册居民达到40万。", ("320万", "40万", "not_comparable")),
        ("师生比不低于1∶15。", "师生比不低于1∶18。", ("1∶15", "1∶18", "looser")),
        ("整治河道3公里。", "整治河道3000米。", ("3公里", "3000米", "same")),
        ("最高奖励20万元。", "最高奖励5万元。", ("20万元", "5万元", "looser")),
        ("接到报警后5分钟到场。", "接到报警后8分钟到场。", ("5分钟", "8分钟", "looser")),
        ("提前48小时发布停水通知。", "提前24小时发布停水通知。", ("48小时", "24小时", "looser")),
        ("床位20张以上的养老机构安装喷淋设施。", "床位50张以上的养老机构安装喷淋设施。", ("20张", "50张", "looser")),
        ("村卫生室实现医保结算全覆盖。", "村卫生室实现医保结算全覆盖。", ("全覆盖", "全覆盖", "same")),
    ],
)
def test_numbers(parent: str, child: str, expected: tuple[str, str, str]) -> None:
    """A bound, a rate and a change each say which way is stricter; totals are shared out, standards are not."""
    assert [expected] == told(drift_of(parent, child))


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("6月底前完成校舍排查。", "8月底前完成校舍排查。", "looser"),
        ("6月底前完成校舍排查。", "5月底前完成校舍排查。", "stricter"),
        ("2025年6月底前完成校舍排查。", "6月底前完成校舍排查。", "same"),
        ("10个工作日内办结群众诉求。", "15个工作日内办结群众诉求。", "looser"),
        ("24小时内办结群众诉求。", "两天内办结群众诉求。", "looser"),
        ("汛前完成水闸检修。", "年底前完成水闸检修。", "looser"),
        ("汛前完成水闸检修。", "入汛前完成水闸检修。", "not_comparable"),
    ],
)
def test_deadlines(parent: str, child: str, expected: str) -> None:
    """Dates, times allowed and seasons are ordered as far as they can be told apart."""
    assert [(Aspect.DEADLINE, expected)] == [(drift.aspect, drift.drift.value) for drift in drift_of(parent, child)]


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("每季度开展1次食堂检查。", "每半年开展1次食堂检查。", "looser"),
        ("每学期至少组织1次疏散演练。", "每年至少组织2次疏散演练。", "same"),
        ("每年组织1次体检。", "每半年组织1次体检。", "stricter"),
        ("定期开展水质检测。", "每月开展水质检测。", "stricter"),
    ],
)
def test_frequencies(parent: str, child: str, expected: str) -> None:
    """Frequencies are compared by times a year."""
    assert [(Aspect.FREQUENCY, expected)] == [(drift.aspect, drift.drift.value) for drift in drift_of(parent, child)]


def test_frequency_becomes_vague() -> None:
    """A child that does regularly what its parent counts has taken it up in words; its word stands in the record."""
    (found,) = drift_of("每月开展水质检测。", "定期开展水质检测。")
    assert ("定期", DriftKind.MISSING, True) == (found.child_value, found.drift, found.in_words)


def test_number_in_words() -> None:
    """A number that the child puts in words is missing, and the clause that takes it up is named."""
    (found,) = drift_of("培训乡村医生不少于40学时。", "加强乡村医生培训。")
    assert (DriftKind.MISSING, "t1.c1", True) == (found.drift, found.child_clause, found.in_words)


def test_shared_verb_of_two_numbers() -> None:
    """In 起数、人数同比分别下降4%、6% each number has its noun."""
    found = drift_of("溺水事故起数、死亡人数同比分别下降4%、6%。", "溺水事故起数、死亡人数同比分别下降3%、6%。")
    assert [("4%", "3%", "looser"), ("6%", "6%", "same")] == told(found)


def test_nouns_of_shared_out_rates() -> None:
    """按时 is part of its noun, whatever leads up to a list."""
    found = drift_of("按时就诊率、回访率分别达到95%、96%。", "按时就诊率、回访率分别达到95%、90%。")
    assert [("按时就诊率", "same"), ("回访率", "looser")] == [(drift.matter, drift.drift.value) for drift in found]


@pytest.mark.parametrize("parent", ["对甲、乙、丙级医院分别按照", "对甲级、乙级、丙级医院分别按照"])
def test_shared_out_frequencies(parent: str) -> None:
    """分别 gives each noun its frequency, the child may name several together, and the row of counts is no list."""
    found = drift_of(f"{parent}每年1次、2次、4次的频次检查。", "甲级、乙级医院每年检查1次，丙级医院每年检查4次。")
    assert [("甲级医院", "same"), ("乙级医院", "looser"), ("丙级医院", "same")] == [
        (drift.matter, drift.drift.value) for drift in found
    ]


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        ("学校食堂“明厨亮灶”覆盖率保持100%。", "督促学校食堂“明厨亮灶”全部接入。"),
        ("妇幼保健院和三级以上医院值守率达到100%。", "三级以上医院和妇幼保健院值守率达到100%。"),
        ("急救设施和三级以上医院值守率达到100%。", "三级以上医院和急救设施值守率达到100%。"),
    ],
)
def test_same_in_other_order_or_words(parent: str, child: str) -> None:
    """Whatever is done to all of them covers all; what a threshold picks out ends where something else is joined."""
    assert {"same"} == {drift.drift.value for drift in drift_of(parent, child)}


def test_all_of_something_else() -> None:
    """全部 in a segment on another matter answers no rate."""
    found = drift_of("学校食堂“明厨亮灶”覆盖率保持100%。", "督促学校食堂“明厨亮灶”接入，隐患全部整改。")
    assert [("100%", None, "missing_in_child")] == told(found)


def test_number_answered_once() -> None:
    """平均 says of one number nothing of another; what a member with a number loses is told with its number."""
    found = drift_of("平均候诊环节压减60%、材料压减55%、时限压减50%。", "平均候诊环节压减60%、材料压减50%。")
    assert [("60%", "60%", "same"), ("55%", "50%", "looser"), ("50%", None, "missing_in_child")] == told(found)


def test_list_shortened() -> None:
    """A list of items of one form, or with its count, is held against the child's."""
    found = drift_of("坚持“多走访、多通报、多提醒、多回头看”。", "坚持“多走访、多通报、多提醒”。")
    assert [(Aspect.LISTING, "looser")] == [(drift.aspect, drift.drift.value) for drift in found]


@pytest.mark.parametrize(
    ("parent", "child", "level_change"),
    [
        ("落实家庭经济困难学生资助政策。", "配合落实家庭经济困难学生资助政策。", False),
        ("确保农村饮水工程正常运行。", "力争农村饮水工程正常运行。", False),
        ("各学校不得统一征订教辅材料。", "各学校原则上不得统一征订教辅材料。", False),
        ("各学校不得统一征订教辅材料。", "各学校原则上不统一征订教辅材料。", False),
        ("推行校园小份菜。", "引导学校食堂提供校园小份菜。", False),
        ("编制全市医疗卫生设施专项规划。", "配合市级部门编制医疗卫生设施专项规划。", True),
    ],
)
def test_weaker_verb(parent: str, child: str, level_change: bool) -> None:
    """A softer verb is a drift; help with what the parent makes itself is a change of level."""
    (found,) = drift_of(parent, child)
    assert (Aspect.VERB, DriftKind.LOOSER, level_change) == (found.aspect, found.drift, found.level_change)


def test_same_verb_is_no_drift() -> None:
    """What the parent only tries, the child may try."""
    assert [] == drift_of("力争创建义务教育优质均衡县。", "力争创建义务教育优质均衡县。")
    assert [] == drift_of("原则上不得统一征订教辅材料。", "原则上不统一征订教辅材料。")


def test_own_level_of_the_parent() -> None:
    """What binds the parent's own level is recorded, and is none of the child's business."""
    (found,) = drift_of("市级储备应急药品不少于40类。", "加强应急药品管理。")
    assert (DriftKind.MISSING, True) == (found.drift, found.level_change)


def test_count_of_the_plan_itself() -> None:
    """The plan's own figures about itself are no targets."""
    assert [] == drift_of("全年安排6个方面、26项任务。", "突出重点任务。")


def test_title_binds_its_task() -> None:
    """A period in the heading of the child's task answers the parent's."""
    upper = plan_of(Level.CITY, ("改善办学条件", ["启动校舍安全三年行动。"]))
    lower = plan_of(Level.DISTRICT, ("推进校舍安全三年行动", ["排查老旧校舍。"]))
    found = align(upper, lower, AlignSettings()).drift
    assert [("三年", "三年", "same")] == told(found)
    assert ["t1.c1"] == [drift.child_clause for drift in found]


def test_new_in_the_child() -> None:
    """What only the child has comes last."""
    found = drift_of("改善办学条件。", "改善办学条件，新增学位300个。")
    assert [(None, "300个", "new_in_child")] == told(found)


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("年底前", "2026年3月底前", "looser"),
        ("12月底前", "2026年1月底前", "looser"),
        ("2025年底前", "明年3月底前", "looser"),
        ("6月底前", "2026年5月底前", "looser"),
        ("9月底前", "明年一季度", "looser"),
        ("汛前", "明年3月底前", "looser"),
        ("2026年6月底前", "年底前", "stricter"),
        ("明年6月底前", "2026年6月底前", "same"),
        ("年底前", "2025年底前", "same"),
        ("9月底前", "在三季度", "same"),
        ("9月底前", "第三季度", "same"),
        ("6月底前", "三季度", "looser"),
    ],
)
def test_year_of_deadlines(parent: str, child: str, expected: str) -> None:
    """A deadline without a year is of the year of its plan, and 明年 of the year after."""
    found = drift_of(f"{parent}完成老旧管网改造。", f"{child}完成老旧管网改造。")
    assert [(Aspect.DEADLINE, expected)] == [(drift.aspect, drift.drift.value) for drift in found]


@pytest.mark.parametrize(
    ("years", "child", "expected"),
    [
        ((None, None), "2026年3月底前", "not_comparable"),
        ((None, None), "明年3月底前", "looser"),
        ((None, 2025), "2026年3月底前", "looser"),
        ((2024, 2025), "6月底前", "same"),
        ((2024, 2025), "2025年6月底前", "looser"),
    ],
)
def test_unknown_years(years: tuple[int | None, int | None], child: str, expected: str) -> None:
    """Days are not compared where only one has a year and neither plan says of which year it is."""
    found = drift_of("6月底前完成老旧管网改造。", f"{child}完成老旧管网改造。", years)
    assert [expected] == [drift.drift.value for drift in found]


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("每个村至少配备2名安全劝导员。", "各村配备2名以上安全劝导员。", "same"),
        ("每个村至少配备3名安全劝导员。", "各村配备1名以上安全劝导员。", "looser"),
        ("每个站配备专职人员5名以上。", "每个站配备专职人员3名以上。", "looser"),
        ("常住人口5万人以上的乡镇建成专职消防队。", "常住人口3万人以上的乡镇建成专职消防队。", "stricter"),
        ("常住人口5万人以上乡镇建成专职消防队。", "常住人口8万人以上乡镇建成专职消防队。", "looser"),
        ("组织从业人员50人以上企业开展自查。", "组织从业人员100人以上企业开展自查。", "looser"),
        ("组织50人以上企业开展自查。", "组织100人以上企业开展自查。", "looser"),
        ("每个乡镇储备饮用水不少于800箱。", "每个乡镇储备饮用水500箱以上。", "looser"),
        ("每个站配备灭火器50具。", "每个站配备灭火器50个。", "same"),
    ],
)
def test_thresholds_and_bounds(parent: str, child: str, expected: str) -> None:
    """A number before 以上 picks out those who are meant, or binds what is provided."""
    found = drift_of(parent, child)
    assert [expected] == [drift.drift.value for drift in found]
    assert not any(drift.matter.endswith("以上") or "配备以上" in drift.matter for drift in found)


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("每半年盘点1次应急物资。", "1月、7月各盘点1次应急物资。", "same"),
        ("每月开展消防巡查不少于2次。", "每半个月开展一次消防巡查。", "same"),
        ("每季度检查1次加油站。", "每3个月检查1次加油站。", "same"),
        ("每季度检查1次加油站。", "三个月检查一次加油站。", "same"),
        ("每季度检查1次加油站。", "四个月检查一次加油站。", "looser"),
        ("停电信息提前24小时告知用户。", "停电信息提前一天告知用户。", "same"),
        ("火灾隐患整改率100%。", "火灾隐患全部整改到位。", "same"),
        ("火灾隐患整改率达到95%。", "火灾隐患全部整改。", "stricter"),
        ("火灾隐患整改率达到100%。", "推进火灾隐患整改。", "missing_in_child"),
        ("较大火灾事故不超过1起。", "不发生较大及以上火灾事故。", "stricter"),
        ("重大火灾事故控制在1起以内。", "杜绝较大及以上火灾事故。", "stricter"),
        ("较大火灾事故不超过1起。", "杜绝重大火灾事故。", "missing_in_child"),
        ("较大道路交通事故不超过1起。", "杜绝较大火灾事故。", "missing_in_child"),
    ],
)
def test_equal_in_other_words(parent: str, child: str, expected: str) -> None:
    """What says the same in other words is no drift: another period, 全部 for 100 %, a ban for a limit."""
    assert [expected] == [drift.drift.value for drift in drift_of(parent, child)]


@pytest.mark.parametrize(
    ("parent", "child", "kept"),
    [
        (
            "检查商业综合体、医院、养老机构、学校、宾馆和文物建筑。",
            "检查学校、养老机构、宾馆等。",
            "养老机构、学校、宾馆",
        ),
        ("检查医院、学校、宾馆和文物建筑。", "检查医院、学校、宾馆。", "检查医院、学校、宾馆"),
        ("检查医院、学校、宾馆以及文物建筑。", "检查学校、宾馆、文物建筑。", "学校、宾馆、文物建筑"),
    ],
)
def test_last_and_first_members(parent: str, child: str, kept: str) -> None:
    """What 和 joins to a list is a member too, and what stands before the first one is none."""
    assert [kept] == [drift.child_value for drift in drift_of(parent, child) if drift.aspect is Aspect.LISTING]
