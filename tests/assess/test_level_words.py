"""PA403: words of the level above are told where they are left over, and not where they are meant."""

from __future__ import annotations

import pytest
from tests.assess.one_plan import spots
from tests.hand_made import plan, task

from planalign.assess.level_word_rules import PA403
from planalign.model.plan import Level, Masthead
from planalign.model.wording import Lang, Wording

DISTRICT = Masthead(title="要点", level=Level.DISTRICT, place="江城市临江区")
TOWN = Masthead(title="要点", level=Level.TOWNSHIP, place="江城市临江区清渡镇")
BUREAU = Masthead(title="要点", level=Level.DEPARTMENT, place="江城市临江区")
CITY = Masthead(title="要点", level=Level.CITY, place="江城市")


def _words(head: Masthead, text: str) -> list[object]:
    return [spot.values["word"] for spot in spots(PA403, plan("a", task(1, "甲", text), masthead=head))]


@pytest.mark.parametrize(
    ("head", "text", "word"),
    [
        (DISTRICT, "8月底前完成全市夜间摊区线路改造。", "全市"),
        (DISTRICT, "全市基本实现消防供水全覆盖。", "全市"),
        (DISTRICT, "实现区、镇街贯通，并全市推广。", "全市"),
        (DISTRICT, "形成覆盖全市的风险管控能力。", "全市"),
        (DISTRICT, "落实停课措施，切实维护全市社会大局稳定。", "全市"),
        (DISTRICT, "完善物资清单，充实市级及社会救援力量。", "市级"),
        (DISTRICT, "修订市级总体应急预案。", "市级"),
        (DISTRICT, "各区县要明确联络员。", "各区县"),
        (BUREAU, "推动全市群众安全素质持续提升。", "全市"),
        (TOWN, "全区农事用火一律先报后烧。", "全区"),
        (TOWN, "建成后向全区居民公布。", "全区"),
        (TOWN, "各镇（街道）要建立台账。", "各镇（街道）"),
    ],
)
def test_left_over(head: Masthead, text: str, word: str) -> None:
    """A word of the level above that speaks for the plan's own place is told."""
    assert [word] == _words(head, text)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (DISTRICT, "配合全市建立事故灾害分析模型库。"),
        (DISTRICT, "配合市级部门，推进全市应急广播建设。"),
        (DISTRICT, "按照全市安全韧性城市建设要求，制定方案。"),
        (DISTRICT, "以全市“1366”应急管理体系为抓手。"),
        (DISTRICT, "贯彻全国、全市应急管理工作会议精神。"),
        (DISTRICT, "开创位居全市前列的工作局面。"),
        (DISTRICT, "组织骨干参加全市应急救援技能大比武。"),
        (DISTRICT, "承担全市低空救援试点任务。"),
        (DISTRICT, "对全市通报批评的事项挂账督办。"),
        (DISTRICT, "贯彻《2025年全市安全生产工作要点》。"),
        (DISTRICT, "接入市级治超系统，依托市级平台加强监测。"),
        (DISTRICT, "打造全市重要的应急产业基地，经验在全市推广。"),
        (DISTRICT, "推进全市通办，加快全市重点项目建设，增速高于全市平均水平。"),
        (DISTRICT, "承接市上应用三级贯通，邀请市级专家驻企问诊。"),
        (DISTRICT, "做好市级投资计划项目申报，完善市级、区级两级清单。"),
        (DISTRICT, "完善毗邻各区县应急联动机制。"),
        (DISTRICT, "整治城市道路，管好全市场交易。"),
        (DISTRICT, "制定全区安全治理工作方案。"),
        (TOWN, "紧紧围绕全区“1343”总体思路。"),
        (TOWN, "配合编制区级消防专项规划。"),
        (TOWN, "移交区级部门依法查处，对区级巡查反馈的问题照单全收。"),
        (CITY, "全市各级各部门要加强领导，各区县要落实责任。"),
    ],
)
def test_meant(head: Masthead, text: str) -> None:
    """Support, events, rankings, names and titles of the level above are no slip."""
    assert [] == _words(head, text)


def test_unknown_level() -> None:
    """Where the level is not known, nothing can be left over."""
    assert [] == _words(Masthead(title="要点"), "完成全市线路改造。")


def test_advice() -> None:
    """The message says how the own level would put it."""
    (found,) = spots(PA403, plan("a", task(1, "甲", "全区一律先报后烧。"), masthead=TOWN))
    own = found.values["own"]
    assert isinstance(own, Wording)
    assert ["，本级应为“全镇”", "; at this level it reads “全镇”"] == [own.of(lang) for lang in Lang]
